"""Messages tell of what was decided; no setting of theirs and no message ever decides anything."""

from datetime import timedelta

import pytest
from django.urls import reverse

from certification.credentials.models import Certificate, CertificateReplacement
from certification.decisions.models import Decision
from certification.renewals.actions import remind
from certification.renewals.models import Renewal
from tests.factories import decisions, renewals
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.roles import Role
from training_site.jobs.registry import function_of, known_rounds

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("plain_documents"),
    pytest.mark.lesson(52),
]
AWARDS = (Certificate, CertificateReplacement, Decision)


@pytest.fixture
def everybody():
    """Those who could be certified, or again, the moment that somebody decided it; and the staff."""
    term = renewals.whole(renewals.a_term(last=renewals.NOW.date() + timedelta(days=7)))
    renewals.a_checked_renewal(renewals.whole(renewals.a_term()))
    application = decisions.a_recommended_application()
    return [
        term.holder,
        Renewal.objects.get().certificant,
        application.applicant,
        decisions.an_applicant(),
        *decisions.reviewers_of(application),
        decisions.a_decider(),
        a_registrar(),
        a_person(Role.MENTOR),
        a_person(Role.ADMINISTRATOR),
    ]


def counted() -> list[int]:
    return [model.objects.count() for model in AWARDS]


@pytest.mark.parametrize("setting", [{"mail_off": "on"}, {}], ids=["off", "on"])
def test_no_setting_of_messages_awards_anything(client, sign_in, run_jobs, everybody, setting):
    type(everybody[0]).objects.update(mail_off=not setting)
    before = counted()

    for person in everybody:
        answer = sign_in(client, person).post(reverse("you"), {"zone": "", **setting})
        assert answer.status_code == 302
        person.refresh_from_db()
        assert person.mail_off is bool(setting)
    assert remind(now=renewals.NOW) == 1
    for each in known_rounds():
        function_of(each.name)()
    run_jobs()

    assert counted() == before
