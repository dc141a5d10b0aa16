"""The minutes of a decision: everything it rests on, for the house, on record once."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from certification.decisions.minutes import minutes_of
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.content.minutes import _values

pytestmark = pytest.mark.django_db
VERB = "certification.decision.minutes_taken"


def address(application) -> str:
    return reverse("dossier_minutes", args=[application.public_id])


def test_they_hold_recommendations_reasons_conditions_and_who_decided(now):
    decision = world.a_decision(outcome="defer")
    application = decision.application

    printed = json.dumps(_values(minutes_of(application, decision, now), now), ensure_ascii=False)

    people = (application.applicant, decision.decision_maker, *world.reviewers_of(application))
    for words in (*(one.name for one in people), "Deferred", "letter of the second clinician"):
        assert words in printed
    assert world.REASONS in printed


def test_whoever_opens_the_dossier_takes_them_once_on_record(client, sign_in):
    application = world.a_decision().application
    registrar = a_registrar()
    sign_in(client, registrar)
    dossier = client.get(reverse("dossier", args=[application.public_id]))
    assert address(application) in dossier.text

    answer = client.get(address(application))

    assert answer.content.startswith(b"%PDF")
    assert "no-store" in answer["Cache-Control"]
    event = AuditEvent.objects.get(verb=VERB)
    about = (event.actor_id, event.target_id, event.subject_id)
    assert about == (
        registrar.public_id,
        application.public_id,
        application.applicant.public_id,
    )
    opened = AuditEvent.objects.filter(verb="certification.application.opened", at=event.at)
    assert opened.count() == 1


def test_before_the_decision_there_are_none(client, sign_in):
    application = world.a_recommended_application()
    sign_in(client, a_registrar())

    answer = client.get(address(application))

    told = " ".join(str(one) for one in get_messages(answer.wsgi_request))
    assert answer.status_code == 302
    assert "before there is a decision" in told
    assert address(application) not in client.get(answer.url).text
    assert not AuditEvent.objects.filter(verb=VERB).exists()


def test_whoever_does_not_reach_the_dossier_does_not_reach_them(client, sign_in):
    application = world.a_decision().application
    applicant = User.objects.get(pk=application.applicant_id)
    for person, answers in (
        (world.a_reviewer(), 404),
        (a_person(Role.ADMINISTRATOR), 302),
        (a_person(Role.COMPLAINTS_OFFICER), 302),
        (applicant, 403),
    ):
        sign_in(client, person)

        assert client.get(address(application)).status_code == answers
    assert not AuditEvent.objects.filter(verb=VERB).exists()
