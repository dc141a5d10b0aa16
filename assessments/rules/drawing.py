"""Which items an attempt shows: by outcome and difficulty, unseen first, then least seen."""

import random
from collections.abc import Iterable, Mapping
from decimal import Decimal

from training_site.verdict import YES, Verdict, no

ANY = ""
EASY, MEDIUM, HARD = "easy", "medium", "hard"
BANDS = (EASY, MEDIUM, HARD)
EASY_FROM, MEDIUM_FROM = Decimal("0.8"), Decimal("0.5")

Blueprint = Mapping[tuple[str, str], int]
"""How many items of an outcome (its code) and a band of difficulty; ANY takes what is left."""
Pool = Mapping[str, Mapping[int, str]]
"""The items of each outcome with their band."""


def band_of(difficulty: Decimal | None) -> str:
    """The band of an expected share right; ANY where nobody gave one."""
    if difficulty is None:
        return ANY
    if difficulty >= EASY_FROM:
        return EASY
    return MEDIUM if difficulty >= MEDIUM_FROM else HARD


def may_draw(blueprint: Blueprint, pool: Pool) -> Verdict:
    """Asked at loading too, so that a learner is the last to meet a bank that is too small."""
    for (outcome, band), wanted in sorted(blueprint.items()):
        held = len(_in_band(pool.get(outcome, {}), band))
        if band == ANY:
            wanted = sum(count for (code, _band), count in blueprint.items() if code == outcome)
        if held < wanted:
            reason = "too_few_items" if band == ANY else "too_few_items_in_band"
            return no(reason, outcome=outcome, band=band, wanted=wanted, held=held)
    return YES


def may_weigh(marks: Iterable[tuple[str, int]]) -> Verdict:
    """Items of one outcome are worth the same, so that every form is marked out of the same total."""
    worth: dict[str, int] = {}
    for outcome, mark in marks:
        if worth.setdefault(outcome, mark) != mark:
            return no("items_weigh_differently", outcome=outcome)
    return YES


def draw(
    blueprint: Blueprint, pool: Pool, times_seen: Mapping[int, int], seed: int | str
) -> list[int]:
    """Items in the order in which they are shown. The same seed and history draw the same list."""
    chance = random.Random(seed)  # noqa: S311  (fair, not secret)
    drawn: list[int] = []
    for (outcome, band), wanted in sorted(blueprint.items(), key=_narrow_first):
        left = sorted(set(_in_band(pool[outcome], band)) - set(drawn))
        drawn += least_seen(left, times_seen, chance)[:wanted]
    chance.shuffle(drawn)
    return drawn


def least_seen(items: list[int], times_seen: Mapping[int, int], chance: random.Random) -> list[int]:
    """Unseen first, chance within a tie."""
    chance.shuffle(items)
    return sorted(items, key=lambda item: times_seen.get(item, 0))


def _in_band(items: Mapping[int, str], band: str) -> list[int]:
    return [item for item, held in items.items() if band in (ANY, held)]


def _narrow_first(row: tuple[tuple[str, str], int]) -> tuple[str, bool, str]:
    """What any item can fill is filled last, or it might take the only hard ones."""
    (outcome, band), _wanted = row
    return (outcome, band == ANY, band)
