from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from certification.practice import actions
from certification.practice.models import EvaluationForm
from certification.scheme.actions import load_evaluation_form
from certification.scheme.rules import SchemeError
from certification.scheme.rules.evaluation_form import is_evaluation_form, read_evaluation_form
from tests.factories.certification import an_agreement
from tests.factories.evaluations import FORMS, a_signed_evaluation, form_text
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

TEXT = form_text("mentor-mid")


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_form_that_comes_along_is_whole(path):
    form = read_evaluation_form(path.read_text(encoding="utf-8"))

    assert form.code == path.stem
    assert 6 <= len(form.rubric["criteria"]) <= 9
    assert [one["level"] for one in form.rubric["levels"]] == [1, 2, 3, 4]
    assert form.pass_level == 3
    assert form.rubric["sources"]
    assert all(one["asks"].endswith("?") for one in form.rubric["criteria"])


def test_halfway_and_end_of_a_role_share_their_criteria():
    for role in ("mentor", "self"):
        middle, end = (
            {one["code"] for one in read_evaluation_form(form_text(name)).rubric["criteria"]}
            for name in (f"{role}-mid", f"{role}-final")
        )
        assert len(middle & end) >= 6


@pytest.mark.parametrize(
    ("old", "new", "reason", "line_of"),
    [
        ("role: mentor", "role: teacher", "not_a_choice", "role: teacher"),
        ("level: 2", "level: 3", "levels_in_order", "level: 3"),
        ("code: consent", "code: triad", "id_twice", None),
        ("area: consent_boundaries", "area: dancing", "not_a_choice", "area: dancing"),
        ('"2026-01-01"', '"2026-13-01"', "not_a_date", "effective_from"),
        ('"2026-01-01"', "2026-01-01", "unquoted", "effective_from"),
        ("pass_level: 3", "pass_level: 5", "out_of_bounds", "pass_level"),
        ("pass_level: 3", "pass_level: three", "not_whole", "pass_level"),
        ("version: 1", "version: 1\ncolour: red", "unknown_key", "colour"),
        ("due_from_minutes: 2700", "due_from_minutes: -1", "out_of_bounds", "due_from"),
    ],
)
def test_a_fault_is_named_with_its_line(old, new, reason, line_of):
    text = TEXT.replace(old, new, 1)

    with pytest.raises(SchemeError) as refused:
        read_evaluation_form(text)

    assert refused.value.reason == reason
    if line_of:
        lines = text.splitlines()
        assert line_of in lines[refused.value.line - 1]


def test_a_scheme_is_no_form():
    assert is_evaluation_form(TEXT)
    assert not is_evaluation_form("scheme: a\nversion: 1")


@pytest.mark.django_db
def test_loading_again_changes_nothing_and_a_form_nobody_used_follows_its_file(now):
    form, first = load_evaluation_form(TEXT, by=None, now=now)
    _same, again = load_evaluation_form(TEXT, by=None, now=now)
    changed, done = load_evaluation_form(
        TEXT.replace("pass_level: 3", "pass_level: 2"), by=None, now=now
    )

    assert (first, again, done) == ("loaded", "unchanged", "changed")
    assert (changed.pk, changed.pass_level) == (form.pk, 2)
    assert [event.verb for event in AuditEvent.objects.about(form.public_id)] == [
        "certification.evaluation_form.loaded",
        "certification.evaluation_form.changed",
    ]


@pytest.mark.django_db
def test_a_form_in_use_takes_no_other_text_but_another_version(now):
    agreement = an_agreement()
    form, _done = load_evaluation_form(TEXT, by=None, now=now)
    actions.begin_evaluation(form, agreement.intern, by=agreement.mentor, now=now)
    other = TEXT.replace("pass_level: 3", "pass_level: 2")

    with pytest.raises(Refused, match="evaluation_form_fixed"):
        load_evaluation_form(other, by=None, now=now)
    newer, done = load_evaluation_form(other.replace("version: 1", "version: 2"), by=None, now=now)

    assert (newer.version, done) == (2, "loaded")


@pytest.mark.both_stacks
@pytest.mark.django_db
def test_not_even_the_database_changes_a_form_that_was_signed(now):
    agreement = an_agreement()
    signed = a_signed_evaluation("mentor-mid", agreement.intern, by=agreement.mentor, now=now)

    with pytest.raises(DatabaseError), transaction.atomic():
        EvaluationForm.objects.filter(pk=signed.form_id).update(pass_level=1)


@pytest.mark.django_db
def test_the_command_loads_forms_beside_schemes_and_refuses_by_line(tmp_path):
    out = StringIO()
    call_command("load_scheme", stdout=out)
    path = tmp_path / "form.yaml"
    path.write_text(TEXT.replace("role: mentor", "role: teacher"), encoding="utf-8")

    assert "Evaluation form: mentor-mid 1 loaded." in out.getvalue()
    assert EvaluationForm.objects.count() == 5
    with pytest.raises(CommandError, match="line 5"):
        call_command("load_scheme", path)
