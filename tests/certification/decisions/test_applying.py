"""Applying: what is written, recorded, told, and left alone on refusal."""

import pytest
from django.db import connection

from certification.decisions import actions
from certification.decisions.models import Application
from certification.decisions.rules.applying import DECLARATIONS
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import YES, Refused

pytestmark = pytest.mark.django_db


def verbs_about(thing):
    return list(AuditEvent.objects.about(thing.public_id).values_list("verb", flat=True))


def told(person):
    return list(Notice.objects.filter(person=person).values_list("event", flat=True))


def test_an_application_is_handed_in_and_the_registrar_told(now):
    applicant, registrar = world.an_applicant(), a_registrar()

    application = world.a_submitted_application(applicant)

    assert application.state == "submitted"
    assert verbs_about(application) == [
        "certification.application.started",
        "certification.application.submitted",
    ]
    assert told(registrar) == ["certification.application_arrived"]


@pytest.mark.django_db(transaction=True)
def test_the_name_is_set_before_anything_is_locked(monkeypatch):
    applicant = world.an_applicant()
    application = actions.start_application(applicant, by=applicant, now=world.NOW)
    held = []
    monkeypatch.setattr(
        "certification.decisions.actions.applying.may_print",
        lambda name: held.append(connection.in_atomic_block) or YES,
    )

    actions.submit_application(application, declarations=DECLARATIONS, by=applicant, now=world.NOW)

    assert held == [False]


def test_nobody_applies_before_everything_is_met(now):
    applicant = world.an_applicant(met=False)

    with pytest.raises(Refused, match="requirements_not_met"):
        actions.start_application(applicant, by=applicant, now=now)

    assert not Application.objects.exists()
    assert not AuditEvent.objects.filter(verb__startswith="certification.application").exists()


@pytest.mark.lesson(15)
def test_one_application_is_open_at_a_time(now):
    applicant = world.an_applicant()
    world.a_submitted_application(applicant)

    with pytest.raises(Refused, match="application_already_open"):
        actions.start_application(applicant, by=applicant, now=now)


def test_a_declaration_left_out_refuses_the_whole_and_loses_nothing(now):
    applicant = world.an_applicant()
    application = actions.start_application(applicant, by=applicant, now=now)
    actions.save_draft(
        application, name="Rosa D.", declarations=DECLARATIONS[:2], by=applicant, now=now
    )

    with pytest.raises(Refused, match="declarations_missing"):
        actions.submit_application(
            application, declarations=DECLARATIONS[:2], by=applicant, now=now
        )

    application.refresh_from_db()
    assert (application.state, application.name) == ("draft", "Rosa D.")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "name_empty"),
        ("\U0001f984 Unicorn", "name_has_no_glyph"),
        ("x" * 300, "name_does_not_fit"),
    ],
)
def test_a_name_no_certificate_can_carry_is_refused_while_it_can_be_changed(now, name, reason):
    applicant = world.an_applicant()
    application = actions.start_application(applicant, by=applicant, now=now)

    with pytest.raises(Refused, match=reason):
        actions.submit_application(
            application, declarations=DECLARATIONS, name=name, by=applicant, now=now
        )


def test_only_the_applicant_hands_in(now):
    application = actions.start_application(
        applicant := world.an_applicant(), by=applicant, now=now
    )

    with pytest.raises(Refused, match="own_application_only"):
        actions.submit_application(
            application, declarations=DECLARATIONS, by=a_registrar(), now=now
        )


def test_something_missing_goes_back_with_a_note_and_can_be_handed_in_again(now):
    application = world.a_submitted_application()

    application = actions.check_completeness(
        application, complete=False, note="The second page", by=a_registrar(), now=now
    )
    assert application.state == "incomplete"
    again = actions.submit_application(
        application, declarations=DECLARATIONS, by=application.applicant, now=now
    )

    assert again.state == "submitted"
    assert "certification.application_incomplete" in told(application.applicant)


def test_a_missing_note_refuses_to_send_back(now):
    application = world.a_submitted_application()

    with pytest.raises(Refused, match="say_what_is_missing"):
        actions.check_completeness(application, complete=False, by=a_registrar(), now=now)

    assert application.checks.count() == 0
