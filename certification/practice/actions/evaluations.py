"""Evaluations: begun, kept as a draft, signed; and read by the intern they are about."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from certification.practice.evaluation_sheets import is_signed, missing_in, sheet_of
from certification.practice.models import (
    Case,
    Evaluation,
    EvaluationForm,
    FactsVersion,
    SupervisionAgreement,
)
from certification.practice.models.evaluations import EvaluationState
from certification.practice.rules.evaluating import (
    INTERN,
    levels_of_form,
    may_change,
    may_confirm_reading,
    may_sign,
    may_write,
    result_of,
)
from training_site import audit
from training_site.accounts.notices import notify
from training_site.content.rules.attestations import same_name
from training_site.verdict import Refused


@transaction.atomic
def begin_evaluation(
    form: EvaluationForm, intern, *, by, now: datetime, case: Case | None = None
) -> Evaluation:
    """A draft that its writer alone sees; one that was begun before is gone on with."""
    FactsVersion.objects.bump(intern)
    may_write(
        form_role=form.role,
        own=by.pk == intern.pk,
        roles=roles_towards(intern, by),
        for_each_case=form.for_each_case,
        case=case is not None,
    ).require()
    if case and case.intern_id != intern.pk:
        raise Refused("not_own_record")
    draft, created = Evaluation.objects.get_or_create(
        form=form,
        intern=intern,
        case=case,
        written_by=by,
        state=EvaluationState.DRAFT,
        defaults={"begun_at": now},
    )
    if created:
        _record("certification.evaluation.begun", draft, by, now)
    return draft


@transaction.atomic
def keep_evaluation(
    evaluation: Evaluation,
    *,
    levels: Mapping[str, int],
    strengths: str,
    next_steps: str,
    seen: str,
    by,
    now: datetime,
) -> Evaluation:
    """Keep what is written so far. `seen` is the hash of what the page was opened with."""
    evaluation = _locked(evaluation)
    _by_its_writer(evaluation, by)
    may_change(signed=is_signed(evaluation), seen=seen, actual=sheet_of(evaluation).hash).require()
    evaluation.levels = levels_of_form(evaluation.form.rubric, levels)
    evaluation.strengths, evaluation.next_steps = strengths.strip(), next_steps.strip()
    evaluation.save(update_fields=["levels", "strengths", "next_steps"])
    return evaluation


@transaction.atomic
def sign_evaluation(
    evaluation: Evaluation, *, shown_hash: str, typed_name: str, by, now: datetime
) -> Evaluation:
    """Sign exactly what was shown. From then on nothing of it changes."""
    evaluation = _locked(evaluation)
    _by_its_writer(evaluation, by)
    role = evaluation.form.role
    if role != INTERN and role not in roles_towards(evaluation.intern, by):
        raise Refused("not_supervising_in_that_role")
    actual = sheet_of(evaluation).hash
    may_sign(
        signed=is_signed(evaluation),
        missing=len(missing_in(evaluation)),
        shown=shown_hash,
        actual=actual,
    ).require()
    if not same_name(typed_name, by.name):
        raise Refused("typed_name_differs", name=by.name)
    evaluation.state, evaluation.signed_at = EvaluationState.SIGNED, now
    evaluation.typed_name, evaluation.content_hash = typed_name.strip(), actual
    evaluation.result = result_of(evaluation.levels)
    evaluation.save(update_fields=["state", "signed_at", "typed_name", "content_hash", "result"])
    values = {"form": str(evaluation.form), "result": evaluation.result, "hash": actual}
    _record("certification.evaluation.signed", evaluation, by, now, values)
    if by.pk != evaluation.intern_id:
        _tell(evaluation, now)
    return evaluation


@transaction.atomic
def confirm_reading(evaluation: Evaluation, *, by, now: datetime) -> Evaluation:
    """The intern says that they have read it; whether they agree is for the next supervision."""
    evaluation = _locked(evaluation)
    may_confirm_reading(own=by.pk == evaluation.intern_id, signed=is_signed(evaluation)).require()
    if evaluation.read_at is None:
        evaluation.read_by, evaluation.read_at = by, now
        evaluation.save(update_fields=["read_by", "read_at"])
        _record("certification.evaluation.read", evaluation, by, now)
    return evaluation


def roles_towards(intern, person) -> set[str]:
    """In which roles a person supervises or has supervised this intern."""
    theirs = SupervisionAgreement.objects.of(intern).supervised_by(person)
    return {agreement.role_of(person) for agreement in theirs}


def _locked(evaluation: Evaluation) -> Evaluation:
    FactsVersion.objects.bump(evaluation.intern)
    whole = Evaluation.objects.select_related("form", "intern", "written_by", "case")
    return whole.get(pk=evaluation.pk)


def _by_its_writer(evaluation: Evaluation, by) -> None:
    if evaluation.written_by_id != by.pk:
        raise Refused("evaluation_of_another")


def _record(verb: str, evaluation: Evaluation, by, now: datetime, values=None) -> None:
    audit.record(
        verb, actor=by, target=evaluation, subject=evaluation.intern, at=now, values=values or {}
    )


def _tell(evaluation: Evaluation, now: datetime) -> None:
    notify(
        evaluation.intern,
        "certification.evaluation_signed",
        key=str(evaluation.public_id),
        url=f"/evaluations/{evaluation.public_id}/",
        at=now,
    )
