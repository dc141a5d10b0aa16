"""Count the statements of a request, session and user included, transaction control left out."""

from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Counted:
    """What ran; complete once the block has been left."""

    statements: list[str]

    def __len__(self) -> int:
        return len(self.statements)


@contextmanager
def count_queries(at_most: int | None = None, exactly: int | None = None):
    counted = Counted()
    with CaptureQueriesContext(connection) as captured:
        yield counted
    counted.statements = [
        q["sql"] for q in captured.captured_queries if not q["sql"].upper().startswith(CONTROL)
    ]
    listing = "\n".join(counted.statements)
    if at_most is not None:
        assert len(counted) <= at_most, f"{len(counted)} queries, {at_most} allowed:\n{listing}"
    if exactly is not None:
        assert len(counted) == exactly, f"{len(counted)} queries, {exactly} expected:\n{listing}"
