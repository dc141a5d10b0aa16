import pytest
from django.urls import reverse

from certification.practice.models import Milestone, OpeningBalance
from certification.scheme.actions.credits import propose_credit
from certification.scheme.actions.pins import pin
from certification.scheme.models import Credit
from tests.factories.accounts import a_registrar, an_administrator
from tests.factories.certification import an_admitted_intern, the_scheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def intern(now):
    intern = an_admitted_intern()
    pin(intern, the_scheme(), by=None, now=now)
    return intern


@pytest.fixture
def registrar():
    return a_registrar()


@pytest.fixture
def desk(client, sign_in, registrar):
    return sign_in(client, registrar)


def address(intern) -> str:
    return reverse("practice_recognition", args=[intern.public_id])


def answered(desk, intern, act: str, one):
    where = reverse("answer_recognition", args=[intern.public_id])
    return desk.post(where, {"act": act, "one": str(one.public_id)})


CREDIT = {
    "act": "credit",
    "kind": "equivalence",
    "requirement": "direct",
    "minutes": "10 h",
    "reasons": "Work under another supervisor.",
}
BALANCE = {
    "act": "balance",
    "category": "direct_session",
    "minutes": "20 h",
    "first_day": "2025-01-01",
    "last_day": "2025-06-30",
    "modality": "in_person",
    "case_label": "a",
    "closure": "planned",
    "evidence": "Signed log, seen on paper.",
}


def test_a_credit_is_proposed_listed_approved_and_read_by_its_intern(desk, intern, client, sign_in):
    desk.post(address(intern), CREDIT)
    credit = Credit.objects.get()
    listed = desk.get(reverse("practice_desk")).content.decode()
    answered(sign_in(client, an_administrator()), intern, "approve", credit)

    path = sign_in(client, intern).get(reverse("path")).content.decode()

    assert address(intern) in listed
    assert "Direct sessions: 10 h recognised as equivalent" in path
    assert "Work under another supervisor." in path


def test_who_proposed_is_offered_no_approval_and_gets_none(desk, intern):
    desk.post(address(intern), CREDIT)
    credit = Credit.objects.get()

    page = desk.get(address(intern)).content.decode()
    answered(desk, intern, "approve", credit)

    assert 'value="approve"' not in page
    assert 'value="decline"' in page
    assert Credit.objects.get().approved_at is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"requirement": "cases"}, "requirement"),
        ({"minutes": ""}, "minutes"),
        ({"minutes": "a lot"}, "minutes"),
        ({"kind": "waiver"}, "minutes"),
        ({"reasons": ""}, "reasons"),
    ],
)
def test_a_credit_that_cannot_be_is_refused_at_its_field(desk, intern, changes, field):
    answer = desk.post(address(intern), CREDIT | changes)

    assert field in answer.context["credit_form"].errors
    assert not Credit.objects.exists()


def test_hours_from_elsewhere_are_attested_by_one_and_confirmed_by_another(
    desk, intern, client, sign_in
):
    desk.post(address(intern), BALANCE)
    balance = OpeningBalance.objects.get()
    answered(desk, intern, "confirm", balance)
    before = OpeningBalance.objects.attested().count()
    answered(sign_in(client, an_administrator()), intern, "confirm", balance)

    assert (balance.minutes, balance.case_label, before) == (1200, "A", 0)
    assert OpeningBalance.objects.attested().get() == balance


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"case_label": ""}, "case_label"),  # an end without a case
        ({"case_label": "7"}, "case_label"),
        ({"last_day": "2099-01-01"}, "last_day"),
        ({"last_day": "2025-01-01", "minutes": "25 h"}, "minutes"),
    ],
)
def test_hours_that_cannot_be_are_refused_at_their_field(desk, intern, changes, field):
    answer = desk.post(address(intern), BALANCE | changes)

    assert field in answer.context["balance_form"].errors


def test_a_milestone_is_recorded(desk, intern):
    body = {"act": "milestone", "name": "interview_passed", "on": "2026-03-01"}

    desk.post(address(intern), body)

    assert Milestone.objects.get().name == "interview_passed"


def test_an_answer_to_somebody_elses_thing_finds_nothing(desk, intern, now):
    words = {"kind": "waiver", "requirement": "direct", "reasons": "Because."}
    credit = propose_credit(intern, **words, by=an_administrator(), now=now)

    assert answered(desk, an_admitted_intern(), "approve", credit).status_code == 404


def test_approving_asks_for_a_fresh_sign_in(client, sign_in, intern):
    stale = sign_in(client, a_registrar(), fresh=False)
    where = reverse("answer_recognition", args=[intern.public_id])

    assert "reauthenticate" in stale.post(where, {"act": "approve"}).url
