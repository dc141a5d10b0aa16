import pytest
from django.db import DatabaseError, transaction

from certification.practice import actions
from certification.practice.evaluation_sheets import sheet_of
from certification.practice.evaluations_asked import asked_of, asked_of_supervisor
from certification.practice.models import Evaluation, FactsVersion
from certification.scheme.actions import load_evaluation_form
from tests.factories.certification import a_case, a_mentor, an_agreement
from tests.factories.evaluations import (
    a_draft,
    a_signed_evaluation,
    form_text,
    levels_for,
    the_form,
    the_forms,
)
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    return an_agreement()


def verbs_about(thing) -> list[str]:
    return [event.verb for event in AuditEvent.objects.about(thing.public_id)]


@pytest.mark.both_stacks
def test_a_signature_covers_what_was_shown_and_takes_the_lowest_level(agreement, now):
    intern, mentor = agreement.intern, agreement.mentor
    draft = a_draft("mentor-mid", intern, by=mentor, now=now)
    levels = levels_for(draft.form, 4, consent=2)
    draft = actions.keep_evaluation(
        draft,
        levels=levels,
        strengths="",
        next_steps="",
        seen=sheet_of(draft).hash,
        by=mentor,
        now=now,
    )
    before, shown = FactsVersion.objects.current(intern), sheet_of(draft).hash

    signed = actions.sign_evaluation(
        draft, shown_hash=shown, typed_name=mentor.name, by=mentor, now=now
    )

    assert (signed.state, signed.result, signed.content_hash) == ("signed", 2, shown)
    assert FactsVersion.objects.current(intern) == before + 1
    assert verbs_about(signed)[-1] == "certification.evaluation.signed"
    assert Notice.objects.filter(person=intern, event="certification.evaluation_signed").exists()


@pytest.mark.both_stacks
@pytest.mark.parametrize(
    "change",
    [{"levels": {}}, {"result": 4}, {"content_hash": "0" * 64}, {"typed_name": "Somebody"}],
)
def test_not_even_the_database_changes_what_is_signed(agreement, now, change):
    signed = a_signed_evaluation("mentor-mid", agreement.intern, by=agreement.mentor, now=now)

    with pytest.raises(DatabaseError), transaction.atomic():
        Evaluation.objects.filter(pk=signed.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Evaluation.objects.filter(pk=signed.pk).delete()


def test_what_changed_since_it_was_shown_is_not_signed(agreement, now):
    draft = a_draft("self-mid", agreement.intern, by=agreement.intern, now=now)
    shown = sheet_of(draft).hash
    actions.keep_evaluation(
        draft,
        levels=draft.levels,
        strengths="Something else",
        next_steps="",
        seen=shown,
        by=agreement.intern,
        now=now,
    )

    with pytest.raises(Refused, match="evaluation_has_changed"):
        actions.sign_evaluation(
            draft, shown_hash=shown, typed_name=draft.intern.name, by=draft.intern, now=now
        )

    draft.refresh_from_db()
    assert draft.state == "draft"
    assert "certification.evaluation.signed" not in verbs_about(draft)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"typed_name": "Another Name"}, "typed_name_differs"),
        ({"by": "intern"}, "evaluation_of_another"),
        ({"levels": {"consent": 3}}, "evaluation_incomplete"),
    ],
)
def test_a_signature_that_is_none_leaves_nothing(agreement, now, changes, reason):
    mentor = agreement.mentor
    draft = a_draft(
        "mentor-mid",
        agreement.intern,
        by=mentor,
        now=now,
        **({"levels": changes["levels"]} if "levels" in changes else {}),
    )
    by = agreement.intern if changes.get("by") == "intern" else mentor

    with pytest.raises(Refused, match=reason):
        actions.sign_evaluation(
            draft,
            shown_hash=sheet_of(draft).hash,
            typed_name=changes.get("typed_name", by.name),
            by=by,
            now=now,
        )

    assert not Evaluation.objects.signed().exists()


def test_a_mentor_of_nobody_here_begins_nothing(agreement, now):
    with pytest.raises(Refused, match="not_supervising_in_that_role"):
        actions.begin_evaluation(the_form("mentor-mid"), agreement.intern, by=a_mentor(), now=now)

    assert not Evaluation.objects.exists()


def test_beginning_again_goes_on_with_the_same_draft(agreement, now):
    first = a_draft("mentor-mid", agreement.intern, by=agreement.mentor, now=now)

    second = actions.begin_evaluation(first.form, agreement.intern, by=agreement.mentor, now=now)

    assert second == first
    assert verbs_about(first) == ["certification.evaluation.begun"]


def test_reading_is_confirmed_once_and_by_the_intern(agreement, now):
    signed = a_signed_evaluation("mentor-mid", agreement.intern, by=agreement.mentor, now=now)

    actions.confirm_reading(signed, by=agreement.intern, now=now)
    actions.confirm_reading(signed, by=agreement.intern, now=now)

    signed.refresh_from_db()
    assert (signed.read_by, signed.read_at) == (agreement.intern, now)
    assert verbs_about(signed).count("certification.evaluation.read") == 1
    with pytest.raises(Refused, match="not_own_record"):
        actions.confirm_reading(signed, by=agreement.mentor, now=now)


def test_each_role_is_asked_for_its_own_forms(agreement, now):
    the_forms()
    case = a_case(agreement)

    of_intern = {(one.form.code, one.case) for one in asked_of([agreement.intern], now.date())}
    of_mentor = {one.form.code for one in asked_of_supervisor(agreement.mentor, now.date())}
    of_clinician = {
        (one.form.code, one.case) for one in asked_of_supervisor(agreement.clinician, now.date())
    }

    assert of_intern == {
        ("mentor-mid", None),
        ("self-mid", None),
        ("clinician-case", case),
        ("mentor-final", None),
        ("self-final", None),
    }
    assert of_mentor == {"mentor-mid", "mentor-final"}
    assert of_clinician == {("clinician-case", case)}


def test_an_evaluation_by_an_earlier_version_of_a_form_is_done(agreement, now):
    a_signed_evaluation("mentor-mid", agreement.intern, by=agreement.mentor, now=now)
    text = form_text("mentor-mid").replace("version: 1", "version: 2")
    load_evaluation_form(text, by=None, now=now)

    asked = asked_of([agreement.intern], now.date())

    assert [(one.form.version, one.standing) for one in asked] == [(2, "done")]
