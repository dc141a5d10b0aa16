"""Letters through the site: how many a day, how long they stay."""

from datetime import timedelta

MOST_A_DAY = 10
"""To one recipient, whoever writes them: more is no correspondence."""

KEPT = timedelta(days=90)
"""Then its texts are emptied; of one that was reported, so long after the report."""

SHORTEST_TEXT, LONGEST_TEXT = 20, 4_000
SHORTEST_LINE, LONGEST_LINE = 3, 200


def is_delivered(
    *, takes_letters: bool, trapped: bool, said_already: bool, in_last_day: int
) -> bool:
    """Whether it is kept for its recipient. Whoever wrote it is told the same either way."""
    return takes_letters and not trapped and not said_already and in_last_day < MOST_A_DAY
