from datetime import date

import pytest
from django.urls import reverse

from certification.practice import actions
from certification.practice.models import (
    InternshipAdmission,
    JurisdictionPolicy,
    SupervisorAuthority,
)
from certification.scheme.models import SchemePin
from tests.factories.accounts import a_person, a_registrar, a_trainee
from tests.factories.certification import (
    SPRING,
    a_clinician,
    a_draft_agreement,
    a_mentor,
    a_policy,
    an_admitted_intern,
    an_agreement,
    an_open_place,
    the_scheme,
)
from training_site.accounts.actions.identity import record_identity_seen
from training_site.accounts.roles import Role
from training_site.content.actions import attest

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar():
    return a_registrar()


@pytest.fixture
def desk(client, sign_in, registrar):
    return sign_in(client, registrar)


def an_agreed_draft():
    intern, mentor, clinician = an_admitted_intern(), a_mentor(), a_clinician()
    agreement = a_draft_agreement(intern, mentor=mentor, clinician=clinician)
    for person in (mentor, clinician):
        actions.agree(agreement, typed_name=person.name, by=person, now=SPRING)
    return agreement


def test_an_empty_desk_says_how_things_come_to_it(desk):
    page = desk.get(reverse("practice_desk")).content.decode()

    assert "once both supervisors have signed it" in page


def test_the_desk_shows_what_waits(desk):
    agreement = an_agreed_draft()
    unseen = a_person(Role.MENTOR)

    page = desk.get(reverse("practice_desk")).content.decode()

    assert reverse("practice_agreement_desk", args=[agreement.public_id]) in page
    assert unseen.name in page
    assert "not seen yet" in page


def test_an_agreement_is_approved_from_the_desk(desk, registrar):
    agreement = an_agreed_draft()

    desk.post(reverse("practice_agreement_desk", args=[agreement.public_id]), {"act": "approve"})

    agreement.refresh_from_db()
    assert (agreement.state, agreement.approved_by) == ("approved", registrar)


def test_an_agreement_is_ended_with_a_reason(desk):
    agreement = an_agreement()

    desk.post(
        reverse("practice_agreement_desk", args=[agreement.public_id]),
        {"act": "end", "ended_on": "2026-10-31", "reason": "She moves away"},
    )

    agreement.refresh_from_db()
    assert (agreement.state, agreement.counts_until) == ("ended", date(2026, 10, 31))


def test_approving_asks_for_a_fresh_sign_in(client, sign_in, registrar):
    agreement = an_agreed_draft()
    stale = sign_in(client, registrar, fresh=False)

    response = stale.post(
        reverse("practice_agreement_desk", args=[agreement.public_id]), {"act": "approve"}
    )

    assert "reauthenticate" in response.url


def seen(**changes) -> dict:
    values = {
        "act": "verify",
        "role": "mentor",
        "licence_number": "R-1",
        "issuer": "Register",
        "how": "register",
        "seen_on": "2026-11-01",
        "valid_from": "2026-01-01",
        "valid_until": "2027-12-31",
    }
    return values | changes


def test_a_licence_seen_is_recorded_and_can_be_withdrawn(desk, registrar):
    mentor = a_person(Role.MENTOR)
    url = reverse("practice_supervisor", args=[mentor.public_id])

    desk.post(url, seen())
    proof = SupervisorAuthority.objects.get()
    desk.post(
        url,
        {"act": "withdraw", "proof": str(proof.public_id), "withdrawn_from": "2026-11-15"},
    )

    proof.refresh_from_db()
    assert (proof.seen_by, proof.last_day) == (registrar, date(2026, 11, 14))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"valid_until": "2025-12-31"}, "valid_until"),
        ({"seen_on": "2099-01-01"}, "seen_on"),
        ({"role": "clinician"}, "role"),  # a role this person does not hold
        ({"issuer": ""}, "issuer"),
    ],
)
def test_a_licence_that_cannot_be_is_refused_at_its_field(desk, changes, field):
    mentor = a_person(Role.MENTOR)

    response = desk.post(reverse("practice_supervisor", args=[mentor.public_id]), seen(**changes))

    assert field in response.context["form"].errors
    assert not SupervisorAuthority.objects.exists()


def test_a_place_is_decided_on_once_a_day(desk):
    body = {"place": "Wales", "status": "allowed", "effective_from": "2026-01-01", "note": ""}
    desk.post(reverse("practice_places"), body)

    again = desk.post(reverse("practice_places"), body | {"status": "blocked"})

    assert "effective_from" in again.context["form"].errors
    assert JurisdictionPolicy.objects.get().status == "allowed"


def test_an_internship_begins_with_its_scheme(desk, registrar):
    version = the_scheme()
    trainee = a_trainee()
    record_identity_seen(trainee, seen_on=SPRING.date(), by=registrar, now=SPRING)
    for policy in ("jurisdiction-notice", "confidentiality-contract"):
        attest(trainee, a_policy(policy), typed_name=trainee.name, now=SPRING)
    an_open_place(by=registrar)

    desk.post(reverse("practice_internship", args=[trainee.public_id]), {"place": "England"})

    assert InternshipAdmission.objects.get().intern == trainee
    assert SchemePin.objects.get().version == version


def test_what_is_missing_for_admission_is_said(desk, registrar):
    an_open_place(by=registrar)
    trainee = a_trainee()
    url = reverse("practice_internship", args=[trainee.public_id])

    response = desk.post(url, {"place": "England"})

    assert "Age and identity have not been seen yet." in response.content.decode()
    assert not InternshipAdmission.objects.exists()


@pytest.mark.parametrize("name", ["practice_desk", "practice_places"])
def test_the_desk_is_closed_to_reviewers(client, sign_in, name):
    reviewer = sign_in(client, a_person(Role.REVIEWER))

    # Wagtail answers a refusal in its area by leading back to the admin's home.
    assert reviewer.get(reverse(name)).url == "/admin/"
