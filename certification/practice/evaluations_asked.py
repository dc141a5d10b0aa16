"""Which evaluations a person's record asks for: done, due, or due later; by whom."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Sum

from certification.practice.models import (
    Case,
    Evaluation,
    EvaluationForm,
    HoursEntry,
    SupervisionAgreement,
)
from certification.practice.models.cases import CaseState
from certification.practice.models.evaluations import EvaluationState
from certification.practice.models.hours import Category
from certification.practice.rules.evaluating import AGAIN, DUE, INTERN, standing_of
from training_site.accounts.models import User
from training_site.accounts.roles import Role

MILESTONES = ("halfway", "each_case", "end")


@dataclass
class Asked:
    """One form, of one intern, for one case where the form is for each case."""

    form: EvaluationForm
    intern: object
    case: Case | None
    standing: str
    signed: list[Evaluation] = field(default_factory=list)
    drafts: list[Evaluation] = field(default_factory=list)

    @property
    def latest(self) -> Evaluation | None:
        return self.signed[-1] if self.signed else None

    @property
    def milestone(self) -> str:
        return self.form.rubric["milestone"]

    @property
    def waits(self) -> bool:
        return self.standing in (DUE, AGAIN)

    def draft_of(self, person) -> Evaluation | None:
        return next((one for one in self.drafts if one.written_by_id == person.pk), None)


def forms_in_force(today: date) -> list[EvaluationForm]:
    """The newest version of each form by that day, by milestone and then by who writes."""
    newest: dict[str, EvaluationForm] = {}
    for form in EvaluationForm.objects.filter(effective_from__lte=today).order_by("version"):
        newest[form.code] = form
    return sorted(newest.values(), key=_place)


def _place(form: EvaluationForm) -> tuple:
    milestone = form.rubric["milestone"]
    return MILESTONES.index(milestone), form.role == INTERN, form.code


def asked_of(interns: Iterable, today: date) -> list[Asked]:
    """Of each intern in turn, in a fixed number of queries however many there are."""
    interns = list(interns)
    forms = forms_in_force(today)
    cases, written = _cases(interns), _written(interns)
    minutes = _direct_minutes(interns)
    return [
        _asked(form, intern, case, written[intern.pk, form.code, case and case.pk], minutes)
        for intern in interns
        for form in forms
        for case in (cases[intern.pk] if form.for_each_case else [None])
    ]


def _asked(form, intern, case: Case | None, written: list[Evaluation], minutes: dict) -> Asked:
    signed = [one for one in written if one.state == EvaluationState.SIGNED]
    standing = standing_of(
        milestone=form.rubric["milestone"],
        from_minutes=form.rubric["due_from_minutes"],
        signed_minutes=minutes.get(intern.pk, 0),
        case_ending=case is not None and case.state != CaseState.OPEN,
        results=[one.result for one in signed],
        pass_level=form.pass_level,
    )
    drafts = [one for one in written if one.state == EvaluationState.DRAFT]
    return Asked(form, intern, case, standing, signed, drafts)


def _cases(interns: list) -> dict[int, list[Case]]:
    grouped = defaultdict(list)
    for case in Case.objects.filter(intern__in=interns).select_related("agreement"):
        grouped[case.intern_id].append(case)
    return grouped


def _written(interns: list) -> dict[tuple, list[Evaluation]]:
    """By intern, form and case, oldest signature first; another version is the same form."""
    grouped = defaultdict(list)
    found = Evaluation.objects.filter(intern__in=interns).select_related(
        "form", "written_by", "case"
    )
    for one in found.defer("strengths", "next_steps").order_by("signed_at", "pk"):
        grouped[one.intern_id, one.form.code, one.case_id].append(one)
    return grouped


def _direct_minutes(interns: list) -> dict[int, int]:
    signed = HoursEntry.objects.filter(intern__in=interns, category=Category.DIRECT_SESSION)
    sums = signed.standing().signed().order_by().values("intern").annotate(sum=Sum("minutes"))
    return {row["intern"]: row["sum"] for row in sums}


def asked_of_supervisor(supervisor, today: date) -> list[Asked]:
    """What this person writes: by role towards each intern, and for the cases they are in. Of those
    whose internship is over nothing more is asked."""
    roles: dict[int, set[str]] = defaultdict(set)
    interns = {}
    agreements = SupervisionAgreement.objects.supervised_by(supervisor).with_people()
    agreements = agreements.filter(intern__in=User.objects.holding(Role.INTERN))
    for agreement in agreements.order_by("intern__name", "pk"):
        interns[agreement.intern_id] = agreement.intern
        roles[agreement.intern_id].add(agreement.role_of(supervisor))
    return [
        asked
        for asked in asked_of(interns.values(), today)
        if asked.form.role in roles[asked.intern.pk] and _is_in(supervisor, asked.case)
    ]


def _is_in(supervisor, case: Case | None) -> bool:
    return case is None or case.agreement.role_of(supervisor) is not None
