"""The screens of recalls: proposed by exact address, shown before it is confirmed, told to each."""

import pytest
from django.test import Client
from django.urls import reverse

from certification.recalls.models import Recall, RecallItem
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    a_mentor,
)
from tests.factories.decisions import NOW, a_decider
from tests.factories.recalls import (
    DECIDED,
    FIRST,
    FOUND,
    a_certificate_resting_on,
    a_confirmed_recall,
    a_proposed_recall,
    an_intern_signed_for,
    shown_of,
    the_item,
)
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.jobs.outbox import drain

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor():
    return a_mentor(name="Marta Oliveira")


@pytest.fixture
def enter(sign_in):
    """A browser of one's own for each person."""
    return lambda person: sign_in(Client(), person)


@pytest.fixture
def registrar(enter):
    return enter(a_registrar())


def address(name: str, thing) -> str:
    return reverse(name, args=[thing.public_id])


def proposal(mentor, **changes) -> dict:
    said = {"email": mentor.email, "role": "mentor", "from_day": FIRST.isoformat(), "reason": FOUND}
    return said | {"until_day": ""} | changes


def test_proposing_leads_to_whom_it_touches(mentor, registrar):
    certificate = a_certificate_resting_on(mentor, name="Hanna Berg")
    an_intern_signed_for(mentor, name="Imran Okafor")

    page = registrar.post(reverse("propose_recall"), proposal(mentor), follow=True)

    text = page.content.decode()
    assert page.redirect_chain[0][0] == address("certification_recall", Recall.objects.get())
    for words in ("Hanna Berg", "Imran Okafor", "before, not after", "2 h missing", FOUND):
        assert words in text, words
    assert certificate.get_standing_display() in text
    assert not RecallItem.objects.exists()


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"email": "nobody@example.org"}, "email", "Nobody with this address"),
        ({"role": "clinician"}, "email", "Nobody with this address"),  # holds another role
        ({"from_day": "2099-12-01"}, "from_day", "This day lies ahead"),
        ({"from_day": "soon"}, "from_day", "Write a date such as"),
        ({"until_day": "2026-01-01"}, "until_day", "before the first"),
        ({"reason": "Lapsed."}, "reason", "20 characters"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    mentor, registrar, change, field, words
):
    page = registrar.post(reverse("propose_recall"), proposal(mentor, **change))

    assert page.status_code == 422
    assert words in " ".join(page.context["form"].errors[field])
    assert proposal(mentor, **change)[field] in page.content.decode()
    assert not Recall.objects.exists()


def test_the_proposer_is_told_who_confirms_and_who_is_missing(mentor, enter):
    proposer = a_registrar()
    recall, client = a_proposed_recall(mentor, by=proposer), enter(proposer)

    alone = client.get(address("certification_recall", recall)).content.decode()
    a_decider()
    two = client.get(address("certification_recall", recall)).content.decode()

    assert "You need one more person, invite them" in alone
    assert "You need one more person" not in two
    assert "Confirm this list" not in two


def test_a_decision_maker_confirms_and_the_page_shows_how_far_it_is(mentor, enter):
    an_intern_signed_for(mentor, name="Imran Okafor")
    recall, client = a_proposed_recall(mentor), enter(a_decider())
    page = client.get(address("certification_recall", recall))
    shown = page.context["shown"]
    assert shown == shown_of(recall)

    page = client.post(address("confirm_recall", recall), {"shown": shown}, follow=True)

    assert "Working out what each person loses" in page.content.decode()
    drain()
    page = client.get(address("certification_recall", recall)).content.decode()
    assert "Imran Okafor" in page
    assert "to decide" in page


def test_another_list_than_the_one_shown_is_refused_kindly(mentor, enter):
    recall, client = a_proposed_recall(mentor), enter(a_decider())

    page = client.post(address("confirm_recall", recall), {"shown": "other"}, follow=True)

    assert "Look at the list again" in page.content.decode()
    recall.refresh_from_db()
    assert recall.confirmed_at is None


def test_it_is_taken_back(mentor, registrar):
    recall = a_proposed_recall(mentor)

    page = registrar.post(address("drop_recall", recall), follow=True)

    assert "taken back" in page.content.decode()
    assert not Recall.objects.open().exists()


def test_whoever_it_is_about_reaches_neither_it_nor_its_people(mentor, enter):
    intern = an_intern_signed_for(mentor)
    recall = a_confirmed_recall(mentor)
    for person in (mentor, intern):
        give_role(person, Role.REGISTRAR, by=None, now=NOW)
    item = the_item(intern)

    assert enter(mentor).get(address("certification_recall", recall)).status_code == 404
    assert enter(mentor).get(address("certification_recall_item", item)).status_code == 404
    assert enter(intern).get(address("certification_recall_item", item)).status_code == 404


def test_a_decision_maker_decides_with_a_fresh_enter(mentor, enter):
    certificate = a_certificate_resting_on(mentor)
    a_confirmed_recall(mentor)
    item = the_item(certificate.holder)
    client = enter(a_decider())
    said = {"outcome": "suspended", "text": DECIDED}

    page = client.post(address("certification_recall_item", item), said, follow=True)

    assert "Certificate suspended" in page.content.decode()
    certificate.refresh_from_db()
    assert certificate.standing == "suspended"


def test_a_registrar_reads_about_a_certificate_and_decides_about_an_intern(mentor, registrar):
    certificate, intern = a_certificate_resting_on(mentor), an_intern_signed_for(mentor)
    a_confirmed_recall(mentor)

    read = registrar.get(address("certification_recall_item", the_item(certificate.holder)))
    page = registrar.get(address("certification_recall_item", the_item(intern)))

    assert read.context["form"] is None
    assert "so a decision-maker decides" in read.content.decode()
    offered = [value for value, _label in page.context["form"].fields["outcome"].choices]
    assert offered == ["reasons", "made_up"]
    missed = registrar.post(
        address("certification_recall_item", the_item(intern)),
        {"outcome": "made_up", "text": DECIDED, "due_on": ""},
    )
    assert "Give a day" in " ".join(missed.context["form"].errors["due_on"])
    assert DECIDED in missed.content.decode()
