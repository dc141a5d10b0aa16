"""Everything the engine may know about one person, as plain values.

Each row is what the Facts document (engine.md, `schemas/facts.schema.json`) says; ends are
inclusive, and an end of None is open.
"""

from datetime import date
from typing import NamedTuple

# A first and a last day, both inclusive.
Span = tuple[date, date | None]


class Leave(NamedTuple):
    start: date
    end: date | None


class CourseRecord(NamedTuple):
    course: str
    completed: date | None


class AssessmentRecord(NamedTuple):
    assessment: str
    passed: date | None


class Signature(NamedTuple):
    """One attestation: this person signed this version of a policy."""

    policy: str
    version: str
    signed: date


class PolicyVersion(NamedTuple):
    policy: str
    version: str
    effective: date


class Supervisor(NamedTuple):
    """Somebody who signs hours in one role; who has two roles appears under two ids.

    `conflicts` are the days on which a declared conflict of interest excludes them.
    """

    id: str
    role: str
    qualified: tuple[Span, ...]
    conflicts: tuple[Span, ...] = ()


class Agreement(NamedTuple):
    id: str
    supervisor: str
    start: date
    end: date | None


class Case(NamedTuple):
    id: str
    opened: date | None
    closed: date | None
    closure: str | None
    opening_meeting: date | None = None
    consents: date | None = None
    closure_meeting: date | None = None
    pauses: tuple[Span, ...] = ()
    attested: bool = False


class Intensive(NamedTuple):
    """A plan of dense work, agreed beforehand, that the hours of these days may belong to."""

    id: str
    start: date
    end: date
    case: str | None


class Entry(NamedTuple):
    """One claim of practice time, on one civil date in its own zone.

    `attested`: staff took it over as an opening balance and answer for the rules of its time.
    `excused`: staff let its lateness pass. `activity`: two entries of one activity claim the
    same time. `intensive`: the plan it belongs to.
    """

    id: str
    category: str
    date: date
    start: str | None
    minutes: int
    modality: str | None
    format: str | None
    group_size: int | None
    case: str | None
    supervisor: str | None
    agreement: str | None
    content_areas: frozenset[str]
    submitted: date | None
    status: str
    signed: date | None = None
    attested: bool = False
    excused: bool = False
    activity: str | None = None
    intensive: str | None = None


class FormResult(NamedTuple):
    """One evaluation form that somebody filled in about this person, or about one of their cases."""

    form: str
    role: str | None
    result: int | None
    date: date
    case: str | None = None


class Equivalence(NamedTuple):
    requirement: str
    minutes: int
    approved: date


class Waiver(NamedTuple):
    requirement: str
    approved: date


class Membership(NamedTuple):
    start: date
    end: date | None


class Facts(NamedTuple):
    """What is known of one person on the day `as_of`; entries in order of date, start, id."""

    as_of: date
    zone: str
    milestones: dict[str, date]
    leaves: tuple[Leave, ...]
    courses: tuple[CourseRecord, ...]
    assessments: tuple[AssessmentRecord, ...]
    attestations: tuple[Signature, ...]
    policies: tuple[PolicyVersion, ...]
    supervisors: dict[str, Supervisor]
    agreements: dict[str, Agreement]
    cases: dict[str, Case]
    entries: tuple[Entry, ...]
    evaluations: tuple[FormResult, ...]
    equivalences: tuple[Equivalence, ...]
    waivers: tuple[Waiver, ...]
    memberships: tuple[Membership, ...]
    intensives: dict[str, Intensive]
