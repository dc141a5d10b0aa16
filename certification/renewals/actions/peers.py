"""Asking a peer, and what the peer answers. Signed, it stays as it was signed."""

from datetime import date, datetime

from django.db import transaction

from certification.renewals.models import PeerReview
from certification.renewals.models.education import PeerReviewState
from certification.renewals.peer_sheets import sheet_of
from certification.renewals.peers import can_be_peer
from certification.renewals.rules.peers import may_decline, may_sign
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date
from training_site.content.rules.attestations import same_name
from training_site.verdict import Refused

RENEWAL = "/certification/renewal/"


@transaction.atomic
def ask_peer(certificant: User, peer: User | None, *, by: User, now: datetime) -> PeerReview | None:
    """Ask somebody who can review; whoever can't, or is not there, is not asked and nothing says so."""
    if certificant.pk != by.pk:
        raise Refused("own_renewal_only")
    if peer is None or not can_be_peer(peer, certificant, civil_date(now)):
        return None
    review, created = PeerReview.objects.get_or_create(
        certificant=certificant,
        peer=peer,
        state=PeerReviewState.ASKED,
        defaults={"asked_at": now},
    )
    if created:
        _record("certification.peer_review.asked", review, by, now)
        notify(
            peer,
            "certification.peer_review_asked",
            key=str(review.public_id),
            url=f"/certification/peer-reviews/{review.public_id}/",
            at=now,
        )
    return review


@transaction.atomic
def sign_review(
    review: PeerReview,
    *,
    held_on: date,
    judgement: str,
    text: str,
    typed_name: str,
    by: User,
    now: datetime,
) -> PeerReview:
    """The peer's word about a conversation, signed by the typed name over exactly these words."""
    review, today = _locked(review), civil_date(now)
    may_sign(
        is_peer=review.peer_id == by.pk,
        asked=review.state == PeerReviewState.ASKED,
        able=can_be_peer(by, review.certificant, today),
        held_on=held_on,
        today=today,
        text=text,
    ).require()
    if not same_name(typed_name, by.name):
        raise Refused("typed_name_differs", name=by.name)
    review.held_on, review.judgement, review.text = held_on, judgement, text.strip()
    review.typed_name, review.content_hash = typed_name.strip(), sheet_of(review).hash
    review.state, review.answered_at = PeerReviewState.SIGNED, now
    review.save()
    values = {"judgement": judgement, "hash": review.content_hash}
    _record("certification.peer_review.signed", review, by, now, values)
    _tell(review, now)
    return review


@transaction.atomic
def decline_review(review: PeerReview, *, by: User, now: datetime) -> PeerReview:
    """No reason is asked for; somebody else can be."""
    review = _locked(review)
    asked = review.state == PeerReviewState.ASKED
    may_decline(is_peer=review.peer_id == by.pk, asked=asked).require()
    review.state, review.answered_at = PeerReviewState.DECLINED, now
    review.save(update_fields=["state", "answered_at"])
    _record("certification.peer_review.declined", review, by, now)
    _tell(review, now)
    return review


def _locked(review: PeerReview) -> PeerReview:
    rows = PeerReview.objects.select_for_update(of=("self",)).select_related("certificant", "peer")
    return rows.get(pk=review.pk)


def _record(verb: str, review: PeerReview, by: User, now: datetime, values=None) -> None:
    audit.record(
        verb, actor=by, target=review, subject=review.certificant, at=now, values=values or {}
    )


def _tell(review: PeerReview, now: datetime) -> None:
    key = str(review.public_id)
    event = "certification.peer_review_answered"
    notify(review.certificant, event, key=key, url=RENEWAL, at=now)
