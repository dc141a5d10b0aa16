"""Who met whom in what order: between two sessions lies a contact with the clinician, or a gap.

The same reading of dates as the engine's interleave rule: both ends included, so that a contact on
the day of either session lies between them. Whether an hour counts is the scheme's to say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

SESSION, CLINICIAN, TRIAD, MENTOR = "session", "clinician", "triad", "mentor"
LANES = (SESSION, CLINICIAN, TRIAD, MENTOR)
LANE_OF = {
    "direct_session": SESSION,
    "clinician_consultation": CLINICIAN,
    "triadic_meeting": TRIAD,
    "mentor_individual": MENTOR,
    "mentor_group": MENTOR,
    "observation": MENTOR,
}
CONTACTS = (CLINICIAN, TRIAD)
SIGNED, WAITING, UNSENT, MISSING = "signed", "waiting", "unsent", "missing"
STANDING_OF = {"signed": SIGNED, "submitted": WAITING, "contested": WAITING}


@dataclass(frozen=True)
class Meeting:
    """One entry of hours, as far as the rhythm looks at it. Drafts and returned ones are unsent."""

    date: date
    start: time
    category: str
    minutes: int
    state: str

    @property
    def lane(self) -> str:
        return LANE_OF[self.category]

    @property
    def standing(self) -> str:
        return STANDING_OF.get(self.state, UNSENT)

    @property
    def when(self) -> tuple[date, time]:
        return self.date, self.start


@dataclass(frozen=True)
class Between:
    """Two sessions that follow each other, and the contact that lies between them, if one does."""

    earlier: Meeting
    later: Meeting
    contact: Meeting | None

    @property
    def standing(self) -> str:
        return self.contact.standing if self.contact else MISSING

    @property
    def is_gap(self) -> bool:
        return self.standing != SIGNED


@dataclass(frozen=True)
class Rhythm:
    """`since`: the last session, while nobody has spoken to the clinician on its day or after."""

    meetings: Sequence[Meeting]
    betweens: Sequence[Between]
    since: Meeting | None

    @property
    def gaps(self) -> list[Between]:
        return [between for between in self.betweens if between.is_gap]

    @property
    def sessions(self) -> list[Meeting]:
        return [meeting for meeting in self.meetings if meeting.lane == SESSION]

    @property
    def steps(self) -> list[tuple[Meeting, Between | None]]:
        """Each meeting in order, with the gap that ends with it."""
        gaps = {id(gap.later): gap for gap in self.gaps}
        return [(meeting, gaps.get(id(meeting))) for meeting in self.meetings]


def rhythm_of(meetings: Iterable[Meeting]) -> Rhythm:
    """Of one case, oldest first. What is in no lane, such as documentation, is left out."""
    known = (one for one in meetings if one.category in LANE_OF)
    ordered = sorted(known, key=lambda one: one.when)
    sessions = [one for one in ordered if one.lane == SESSION]
    contacts = [one for one in ordered if one.lane in CONTACTS]
    pairs = pairwise(sessions)
    betweens = [Between(one, two, _between(one, two, contacts)) for one, two in pairs]
    last = sessions[-1] if sessions else None
    spoken = last is None or any(contact.date >= last.date for contact in contacts)
    return Rhythm(ordered, betweens, None if spoken else last)


def _between(earlier: Meeting, later: Meeting, contacts: Sequence[Meeting]) -> Meeting | None:
    """The one that does most: signed before waiting before unsent, and by the clock between."""
    order = (SIGNED, WAITING, UNSENT)
    lying = [one for one in contacts if earlier.date <= one.date <= later.date]
    return min(
        lying,
        key=lambda one: (
            order.index(one.standing),
            not earlier.when <= one.when <= later.when,
            one.when,
        ),
        default=None,
    )
