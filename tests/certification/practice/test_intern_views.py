from datetime import date, time

import pytest
from django.urls import reverse

from certification.practice.models import Case, SupervisionAgreement
from tests.factories.accounts import a_trainee
from tests.factories.certification import (
    a_case,
    a_clinician,
    a_draft_agreement,
    a_mentor,
    a_submitted_entry,
    an_admitted_intern,
    an_agreement,
    an_entry,
    the_scheme,
)

pytestmark = pytest.mark.django_db
NEW = "/practice/hours/new/"


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


@pytest.fixture
def intern_client(client, agreement, sign_in):
    return sign_in(client, agreement.intern)


def test_an_intern_without_anything_is_told_how_it_begins(client, sign_in):
    intern = an_admitted_intern()

    response = sign_in(client, intern).get("/practice/")

    assert "Draft the agreement" in response.content.decode()


def test_home_shows_the_month_and_asks_few_queries(intern_client, agreement, now, count_queries):
    case = a_case(agreement)
    for hour in range(8, 16):
        an_entry(agreement, now=now, start=time(hour, 0), minutes=30)
    a_submitted_entry(agreement, now=now, start=time(17, 0), category="direct_session", case=case)

    with count_queries(at_most=20):
        response = intern_client.get("/practice/")

    assert response.status_code == 200


@pytest.mark.parametrize("path", ["/practice/", NEW, "/practice/agreement/", "/supervision/"])
def test_a_trainee_has_no_practice_and_no_supervision(client, sign_in, path):
    response = sign_in(client, a_trainee()).get(path)

    assert response.status_code == 403


@pytest.mark.parametrize("path", ["/practice/", "/supervision/"])
def test_strangers_are_asked_to_sign_in(client, path):
    response = client.get(path)

    assert response.status_code == 302
    assert response.url.startswith("/accounts/login/")


def test_a_case_is_opened_and_closed(intern_client, agreement):
    intern_client.post("/practice/cases/new/", {"opened_on": "2026-05-01"})
    case = Case.objects.get()
    url = reverse("practice_case", args=[case.public_id])
    intern_client.post(reverse("begin_closing", args=[case.public_id]))

    close = {"closure": "planned", "closed_on": "2026-06-01"}

    refused = intern_client.post(url, close).content.decode()
    intern_client.post(
        reverse("attest_step", args=[case.public_id]),
        {"kind": "closure_meeting", "on": "2026-06-01"},
    )
    intern_client.post(url, close)

    assert "Attest the closure meeting first" in refused
    case.refresh_from_db()
    assert (case.letter, case.state, case.closed_on) == ("A", "closed", date(2026, 6, 1))
    assert "Case A" in intern_client.get(url).content.decode()


def test_an_agreement_is_drafted_answered_and_shown(client, sign_in):
    intern, mentor, clinician = an_admitted_intern(), a_mentor(), a_clinician()

    sign_in(client, intern).post(
        "/practice/agreement/",
        {
            "mentor": str(mentor.public_id),
            "clinician": str(clinician.public_id),
            "scope": "full",
            "starts_on": "2026-11-01",
            "typed_name": intern.name,
        },
    )
    drafted = SupervisionAgreement.objects.get()
    url = reverse("answer_agreement", args=[drafted.public_id])
    for person in (mentor, clinician):
        sign_in(client, person).post(url, {"typed_name": person.name})

    drafted.refresh_from_db()
    assert drafted.state == "agreed"
    assert (
        "Waiting for the association"
        in sign_in(client, intern).get("/practice/agreement/").content.decode()
    )


def test_an_agreement_can_be_declined(client, sign_in, now):
    intern, mentor, clinician = an_admitted_intern(), a_mentor(), a_clinician()
    drafted = a_draft_agreement(intern, mentor=mentor, clinician=clinician)

    sign_in(client, mentor).post(reverse("decline_agreement", args=[drafted.public_id]))

    drafted.refresh_from_db()
    assert (drafted.state, drafted.declined_by) == ("declined", mentor)


def test_an_agreement_is_not_found_by_those_it_does_not_name(client, sign_in, agreement):
    stranger = sign_in(client, a_mentor())

    url = reverse("answer_agreement", args=[agreement.public_id])
    assert stranger.get(url).status_code == 404


def test_a_month_that_does_not_exist_is_not_found(intern_client):
    assert intern_client.get("/practice/months/2026-13/").status_code == 404
