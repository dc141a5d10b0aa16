"""Evaluation forms, from YAML to the versions that evaluations are written by."""

from datetime import datetime

from django.db import transaction

from certification.practice.models import EvaluationForm
from certification.scheme.rules.evaluation_form import (
    EACH_CASE,
    FormDocument,
    read_evaluation_form,
)
from training_site import audit
from training_site.verdict import Refused


@transaction.atomic
def load_evaluation_form(text: str, *, by, now: datetime) -> tuple[EvaluationForm, str]:
    """The form that this YAML describes, and what was done: "loaded", "changed" or "unchanged".

    A version by which somebody has begun to write never changes: another wording is another version.
    """
    document = read_evaluation_form(text)
    columns = _columns(document)
    versions = EvaluationForm.objects.select_for_update().filter(code=document.code)
    form = versions.filter(version=document.version).first()
    if form is None:
        form = EvaluationForm.objects.create(
            code=document.code, version=document.version, loaded_at=now, **columns
        )
        return _recorded("certification.evaluation_form.loaded", form, by, now), "loaded"
    if all(getattr(form, name) == value for name, value in columns.items()):
        return form, "unchanged"
    if form.evaluations.exists():
        raise Refused("evaluation_form_fixed", code=form.code, version=form.version)
    for name, value in columns.items():
        setattr(form, name, value)
    form.save(update_fields=list(columns))
    return _recorded("certification.evaluation_form.changed", form, by, now), "changed"


def _columns(document: FormDocument) -> dict:
    return {
        "role": document.role,
        "title": document.title,
        "guidance": document.guidance,
        "for_each_case": document.milestone == EACH_CASE,
        "rubric": document.rubric,
        "pass_level": document.pass_level,
        "effective_from": document.effective_from,
    }


def _recorded(verb: str, form: EvaluationForm, by, now: datetime) -> EvaluationForm:
    values = {"code": form.code, "version": form.version}
    audit.record(verb, actor=by, target=form, at=now, values=values)
    return form
