"""Loading many small transactions without waiting for the disk after each of them."""

from django.db import connection


def spare_the_disk() -> None:
    """On SQLite, for this connection alone: a job's three commits cost three syncs, and there are a
    thousand jobs. The database stays whole if the machine stops; its last commits may be missing,
    and the demo is then loaded again."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=NORMAL")
