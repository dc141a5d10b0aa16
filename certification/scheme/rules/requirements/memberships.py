"""Whether the person is a member on the day, and has been without a gap."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from ..clocks import merged
from ..facts import Leave
from ..fields import Fields
from ..rule import Rule
from ..world import World
from .judgement import Judgement
from .milestones import dates_of, reached_by
from .records import yes_or_no

A_DAY = timedelta(1)


@dataclass(frozen=True, kw_only=True)
class ActiveMembership(Rule):
    """A member on the day, its last day included; with `continuous_since` on every day since then.

    Leave does not stand in for membership: it stops clocks, and this is none.
    """

    continuous_since: str = ""

    @classmethod
    def read(cls, fields: Fields) -> Self:
        since = fields.text("continuous_since", default="")
        return cls(**fields.heading(), continuous_since=since)

    def judge(self, world: World) -> Judgement:
        spans = _joined(world)
        now = next((span for span in spans if _covers(span, world.day)), None)
        gap = self._gap(world, spans)
        return yes_or_no(
            now is not None and gap is None,
            begun=bool(spans),
            reason=_reason(spans, now, gap),
            figures=self._figures(world, spans, now, gap),
        )

    def moments(self, world: World) -> list[date]:
        rows = world.facts.memberships
        lapses = [row.end + A_DAY for row in rows if row.end]
        return [
            *(row.start for row in rows),
            *lapses,
            *dates_of(world.facts, self.continuous_since),
        ]

    def _gap(self, world: World, spans: list[Leave]) -> date | None:
        """The first day since the milestone, up to today, without membership."""
        day = reached_by(world, self.continuous_since)
        if day is None:
            return None
        for span in spans:
            if _covers(span, day):
                if span.end is None:
                    return None
                day = span.end + A_DAY
        return day if day <= world.day else None

    def _figures(
        self, world: World, spans: list[Leave], now: Leave | None, gap: date | None
    ) -> dict:
        ended = [span.end for span in spans if span.end and span.end < world.day]
        return {
            "until": now and now.end and now.end.isoformat(),
            "lapsed": max(ended).isoformat() if ended and now is None else None,
            "gap": gap and gap.isoformat(),
            "since": self.continuous_since or None,
        }


def _joined(world: World) -> list[Leave]:
    """Memberships begun by the day, in order; those that touch or overlap are one."""
    joined: list[Leave] = []
    for span in merged([Leave(*row) for row in world.facts.memberships]):
        if joined and joined[-1].end and joined[-1].end + A_DAY == span.start:
            joined[-1] = Leave(joined[-1].start, span.end)
        else:
            joined.append(span)
    return [span for span in joined if span.start <= world.day]


def _covers(span: Leave, day: date) -> bool:
    return span.start <= day and (span.end is None or day <= span.end)


def _reason(spans: Iterable, now: Leave | None, gap: date | None) -> str:
    if not spans:
        return "membership_none"
    if now is None:
        return "membership_lapsed"
    return "membership_gap" if gap else "membership_current"
