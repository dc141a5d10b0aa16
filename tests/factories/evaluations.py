"""Evaluations for tests: the forms that come with the curriculum, written and signed by the actions."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from certification.practice import actions
from certification.practice.evaluation_sheets import sheet_of
from certification.practice.models import Evaluation, EvaluationForm
from certification.scheme.actions import load_evaluation_form
from tests.factories.certification import SPRING

FORMS = Path(settings.BASE_DIR) / "training_site/curriculum/evaluation-forms"


def form_text(code: str) -> str:
    return (FORMS / f"{code}.yaml").read_text(encoding="utf-8")


def the_form(code: str) -> EvaluationForm:
    """As it comes with the curriculum."""
    form, _done = load_evaluation_form(form_text(code), by=None, now=SPRING)
    return form


def the_forms() -> list[EvaluationForm]:
    return [the_form(path.stem) for path in sorted(FORMS.glob("*.yaml"))]


def levels_for(form: EvaluationForm, level: int = 3, **changes: int) -> dict[str, int]:
    return {one["code"]: level for one in form.rubric["criteria"]} | changes


def a_draft(code: str, intern, *, by, now: datetime, case=None, **said) -> Evaluation:
    """With a level for each criterion, unless said otherwise."""
    form = the_form(code)
    draft = actions.begin_evaluation(form, intern, case=case, by=by, now=now)
    texts = {"strengths": "Asks before each step.", "next_steps": "Speak of endings sooner."}
    kept = {"levels": levels_for(form), **texts} | said
    return actions.keep_evaluation(draft, **kept, seen=sheet_of(draft).hash, by=by, now=now)


def a_signed_evaluation(code: str, intern, *, by, now: datetime, case=None, **said) -> Evaluation:
    draft = a_draft(code, intern, by=by, now=now, case=case, **said)
    return actions.sign_evaluation(
        draft, shown_hash=sheet_of(draft).hash, typed_name=by.name, by=by, now=now
    )
