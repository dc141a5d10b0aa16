"""The dossier: each requirement, how it stood when the review opened, and the evidence behind it.

Requirement → evaluation → entries and signatures, attempts, attestations. Dates are told by month:
a day and a place would tell more about a client than a review needs. Outsiders read roles, not names.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from assessments.models import Attempt
from assessments.rules.scoring import in_figures
from certification.decisions.models import Application
from certification.practice.models import HoursEntry
from certification.practice.rules.categories import MENTOR, signer_role
from certification.scheme.path import KNOTS, TONES
from certification.scheme.studied import studied_by
from certification.scheme.wording import message, reason_sentence, state_word
from training_site.content.association import association
from training_site.content.models import Attestation
from training_site.content.templatetags.triad import duration

PSEUDONYM = _lazy("Applicant A")


@dataclass(frozen=True)
class Requirement:
    """One knot of the chain as the page shows it."""

    title: str
    word: str
    tone: str
    knot: str
    message: str
    source: str
    evidence: list[str]
    not_counted: list[str]


def requirements_of(application: Application, *, outside: bool) -> list[Requirement]:
    """As fixed when the review opened; before that, nothing is fixed and nothing is shown."""
    rows = application.evidence.get("requirements", [])
    teller = Teller(application, rows, outside=outside)
    return [_requirement(row, teller) for row in rows]


def _requirement(row: dict, teller: "Teller") -> Requirement:
    return Requirement(
        title=row["title"],
        word=state_word(row),
        tone=TONES[row["state"]],
        knot=KNOTS[row["state"]],
        message="" if _told_by_its_evidence(row) else message(row),
        source=row["source"],
        evidence=teller.evidence(row),
        not_counted=teller.not_counted(row),
    )


def _told_by_its_evidence(row: dict) -> bool:
    """The engine's sentence on a dated record names the day; its evidence says the same by month."""
    return row["unit"] == "yes_no" and KNOTS[row["state"]] == "done"


class Teller:
    """Reads the evidence of all requirements at once, and tells it one by one."""

    def __init__(self, application: Application, rows: list[dict], *, outside: bool):
        ids = {one["entry"] for row in rows for one in row["counted"]}
        entries = HoursEntry.objects.filter(public_id__in=ids).defer("note", "returned_comment")
        entries = entries.select_related("case", "supervisor", "signature__signoff")
        self.entries = {str(entry.public_id): entry for entry in entries}
        self.studied = studied_by(application.applicant) if ids - self.entries.keys() else {}
        self.attempts = list(_attempts(application))
        self.attestations = list(Attestation.objects.of(application.applicant))
        self.outside = outside
        self.clinician = association().clinician_label

    def evidence(self, row: dict) -> list[str]:
        if row["counted"]:
            return self._hours(row["counted"])
        slug, policy = (row["figures"].get(name) for name in ("assessment", "policy"))
        sat = [one for one in self.attempts if one.assessment.slug == slug]
        signed = [one for one in self.attestations if one.version.policy == policy]
        finished = _finished(row)
        return [*finished, *map(_attempt, sat), *map(_attestation, signed)]

    def not_counted(self, row: dict) -> list[str]:
        """Minutes claimed that do not count, by reason."""
        minutes: dict[str, int] = defaultdict(int)
        for loss in row["not_counted"]:
            minutes[loss["reason"]] += loss["minutes"]
        return [f"{duration(some)}: {reason_sentence(why)}" for why, some in minutes.items()]

    def _hours(self, counted: Iterable[dict]) -> list[str]:
        """One line a month and signer: how many entries, how long, which cases, when signed."""
        lines: dict[tuple, list] = defaultdict(list)
        for one in counted:
            entry = self.entries.get(one["entry"])
            if entry:
                lines[entry.month, entry.supervisor_id].append((entry, one["minutes"]))
        return [
            *self._studied(counted),
            *(self._line(some) for _key, some in sorted(lines.items())),
        ]

    def _studied(self, counted: Iterable[dict]) -> list[str]:
        """One line a month and kind of study. Of a live day it says no more than that it was one."""
        lines: dict[tuple, list[int]] = defaultdict(list)
        for one in counted:
            entry = self.studied.get(one["entry"])
            if entry:
                lines[entry.month, entry.get_category_display()].append(one["minutes"])
        return [
            " · ".join([date_format(month, "F Y"), _entries(len(some)), duration(sum(some)), kind])
            for (month, kind), some in sorted(lines.items())
        ]

    def _line(self, some: list) -> str:
        entry = some[0][0]
        cases = sorted({one.case.letter for one, _minutes in some if one.case})
        parts = [
            date_format(entry.month, "F Y"),
            _entries(len(some)),
            duration(sum(minutes for _entry, minutes in some)),
            _("case %(letters)s") % {"letters": ", ".join(cases)} if cases else "",
            self._signed(entry),
        ]
        return " · ".join(part for part in parts if part)

    def _signed(self, entry: HoursEntry) -> str:
        signature = getattr(entry, "signature", None)
        if signature is None:
            return _("not signed")
        month = date_format(signature.signoff.signed_at, "F Y")
        return _("signed by %(who)s in %(month)s") % {"who": self._who(entry), "month": month}

    def _who(self, entry: HoursEntry) -> str:
        if not self.outside:
            return entry.supervisor.name
        if signer_role(entry.category) == MENTOR:
            return _("the mentor")
        return _("the %(clinician)s") % {"clinician": self.clinician}


def _entries(count: int) -> str:
    return ngettext("%(count)d entry", "%(count)d entries", count) % {"count": count}


def _finished(row: dict) -> list[str]:
    day = row["figures"].get("date") if row["rule"] == "course_done" else None
    if not day:
        return []
    return [_("Finished in %(month)s") % {"month": date_format(date.fromisoformat(day), "F Y")}]


def _attempts(application: Application):
    attempts = Attempt.objects.filter(learner=application.applicant).marked()
    return attempts.select_related("assessment").order_by("assessment", "number")


def _attempt(attempt: Attempt) -> str:
    words = _("Attempt %(number)d: %(marks)s of %(most)s, %(outcome)s, %(month)s")
    return words % {
        "number": attempt.number,
        "marks": in_figures(attempt.marks),
        "most": in_figures(attempt.max_marks),
        "outcome": _("passed") if attempt.passed else _("not passed"),
        "month": date_format(attempt.submitted_at, "F Y"),
    }


def _attestation(attestation: Attestation) -> str:
    words = _("“%(title)s”, version %(number)s, signed in %(month)s")
    return words % {
        "title": attestation.version.title,
        "number": attestation.version.number,
        "month": date_format(attestation.at, "F Y"),
    }


def shown_name(application: Application, *, outside: bool) -> str:
    """The applicant's name, or a letter in its place."""
    return str(PSEUDONYM) if outside else application.applicant.name
