"""The certificant's pages: each phase, each form, refused, counted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.renewals import actions
from certification.renewals.models import CEActivity, Renewal
from certification.renewals.rules.renewing import DECLARATIONS
from tests.factories import renewals as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import a_decider, a_quick_certificate
from training_site.accounts.roles import Role
from training_site.jobs.outbox import drain

from .running import a_claim, a_running_term, today, whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
EXAMINED = "A question about record-keeping is being examined."


def page_of(client, sign_in, person, name="renewal") -> str:
    sign_in(client, person)
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    ("days_left", "words"),
    [
        (500, "Renewal opens on"),
        (100, "100 days left"),
        (1, "1 day left"),
        (0, "0 days left"),
        (-1, "In grace: hand in by"),
        (-90, "In grace: hand in by"),
        (-91, "Expired; renewal is possible until"),
        (-400, "You can apply anew"),
    ],
)
def test_the_page_says_where_one_is_by_the_calendar(client, sign_in, days_left, words):
    certificate = a_running_term(days_left)

    assert words in page_of(client, sign_in, certificate.holder)


def test_it_says_what_is_there_and_what_is_missing(client, sign_in):
    certificate = a_running_term()
    holder = certificate.holder
    world.accepted(a_claim(holder, minutes=240), a_claim(holder, category="ce_ethics", minutes=60))
    a_claim(holder, minutes=120, title="Waits")

    page = page_of(client, sign_in, holder)

    assert "5 h of 10 h" in page
    assert "1 h of 2 h" in page  # of ethics
    assert "2 h wait for the registrar" in page
    assert "5 h of continuing education and 1 h of continuing education in ethics missing" in page
    assert "A colleague whom you choose signs it" in page
    assert "Everything is there: hand in" not in page


def test_handing_in_and_taking_back(client, sign_in):
    certificate = whole(a_running_term())
    assert "Everything is there: hand in" in page_of(client, sign_in, certificate.holder)

    bad = client.post(reverse("renewal"), {"declarations": DECLARATIONS[:2]})
    good = client.post(reverse("renewal"), {"declarations": DECLARATIONS}, follow=True)

    assert (bad.status_code, "make all three declarations" in bad.text) == (422, True)
    assert "The registrar looks at it by" in good.text
    renewal = Renewal.objects.get()
    back = client.post(reverse("take_back_renewal", args=[renewal.public_id]), follow=True)
    assert "Taken back." in back.text
    assert "Everything is there: hand in" in back.text


@pytest.mark.parametrize("act", [{}, {"declarations": ["another"]}, {"declarations": ""}])
def test_bad_input_is_told_and_leaves_nothing(client, sign_in, act):
    certificate = whole(a_running_term())
    sign_in(client, certificate.holder)

    assert client.post(reverse("renewal"), act).status_code == 422

    assert not Renewal.objects.exists()


def test_each_step_has_its_words(client, sign_in):
    certificate = whole(a_running_term())
    holder, now = certificate.holder, timezone.now()
    renewal = world.a_renewal(certificate, now=now)
    returned = "The certificate of the conference in May is still to be shown."
    renewal = actions.return_renewal(renewal, answer=returned, by=a_registrar(), now=now)

    page = page_of(client, sign_in, holder)
    assert returned in page
    assert "Complete it and hand in again" in page
    client.post(reverse("renewal"), {"declarations": DECLARATIONS})
    renewal = actions.pass_on(renewal, by=a_registrar(), now=now)
    assert "somebody else decides" in client.get(reverse("renewal")).text
    world.a_decided_renewal(renewal, now=now)
    assert "Your next certificate is being made" in client.get(reverse("renewal")).text
    drain()
    page = client.get(reverse("renewal")).text
    assert "Renewal opens on" in page
    terms = client.get(reverse("certification_terms")).text
    assert "Renewed" in terms
    assert "3 activities in your log" in terms
    letter = client.get(reverse("renewal_letter", args=[renewal.public_id])).text
    assert "10 h of 10 h" in letter
    assert "Working with shame" in letter  # what it rested on, one by one


def test_a_refusal_says_why_and_that_it_can_be_appealed(client, sign_in):
    certificate = whole(a_running_term())
    renewal = world.a_decided_renewal(
        world.a_checked_renewal(certificate, now=timezone.now()),
        outcome="refuse",
        now=timezone.now(),
    )

    page = page_of(client, sign_in, certificate.holder)
    letter = client.get(reverse("renewal_letter", args=[renewal.public_id])).text

    assert "It was not renewed" in page
    assert "hand in once more" in page
    assert "What a peer wanted worked on is still open" in letter
    assert "You can appeal until" in letter


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("withdraw", "This certification has ended"),
        ("suspend", "Your certificate is suspended"),
    ],
)
def test_what_was_done_to_the_certificate_shows(client, sign_in, act, words):
    certificate = whole(a_running_term())
    getattr(credential_actions, act)(
        certificate, reason=EXAMINED, by=a_decider(), now=timezone.now()
    )

    page = page_of(client, sign_in, certificate.holder)

    assert words in page
    assert ("Everything is there: hand in" in page) == (act == "suspend")


def test_a_scheme_that_says_nothing_is_said_to(client, sign_in):
    certificate = a_quick_certificate(granted_on=today() - timedelta(days=1000))

    assert "Renewal is not possible under this version" in page_of(
        client, sign_in, certificate.holder
    )
    log = client.get(reverse("education")).text
    assert "says nothing of renewal" in log
    assert "Enter it" not in log


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("renewal", "There is nothing to renew"),
        ("education", "You hold no certificate"),
        ("certification_terms", "No term yet"),
        ("peer_reviews", "Nobody waits for you"),
    ],
)
def test_without_a_certificate_each_page_says_what_will_be_here(client, sign_in, name, words):
    assert words in page_of(client, sign_in, a_person(Role.CERTIFICANT), name)


def test_a_claim_is_entered_changed_and_taken_back(client, sign_in):
    certificate = a_running_term()
    sign_in(client, certificate.holder)
    values = {
        "category": "ce_ethics",
        "title": "Consent in practice",
        "provider": "Institute",
        "date": (today() - timedelta(days=3)).isoformat(),
        "minutes": "1 h 30 min",
    }

    page = client.post(reverse("education"), values, follow=True).text
    row = CEActivity.objects.get()
    assert "Consent in practice" in page
    assert (row.minutes, row.state) == (90, "claimed")
    change = reverse("change_education", args=[row.public_id])
    assert "1 h 30 min" in client.get(reverse("education")).text
    client.post(change, values | {"minutes": "2:00"})
    row.refresh_from_db()
    assert row.minutes == 120
    gone = client.post(reverse("take_back_education", args=[row.public_id]), follow=True).text
    assert "Consent in practice" not in gone
    assert client.get(change).status_code == 404


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"minutes": "5_0"}, "Write whole minutes"),
        ({"minutes": "101 h"}, "from 1 to 6000 minutes"),
        ({"date": "٢٠٢٦-٠١-٠١"}, "Write a date such as"),
        ({"date": "2150-01-01"}, "Check the year"),
        ({"title": ""}, "This field is required."),
        ({"title": "x" * 201}, "at most 200 characters"),
        ({"category": "direct_session"}, "Select a valid choice"),
    ],
)
def test_bad_input_is_told_at_its_field_and_kept(client, sign_in, changes, words):
    sign_in(client, a_running_term().holder)
    values = {
        "category": "ce_ethics",
        "title": "Consent in practice",
        "provider": "Institute",
        "date": today().isoformat(),
        "minutes": "90",
    }

    answer = client.post(reverse("education"), values | changes)

    assert (answer.status_code, words in answer.text) == (422, True)
    assert "Institute" in answer.text
    assert not CEActivity.objects.exists()


def test_an_answer_is_read_and_stays(client, sign_in):
    holder = a_running_term().holder
    row = a_claim(holder)
    why = "The certificate of attendance names another day."
    actions.decline(row, reason=why, by=a_registrar(), now=timezone.now())

    page = page_of(client, sign_in, holder, "education")

    assert why in page
    change = reverse("change_education", args=[row.public_id])
    assert "It has been answered" in client.get(change).text
    assert client.post(change, {"title": "Other"}).status_code == 422
    row.refresh_from_db()
    assert row.title == "Working with shame"


@pytest.mark.parametrize("name", ["renewal", "education", "certification_terms", "ask_peer"])
def test_pages_take_as_many_queries_for_one_activity_as_for_many(
    client, sign_in, count_queries, name
):
    holder = whole(a_running_term()).holder
    sign_in(client, holder)
    client.get(reverse(name))
    with count_queries() as few:
        client.get(reverse(name))
    for number in range(12):
        a_claim(holder, minutes=30 + number)
        world.a_signed_review(holder, held_on=today() - timedelta(days=30), now=timezone.now())

    with count_queries() as many:
        client.get(reverse(name))

    assert len(many) <= len(few)


def test_somebody_elses_things_are_not_there(client, sign_in):
    row = a_claim(a_running_term().holder)
    renewal = world.a_decided_renewal(world.a_checked_renewal(whole(a_running_term())))
    sign_in(client, a_running_term().holder)

    for name, thing in (
        ("change_education", row),
        ("renewal_letter", renewal),
    ):
        assert client.get(reverse(name, args=[thing.public_id])).status_code == 404
    for name, thing in (("take_back_education", row), ("take_back_renewal", renewal)):
        assert client.post(reverse(name, args=[thing.public_id])).status_code == 404
    assert (
        client.get(reverse("renewal") + f"?of={renewal.certificate.public_id}").status_code == 404
    )
    assert client.get(reverse("renewal") + "?of=nonsense").status_code == 404
