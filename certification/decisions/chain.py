"""What each requirement rests on, read at once for all of them, and told one by one.

Requirement → evaluation → entries and signatures, attempts, attestations, evaluations, each as of its
version and as they stood when the evidence was fixed: what came later is not in the chain.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from assessments.models import Attempt
from certification.decisions.chain_lines import Line, Lines
from certification.decisions.models import Application
from certification.practice.models import (
    Case,
    Evaluation,
    HoursEntry,
    Membership,
    OpeningBalance,
)
from certification.scheme.models import Credit
from certification.scheme.studied import Studied, studied_by
from courses.completion import DidacticEntry, lessons_done_in
from training_site.content.civil import civil_date
from training_site.content.models import Attestation

CASE_RULES = ("triad_complete", "distinct_count")


class Chain:
    """The evidence of one application. As many queries for one requirement as for fifty."""

    def __init__(self, application: Application, rows: list[dict], *, outside: bool):
        person, until = application.applicant, application.evidence_at
        self.lines = Lines(outside=outside)
        self.until = civil_date(until, self.lines.zone)
        ids = {one["entry"] for row in rows for one in row["counted"]}
        self.entries = {str(one.public_id): one for one in _entries(ids)}
        self.balances = _balances(ids - self.entries.keys())
        others = ids - self.entries.keys() - self.balances.keys()
        self.studied = studied_by(person) if others else {}
        rules = {row["rule"] for row in rows}
        self.attempts = list(_attempts(person, until)) if "assessment_passed" in rules else []
        self.attestations = list(Attestation.objects.of(person).filter(at__lte=until))
        self.evaluations = _evaluations(person, until) if "evaluation_required" in rules else []
        self.cases = _cases(person) if rules & set(CASE_RULES) else []
        self.memberships = _memberships(person, until) if "active_membership" in rules else []
        self.credits = _credits(person, until)
        self.lessons = _lessons(person, until, rows) if "course_done" in rules else {}

    def of(self, row: dict) -> list[Line]:
        """The evidence of one requirement."""
        return [
            *self._recognised(row),
            *self._records(row),
            *self._studied(row["counted"]),
            *self._hours(row["counted"]),
            *self._brought(row["counted"]),
        ]

    def _recognised(self, row: dict) -> list[Line]:
        mine = [one for one in self.credits if one.requirement == row["id"]]
        return [self.lines.credit(one) for one in mine]

    def _records(self, row: dict) -> list[Line]:
        """What a rule other than on hours looks at."""
        figures, rule = row["figures"], row["rule"]
        if rule == "course_done":
            return self.lines.course(figures.get("date"), self.lessons.get(figures["course"], []))
        if rule == "assessment_passed":
            sat = [one for one in self.attempts if one.assessment.slug == figures["assessment"]]
            return [self.lines.attempt(one) for one in sat]
        if rule == "attestation_current":
            signed = [one for one in self.attestations if one.version.policy == figures["policy"]]
            return [self.lines.attestation(one) for one in signed]
        if rule == "evaluation_required":
            about = [one for one in self.evaluations if one.form.code == figures["form"]]
            return [self.lines.evaluation(one) for one in about]
        if rule == "active_membership":
            return [self.lines.membership(one) for one in self.memberships]
        return (
            [self.lines.case(one, self.until) for one in self._opened()]
            if _asks_of_cases(row)
            else []
        )

    def _opened(self) -> list[Case]:
        return [one for one in self.cases if one.opened_on <= self.until]

    def _hours(self, counted: Iterable[dict]) -> list[Line]:
        """One line a month and signer; behind it each signature with the entries it covers."""
        together: dict[tuple[date, int], list[tuple[HoursEntry, int]]] = defaultdict(list)
        for one in counted:
            if entry := self.entries.get(one["entry"]):
                together[entry.month, entry.supervisor_id].append((entry, one["minutes"]))
        return [self.lines.month(some) for _key, some in sorted(together.items())]

    def _studied(self, counted: Iterable[dict]) -> list[Line]:
        """One line a month and kind of study. Of a live day it says no more than that it was one."""
        together: dict[tuple[date, str], list[tuple[Studied, int]]] = defaultdict(list)
        for one in counted:
            if entry := self.studied.get(one["entry"]):
                together[entry.month, entry.get_category_display()].append((entry, one["minutes"]))
        return [self.lines.study(*key, some) for key, some in sorted(together.items())]

    def _brought(self, counted: Iterable[dict]) -> list[Line]:
        rows = [(self.balances.get(one["entry"]), one["minutes"]) for one in counted]
        return [self.lines.balance(one, minutes) for one, minutes in rows if one]


def _asks_of_cases(row: Mapping) -> bool:
    """Cases counted by how they ended, or by what the three agreed in each."""
    return row["rule"] == "triad_complete" or row["figures"].get("what", "").startswith("case")


def _entries(ids: Iterable[str]):
    """Whoever reads a dossier reads no note."""
    rows = HoursEntry.objects.filter(public_id__in=ids)
    rows = rows.select_related("case", "supervisor", "signature__signoff__statement")
    unread = ("note", "returned_comment")
    heavy = ("signature__signoff__snapshot", "signature__signoff__statement__body")
    return rows.defer(*unread, *heavy).order_by("date", "start", "pk")


def _balances(ids: Iterable[str]) -> dict[str, OpeningBalance]:
    """Those that counted then, also where one has been taken back since."""
    if not ids:
        return {}
    return {str(one.public_id): one for one in OpeningBalance.objects.filter(public_id__in=ids)}


def _attempts(person, until: datetime):
    marked = Attempt.objects.filter(learner=person, submitted_at__lte=until).marked()
    return marked.select_related("assessment", "form").order_by("assessment", "number")


def _evaluations(person, until: datetime) -> list[Evaluation]:
    signed = Evaluation.objects.of(person).signed().filter(signed_at__lte=until)
    signed = signed.select_related("form", "case", "written_by")
    return list(signed.defer("strengths", "next_steps").order_by("signed_at", "pk"))


def _lessons(person, until: datetime, rows: list[dict]) -> dict[str, list[DidacticEntry]]:
    codes = [row["figures"]["course"] for row in rows if row["rule"] == "course_done"]
    found = lessons_done_in(person, codes)
    return {code: [one for one in done if one.done_at <= until] for code, done in found.items()}


def _cases(person) -> list[Case]:
    return list(Case.objects.of(person).prefetch_related("milestones"))


def _memberships(person, until: datetime) -> list[Membership]:
    rows = Membership.objects.filter(person=person, recorded_at__lte=until)
    return list(rows.order_by("starts_on", "pk"))


def _credits(person, until: datetime) -> list[Credit]:
    rows = Credit.objects.of(person).filter(approved_at__lte=until)
    rows = rows.exclude(withdrawn_at__lte=until)
    return list(rows.defer("reasons").select_related("proposed_by", "approved_by"))
