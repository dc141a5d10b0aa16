"""A colleague is asked, and answers: nobody learns who else there is, and what is signed stays."""

from datetime import date

import pytest

from certification.credentials import actions as credential_actions
from certification.renewals import actions
from certification.renewals.models import PeerReview
from certification.renewals.peer_sheets import sheet_of
from certification.renewals.peers import known_to, named, shown_to
from tests.factories import renewals as world
from tests.factories.accounts import a_person
from tests.factories.certification import a_mentor, an_admitted_intern, an_agreement
from tests.factories.decisions import a_decider, a_quick_certificate
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
NOW, TODAY = world.NOW, world.TODAY


def sign(review, *, by=None, **changes) -> PeerReview:
    by = by or review.peer
    said = {
        "held_on": date(2026, 6, 1),
        "judgement": "meets",
        "text": world.WORDS,
        "typed_name": by.name,
    }
    return actions.sign_review(review, **(said | changes), by=by, now=NOW)


def test_a_peer_is_asked_and_signs():
    holder, peer = world.a_term().holder, world.a_peer()

    review = sign(world.an_asked_review(holder, peer))

    review.refresh_from_db()
    assert (review.state, review.judgement, review.text) == ("signed", "meets", world.WORDS)
    assert review.content_hash == sheet_of(review).hash
    about = AuditEvent.objects.about(holder.public_id)
    signed = about.get(verb="certification.peer_review.signed")
    assert (signed.actor_id, signed.target_id) == (peer.public_id, review.public_id)
    assert Notice.objects.filter(person=peer, event="certification.peer_review_asked").count() == 1
    assert Notice.objects.filter(person=holder, event="certification.peer_review_answered").exists()


def test_asked_twice_is_asked_once():
    holder, peer = world.a_term().holder, world.a_peer()

    first, second = world.an_asked_review(holder, peer), world.an_asked_review(holder, peer)

    assert first == second
    assert Notice.objects.filter(person=peer, event="certification.peer_review_asked").count() == 1


def test_declined_somebody_else_is_asked_and_even_the_same_one_again():
    holder, peer = world.a_term().holder, world.a_peer()
    review = world.an_asked_review(holder, peer)

    actions.decline_review(review, by=peer, now=NOW)
    again = world.an_asked_review(holder, peer)

    assert again != review
    assert [one.state for one in PeerReview.objects.order_by("pk")] == ["declined", "asked"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"held_on": date(2026, 11, 24)}, "conversation_in_future"),
        ({"text": "Fine."}, "words_too_short"),
        ({"typed_name": "Somebody Else"}, "typed_name_differs"),
    ],
)
def test_what_cannot_be_signed_leaves_it_asked(changes, reason):
    review = world.an_asked_review(world.a_term().holder)

    with pytest.raises(Refused) as refused:
        sign(review, **changes)

    review.refresh_from_db()
    assert (refused.value.reason, review.state, review.text) == (reason, "asked", "")


def test_nobody_else_signs_or_declines():
    holder = world.a_term().holder
    review, other = world.an_asked_review(holder), world.a_peer()

    for somebody in (holder, other):
        with pytest.raises(Refused, match="own_peer_review_only"):
            sign(review, by=somebody)
        with pytest.raises(Refused, match="own_peer_review_only"):
            actions.decline_review(review, by=somebody, now=NOW)


def test_an_answer_is_given_once():
    review = sign(world.an_asked_review(world.a_term().holder))

    with pytest.raises(Refused, match="peer_review_answered"):
        sign(review)
    with pytest.raises(Refused, match="peer_review_answered"):
        actions.decline_review(review, by=review.peer, now=NOW)


def test_whoever_is_no_longer_certified_does_not_sign():
    """On that day: suspended since they were asked."""
    holder, peer = world.a_term().holder, world.a_peer()
    review = world.an_asked_review(holder, peer)
    own = peer.certificates.get()
    credential_actions.suspend(own, reason="A question is examined.", by=a_decider(), now=NOW)

    with pytest.raises(Refused, match="peer_not_certified"):
        sign(review)


def unfit() -> list:
    """People who cannot be asked, each for one reason."""
    expired = a_person(Role.CERTIFICANT)
    a_quick_certificate(expired, granted_on=date(2022, 1, 1))
    gone = world.a_peer(is_active=False)
    return [expired, gone, a_person(Role.CERTIFICANT), a_mentor(until=date(2026, 11, 22)), None]


def test_whoever_cannot_review_is_not_asked_and_nothing_says_so():
    holder = world.a_term().holder

    for somebody in [*unfit(), holder]:
        assert actions.ask_peer(holder, somebody, by=holder, now=NOW) is None

    assert not PeerReview.objects.exists()


def test_a_mentor_can_be_asked_on_the_last_day_of_her_authority():
    holder = world.a_term().holder

    assert actions.ask_peer(holder, a_mentor(until=TODAY), by=holder, now=NOW)


def test_somebody_is_named_by_an_exact_address_or_number_alone():
    peer = world.a_peer(name="Miriam Katz")
    certificate = peer.certificates.get()

    assert named(f" {peer.email.upper()} ") == peer
    assert named(certificate.display_number.lower()) == peer
    for nobody in ("Miriam Katz", "Miriam", peer.email[:-1], certificate.number[:-1], "", "@"):
        assert named(nobody) is None


def test_a_number_that_was_given_up_names_nobody():
    peer = world.a_peer()
    certificate = peer.certificates.get()
    type(certificate).objects.filter(pk=certificate.pk).update(standing="rotated")

    assert named(certificate.number) is None


def test_those_of_ones_own_record_have_names_and_no_others():
    holder = an_admitted_intern()
    world.a_renewable_scheme()
    a_quick_certificate(holder, granted_on=date(2024, 3, 15))
    mentor, earlier = an_agreement(holder).mentor, world.a_peer()
    sign(world.an_asked_review(holder, earlier))
    stranger = world.a_peer()
    world.an_asked_review(holder, stranger)

    known = known_to(holder, TODAY)

    assert set(known) == {mentor, earlier}


def test_a_name_stands_there_once_its_owner_has_answered():
    holder, mentor_like, stranger = world.a_term().holder, world.a_peer(), world.a_peer()
    sign(world.an_asked_review(holder, mentor_like))
    again = world.an_asked_review(holder, mentor_like)
    asked = world.an_asked_review(holder, stranger)

    known = known_to(holder, TODAY)
    assert asked not in shown_to(holder, known)
    assert again in shown_to(holder, known)  # somebody they know already

    actions.decline_review(asked, by=stranger, now=NOW)
    assert asked in shown_to(holder, known_to(holder, TODAY))
