"""The page of one person whom a recall touches, and what it asks of the database."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from certification.practice import actions as practice
from tests.certification.recalls.test_views import address
from tests.factories.accounts import a_person, a_registrar
from tests.factories.certification import (
    SPRING,
    a_clinician,
    a_mentor,
    an_agreement,
)
from tests.factories.decisions import NOW, a_decider
from tests.factories.recalls import (
    DECIDED,
    FIRST,
    FOUND,
    a_certificate_resting_on,
    a_confirmed_recall,
    a_proposed_recall,
    an_applicant_signed_for,
    an_intern_signed_for,
    confirm,
    decide,
    the_item,
)
from training_site.accounts.models import Notice
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


def test_the_dossier_shows_what_was_recalled_and_decided(mentor, enter):
    application = an_applicant_signed_for(mentor)
    a_confirmed_recall(mentor)
    client = enter(a_decider())
    before = client.get(address("dossier", application)).content.decode()

    decide(the_item(application.applicant), "reasons")
    after = client.get(address("dossier", application)).content.decode()

    assert "3 h signed by Marta Oliveira do not count" in before
    assert DECIDED not in before
    assert DECIDED in after


def test_her_own_page_says_what_happened_what_it_means_and_the_way_on(mentor, enter):
    certificate = a_certificate_resting_on(mentor)
    a_confirmed_recall(mentor)
    item, client = the_item(certificate.holder), enter(certificate.holder)
    notice = Notice.objects.get(event="certification.recall_touches_you")

    page = client.get(notice.url)
    text = page.content.decode()

    assert page.status_code == 200
    for words in (
        "It is nothing that you did",
        "Marta Oliveira signed hours of yours",
        "2 entries, 3 h",
        "Mentor supervision: was met, and is not any more. 2 h missing.",
        "Your certificate stands as it does",
        "Another supervisor confirms them",
        "Further hours",
    ):
        assert words in text, words
    assert FOUND not in text
    decide(item, "suspended")
    told = client.get(notice.url).content.decode()
    assert DECIDED in told
    assert reverse("appeal_certificate", args=[certificate.public_id]) in told


def test_another_agreement_of_those_days_leads_to_a_correction(mentor, enter):
    """The path that practice has: corrected under the other agreement, signed by who it names."""
    intern = an_intern_signed_for(mentor)
    an_agreement(intern, mentor=a_mentor(), clinician=a_clinician(), now=SPRING)
    a_confirmed_recall(mentor)

    text = enter(intern).get(address("own_recall", the_item(intern))).content.decode()

    entry = intern.hours.order_by("date").first()
    assert reverse("correct_entry", args=[entry.public_id]) in text
    assert "Another of your supervisors signs" in text


def test_an_agreement_whose_supervisor_was_not_entitled_leads_nowhere(mentor, enter):
    intern = an_intern_signed_for(mentor)
    an_agreement(intern, mentor=(other := a_mentor()), clinician=a_clinician(), now=SPRING)
    proof = other.supervisor_authorities.get()
    practice.withdraw_authority(proof, withdrawn_from=FIRST, by=a_registrar(), now=NOW)
    a_confirmed_recall(mentor)

    text = enter(intern).get(address("own_recall", the_item(intern))).content.decode()

    assert "Another of your supervisors signs" not in text


def test_nobody_elses_page(mentor, enter):
    intern = an_intern_signed_for(mentor)
    a_confirmed_recall(mentor)

    assert enter(a_person()).get(address("own_recall", the_item(intern))).status_code == 404


def test_ones_own_pages_point_to_it_until_it_is_settled(mentor, enter):
    intern = an_intern_signed_for(mentor)
    a_confirmed_recall(mentor)
    item, client = the_item(intern), enter(intern)
    link = address("own_recall", item)

    assert link in client.get(reverse("practice")).content.decode()
    decide(item, "reasons")
    assert link not in client.get(reverse("practice")).content.decode()


def test_a_mail_names_no_matter(mentor, mailoutbox):
    an_intern_signed_for(mentor)
    mailoutbox.clear()

    a_confirmed_recall(mentor)

    assert {one.subject for one in mailoutbox} >= {"You have news"}
    for one in mailoutbox:
        assert "hours" not in one.body.lower()
        assert "mentor" not in one.body.lower()


@pytest.mark.parametrize("people", [1, 3])
def test_a_preview_asks_a_bounded_number_of_questions_a_person(
    mentor, enter, count_queries, people
):
    """At most 60 of the page itself, 35 for each person on it (28 when this was written); a page holds
    twenty."""
    for _one in range(people):
        an_intern_signed_for(mentor)
    recall, client = a_proposed_recall(mentor), enter(a_decider())
    client.get(address("certification_recall", recall))

    with count_queries(at_most=60 + 35 * people) as counted:
        page = client.get(address("certification_recall", recall))

    assert page.status_code == 200
    assert len(counted) > 20 * people


def test_the_list_and_a_settled_recall_ask_no_more_for_more(mentor, enter, count_queries):
    for _one in range(4):
        an_intern_signed_for(mentor)
    recall = a_confirmed_recall(mentor)
    client = enter(a_decider())
    client.get(reverse("certification_recalls"))

    with count_queries(at_most=25):
        client.get(reverse("certification_recalls"))
    with count_queries(at_most=40):
        client.get(address("certification_recall", recall))


def test_time_to_make_up_is_listed(mentor, registrar):
    intern = an_intern_signed_for(mentor, name="Imran Okafor")
    confirm(a_proposed_recall(mentor))
    drain()
    decide(the_item(intern), "made_up", due_on=(NOW + timedelta(days=30)).date())

    page = registrar.get(reverse("certification_recalls")).content.decode()

    assert "Hours to be made up" in page
    assert "Imran Okafor" in page
