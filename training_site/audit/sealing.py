"""The one sealer: gives events their place in the chain, in the order in which it finds them.

Locking the head of the chain inside every action made it a bottleneck in a trial (a twelfth of the
throughput on PostgreSQL); so facts write loose events and this links them afterwards.
"""

from django.db import connection, transaction

from training_site.audit.canonical import GENESIS, chain_hash
from training_site.audit.models import AuditEvent

SEALER_LOCK = 7_241_001  # any fixed number: the advisory lock that keeps sealers apart
BATCH = 500


@transaction.atomic
def seal(limit: int = BATCH) -> int:
    """Seal up to `limit` loose events; how many were sealed. Safe to call from two places at once."""
    _be_the_only_sealer()
    head = AuditEvent.objects.sealed().last()
    seq, prev = (head.seq, head.chain_hash) if head else (0, GENESIS)
    sealed = 0
    for event in AuditEvent.objects.unsealed()[:limit]:
        seq += 1
        link = chain_hash(seq, prev, event.content_hash)
        AuditEvent.objects.filter(pk=event.pk).update(seq=seq, prev_hash=prev, chain_hash=link)
        prev, sealed = link, sealed + 1
    return sealed


def _be_the_only_sealer() -> None:
    """PostgreSQL: an advisory lock for this transaction. SQLite: it is IMMEDIATE, one writer at a time."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])
