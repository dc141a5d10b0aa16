"""Who reviews: the eligible with the least to do; the same people in the same order for a tie."""

from collections.abc import Iterable, Mapping

LEAST_REVIEWS = 1


def reviews_needed(asked_by_scheme: int) -> int:
    """As many as the scheme asks for, but never none."""
    return max(LEAST_REVIEWS, asked_by_scheme)


def chosen(
    eligible: Iterable[int], load: Mapping[int, int], *, needed: int, have: int
) -> list[int]:
    """Whom to assign so that `needed` people review, when `have` already do."""
    by_load = sorted(eligible, key=lambda person: (load.get(person, 0), person))
    return by_load[: max(0, needed - have)]


def people_missing(*, needed: int, have: int) -> int:
    return max(0, needed - have)
