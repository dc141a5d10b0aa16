"""Asking a peer, and the peer's pages: the same answer whoever is named, and what is signed stays."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.renewals import actions
from certification.renewals.models import PeerReview
from tests.factories import renewals as world
from tests.factories.accounts import a_person
from training_site.accounts.roles import Role

from .running import a_colleague, a_running_term, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def signed(**changes) -> dict:
    return {
        "act": "sign",
        "held_on": (today() - timedelta(days=3)).isoformat(),
        "judgement": "meets",
        "text": world.WORDS,
        "typed_name": "Miriam Katz",
    } | changes


def asked(holder, peer) -> PeerReview:
    return actions.ask_peer(holder, peer, by=holder, now=timezone.now())


def test_the_answer_is_the_same_whoever_is_named(client, sign_in):
    """A colleague, somebody who is not one, an expired number, an address of nobody."""
    holder, peer = a_running_term().holder, a_colleague()
    lapsed = a_running_term(-200).holder
    sign_in(client, holder)
    named = [
        peer.email,
        a_person(Role.TRAINEE).email,
        lapsed.certificates.get().number,
        "nobody@example.org",
        "ABCD-EFGH-JKMN-PQ",
    ]

    pages = [client.post(reverse("ask_peer"), {"who": who}, follow=True).text for who in named]

    said = [page[page.index("If this is a colleague") : page.index("</main>")] for page in pages]
    without_token = [_without_tokens(one) for one in said]
    assert without_token == [without_token[0]] * len(named)
    assert [one.peer for one in PeerReview.objects.all()] == [peer]
    assert peer.name not in pages[0]


def _without_tokens(page: str) -> str:
    return "\n".join(line for line in page.split("\n") if "csrfmiddlewaretoken" not in line)


def test_ones_own_address_is_said_to_be_ones_own(client, sign_in):
    holder = a_running_term().holder
    sign_in(client, holder)

    answer = client.post(reverse("ask_peer"), {"who": holder.email})

    assert (answer.status_code, "This is you." in answer.text) == (422, True)
    assert not PeerReview.objects.exists()


def test_guessing_has_its_limit(client, sign_in):
    sign_in(client, a_running_term().holder)

    answers = [
        client.post(reverse("ask_peer"), {"who": f"n{n}@example.org"}).status_code
        for n in range(11)
    ]

    assert answers == [302] * 10 + [422]


def test_somebody_known_is_asked_by_a_button_and_nobody_else_can_be(client, sign_in):
    holder, peer, stranger = a_running_term().holder, a_colleague(), a_colleague()
    actions.decline_review(asked(holder, peer), by=peer, now=timezone.now())
    sign_in(client, holder)
    assert f"Ask {peer.name}" in client.get(reverse("ask_peer")).text

    client.post(reverse("ask_peer"), {"person": str(peer.public_id)})
    client.post(reverse("ask_peer"), {"person": str(stranger.public_id)})
    client.post(reverse("ask_peer"), {"person": "nonsense"})

    waiting = PeerReview.objects.filter(state="asked")
    assert [one.peer for one in waiting] == [peer]


def test_the_peer_signs_and_both_read_it(client, sign_in):
    holder, peer = a_running_term().holder, a_colleague(name="Miriam Katz")
    review = asked(holder, peer)
    page = reverse("peer_review", args=[review.public_id])
    sign_in(client, peer)
    assert page in client.get(reverse("peer_reviews")).text
    assert holder.name in client.get(page).text

    client.post(page, signed())

    for person in (peer, holder):
        sign_in(client, person)
        shown = client.get(page).text
        assert world.WORDS in shown
        assert "Practises as the code asks" in shown
    assert "Peer review by Miriam Katz" in shown
    sign_in(client, a_colleague())
    assert client.get(page).status_code == 404


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"held_on": "2150-01-01"}, "Check the year"),
        ({"held_on": ""}, "This field is required."),
        ({"judgement": "perfect"}, "Select a valid choice"),
        ({"text": "Fine."}, "20 characters or more"),
        ({"typed_name": "Somebody Else"}, "Miriam Katz"),
    ],
)
def test_bad_input_is_told_at_its_field_and_kept(client, sign_in, changes, words):
    peer = a_colleague(name="Miriam Katz")
    review = asked(a_running_term().holder, peer)
    sign_in(client, peer)

    answer = client.post(reverse("peer_review", args=[review.public_id]), signed(**changes))

    assert (answer.status_code, words in answer.text) == (422, True)
    assert changes.get("text", world.WORDS) in answer.text
    review.refresh_from_db()
    assert review.state == "asked"


def test_the_one_who_asked_neither_signs_nor_declines(client, sign_in):
    holder, peer = a_running_term().holder, a_colleague(name="Miriam Katz")
    review = asked(holder, peer)
    page = reverse("peer_review", args=[review.public_id])
    sign_in(client, holder)

    assert client.get(page).status_code == 302
    client.post(page, signed())
    client.post(page, {"act": "decline"})

    review.refresh_from_db()
    assert review.state == "asked"


def test_declining_gives_no_reason(client, sign_in):
    holder, peer = a_running_term().holder, a_colleague()
    review = asked(holder, peer)
    sign_in(client, peer)
    client.post(reverse("peer_review", args=[review.public_id]), {"act": "decline"})

    sign_in(client, holder)
    page = client.get(reverse("ask_peer")).text

    assert peer.name in page
    assert "Declined" in page
