"""Taking days away from a proof that was held to cover them, the days after them left as they were."""

from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)


class Cut(NamedTuple):
    """`first` to `last` are taken away; `again_from` is the day from which the rest holds anew."""

    first: date
    last: date
    again_from: date | None


def cut(held_from: date, held_until: date, first: date, last: date | None) -> Cut | None:
    """What of a proof lies in these days; None where nothing does. `last` empty: from then on."""
    begins, ends = max(held_from, first), min(held_until, last or held_until)
    if ends < begins:
        return None
    return Cut(begins, ends, ends + ONE_DAY if ends < held_until else None)
