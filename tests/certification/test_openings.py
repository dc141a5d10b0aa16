"""Everything of a person's that others opened: by role and day, seen by that person alone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from certification.appeals.actions import open_appeal
from certification.credentials.actions import open_certificate
from certification.decisions.actions import open_dossier
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.appeals import an_appeal
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.content.readers import openings_about

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def told(person) -> list[tuple[str, str]]:
    return [(one.what, one.who) for one in openings_about(person)]


def test_each_is_told_once_a_day_and_reader_by_role():
    appeal, registrar, decider = an_appeal(), a_registrar(), world.a_decider()
    morning = world.NOW
    for now in (morning, morning + timedelta(hours=1), morning + timedelta(days=1)):
        open_dossier(appeal.application, by=registrar, now=now)
    open_appeal(appeal, by=decider, now=morning + timedelta(days=2))

    assert told(appeal.appellant) == [
        ("Your dossier", "Decision-maker"),
        ("Your appeal", "Decision-maker"),
        ("Your dossier", "Registrar"),
        ("Your dossier", "Registrar"),
    ]


def test_what_one_opens_of_oneself_is_nobodys_news():
    holder = a_person(Role.CERTIFICANT, Role.REGISTRAR)
    certificate = world.a_quick_certificate(holder)

    open_certificate(certificate, by=holder, now=world.NOW)

    assert not AuditEvent.objects.filter(verb="certification.certificate.opened").exists()


def test_the_staffs_page_of_a_certificate_tells_its_holder(client, sign_in):
    certificate = world.a_quick_certificate()
    sign_in(client, a_registrar(name="Nora Namely"))
    client.get(reverse("certification_certificate", args=[certificate.public_id]))

    sign_in(client, certificate.holder)
    own = client.get(reverse("certificate", args=[certificate.public_id])).text
    page = client.get(reverse("openings")).text

    assert "Who opened it in the office" in own
    for text in (own, page):
        assert "Registrar" in text
        assert "Nora Namely" not in text


def test_the_page_of_a_condition_counts_as_opening_the_dossier(client, sign_in):
    condition = world.a_decision(outcome="defer").conditions.get()
    sign_in(client, a_registrar())

    client.get(reverse("certification_condition", args=[condition.public_id]))

    [(what, who)] = told(condition.decision.applicant)
    assert (what, who) == ("Your dossier", "Registrar")


def test_nobody_sees_what_was_opened_of_others_and_an_empty_page_says_so(client, sign_in):
    appeal = an_appeal()
    open_dossier(appeal.application, by=a_registrar(), now=world.NOW)
    sign_in(client, a_person(Role.INTERN))

    page = client.get(reverse("openings"))

    assert "Nobody has opened anything of yours" in page.text


def test_a_longer_list_asks_no_more(count_queries):
    appeal = an_appeal()
    open_dossier(appeal.application, by=a_registrar(), now=world.NOW)
    with count_queries() as few:
        openings_about(appeal.appellant)
    for days in range(1, 6):
        open_dossier(appeal.application, by=a_registrar(), now=world.NOW + timedelta(days=days))

    with count_queries(exactly=len(few)):
        openings_about(appeal.appellant)
