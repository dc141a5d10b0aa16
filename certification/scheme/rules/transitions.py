"""What a new version of a scheme asks of one person, beside what the old one asks.

Worse means: something is still to be done that was not before. A person who has everything stays
no worse off by a higher figure that they reach; a person on the way is worse off by each minute
more that is missing.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

Row = Mapping[str, object]
DONE = ("met", "waived")
PATHWAY = "pathway"
"""Named in place of a requirement where the ways through the scheme make the difference."""


class Change(NamedTuple):
    """One requirement that stands otherwise; `before` and `after` are what is missing of it."""

    id: str
    title: str
    kind: str
    before: int | None
    after: int | None
    unit: str


class Comparison(NamedTuple):
    met_before: bool
    met_after: bool
    worse: tuple[Change, ...]
    better: tuple[Change, ...]


def compare(before: Row, after: Row) -> Comparison:
    """Two Evaluation documents of one person on one day, under the old and the new version."""
    old = {row["id"]: row for row in before["requirements"]}
    new = {row["id"]: row for row in after["requirements"]}
    worse = [change for id, row in new.items() if (change := _worse(old.get(id), row))]
    better = [change for id, row in new.items() if (change := _better(old.get(id), row))]
    better += [_gone(row) for id, row in old.items() if id not in new and not _done(row)]
    if before["met"] and not after["met"] and not worse:
        worse.append(Change(PATHWAY, "", "pathway", None, None, ""))
    return Comparison(before["met"], after["met"], tuple(worse), tuple(better))


def may_move(
    who_moves: str, now: Comparison, seen_worse: Collection[str], seen_met_after: bool
) -> bool:
    """Whether this person moves: as the preview that was published said, never to worse unseen."""
    if who_moves == "nobody":
        return False
    lost = now.met_before and not now.met_after
    if who_moves == "not_worse":
        return not now.worse and not lost
    unseen = {change.id for change in now.worse} - set(seen_worse)
    return not unseen and not (lost and seen_met_after)


def tally(lines: Iterable[Collection[Row]]) -> dict[str, tuple[str, int]]:
    """By requirement: its title, and how many people it is named for; most people first."""
    titles: dict[str, str] = {}
    counts: dict[str, int] = {}
    for changes in lines:
        for change in changes:
            titles[change["id"]] = change["title"]
            counts[change["id"]] = counts.get(change["id"], 0) + 1
    order = sorted(counts, key=lambda id: (-counts[id], titles[id]))
    return {id: (titles[id], counts[id]) for id in order}


def _worse(old: Row | None, new: Row) -> Change | None:
    if _done(new):
        return None
    if old is None:
        return _change(new, "new", None, new["shortfall"])
    if _done(old):
        return _change(new, "lost", 0, new["shortfall"])
    if old["unit"] != new["unit"]:
        return _change(new, "other", None, new["shortfall"])
    if new["shortfall"] > old["shortfall"]:
        return _change(new, "more", old["shortfall"], new["shortfall"])
    return None


def _better(old: Row | None, new: Row) -> Change | None:
    if old is None or _done(old):
        return None
    if _done(new):
        return _change(new, "met", old["shortfall"], 0)
    if old["unit"] == new["unit"] and new["shortfall"] < old["shortfall"]:
        return _change(new, "less", old["shortfall"], new["shortfall"])
    return None


def _gone(old: Row) -> Change:
    return _change(old, "gone", old["shortfall"], None)


def _done(row: Row) -> bool:
    return row["state"] in DONE


def _change(row: Row, kind: str, before, after) -> Change:
    return Change(row["id"], row["title"], kind, before, after, row["unit"])
