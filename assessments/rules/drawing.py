"""Which items an attempt shows: by outcome, unseen first, then least seen, chance within a tie."""

import random
from collections.abc import Mapping, Sequence

from assessments.rules.items import Kind
from training_site.verdict import YES, Verdict, no

Pool = Mapping[str, Sequence[int]]


def may_draw(blueprint: Mapping[str, int], pool: Pool) -> Verdict:
    """Asked at loading too, so that a learner is the last to meet a bank that is too small."""
    for outcome, wanted in sorted(blueprint.items()):
        held = len(set(pool.get(outcome, ())))
        if held < wanted:
            return no("too_few_items", outcome=outcome, wanted=wanted, held=held)
    return YES


def draw(
    blueprint: Mapping[str, int], pool: Pool, times_seen: Mapping[int, int], seed: int | str
) -> list[int]:
    """Items in the order in which they are shown. The same seed and history draw the same list."""
    chance = random.Random(seed)  # noqa: S311  (fair, not secret)
    drawn: list[int] = []
    for outcome, wanted in sorted(blueprint.items()):
        drawn += _least_seen(sorted(set(pool[outcome])), times_seen, chance)[:wanted]
    chance.shuffle(drawn)
    return drawn


def option_order(kind: str, ids: Sequence[str], seed: int | str) -> list[str]:
    """Options in an order of their own for each attempt; True stays before False."""
    order = list(ids)
    if kind != Kind.TRUE_FALSE:
        random.Random(seed).shuffle(order)  # noqa: S311  (fair, not secret)
    return order


def _least_seen(
    items: list[int], times_seen: Mapping[int, int], chance: random.Random
) -> list[int]:
    chance.shuffle(items)
    return sorted(items, key=lambda item: times_seen.get(item, 0))
