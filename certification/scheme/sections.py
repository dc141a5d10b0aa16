"""The requirements of a path under a few headings, by what they concern."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from certification.practice.rules.categories import CLINICIAN, MENTOR, SIGNED_BY
from certification.scheme.next_steps import STUDIED
from certification.scheme.path import Knot

HEADINGS = {
    "foundation": _("Foundation"),
    "examinations": _("Examinations"),
    "practice": _("Practice with clients"),
    "triad": _("The work of three"),
    "supervision": _("Supervision"),
    "evaluations": _("Evaluations"),
    "standing": _("Signatures and membership"),
    "renewal": _("Renewal"),
    "other": _("Besides"),
}
BY_RULE = {
    "course_done": "foundation",
    "content_area_min": "foundation",
    "assessment_passed": "examinations",
    "triad_complete": "triad",
    "percent_supervised": "supervision",
    "stepped_ratio": "supervision",
    "evaluation_required": "evaluations",
    "attestation_current": "standing",
    "active_membership": "standing",
    "prerequisite": "standing",
    "renewal": "renewal",
}
CLIENTS = frozenset({"direct_session", "documentation_reflection"})


@dataclass(frozen=True)
class Section:
    """One heading: what is still open first, what is met in one line."""

    id: str
    title: str
    open: Sequence[Knot]
    met: Sequence[Knot]

    @property
    def total(self) -> int:
        return len(self.open) + len(self.met)

    @property
    def missing(self) -> str:
        """In one line: what the first open requirement with a figure still asks, hours first."""
        counted = [knot for knot in self.open if knot.has_bar]
        hours = [knot for knot in counted if knot.unit == "minutes"]
        return next((knot.message for knot in (*hours, *counted)), "")


def sections_of(knots: Iterable[Knot], rows: Iterable[Mapping]) -> list[Section]:
    """`rows` are the requirements of the evaluation, in the same order as their knots."""
    found: dict[str, list[Knot]] = {}
    for knot, row in zip(knots, rows, strict=True):
        found.setdefault(heading_of(row), []).append(knot)
    return [_section(id, found[id]) for id in HEADINGS if id in found]


def heading_of(row: Mapping) -> str:
    """By the rule, where it says what it is about; otherwise by the hours it asks for."""
    return BY_RULE.get(row["rule"]) or _by_hours(row["figures"].get("where", {}))


def _by_hours(where: Mapping) -> str:
    asked = set(where.get("category", ()))
    if asked and asked <= STUDIED:
        return "foundation"
    if asked & CLIENTS:
        return "practice"
    signers = {SIGNED_BY.get(one) for one in asked}
    if signers == {CLINICIAN}:
        return "triad"
    return "supervision" if signers == {MENTOR} else "other"


def _section(id: str, knots: Sequence[Knot]) -> Section:
    return Section(
        id,
        str(HEADINGS[id]),
        [knot for knot in knots if not knot.met],
        [knot for knot in knots if knot.met],
    )
