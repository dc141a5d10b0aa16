"""What a peer review says, as it is signed."""

from certification.renewals.models import PeerReview
from certification.renewals.rules.peers import Sheet
from training_site.crypto.keys import keyed_digest


def sheet_of(review: PeerReview) -> Sheet:
    """The words by a keyed digest, as evaluations do."""
    return Sheet(
        certificant=str(review.certificant.public_id),
        peer=str(review.peer.public_id),
        held_on=review.held_on.isoformat(),
        judgement=str(review.judgement),
        text=keyed_digest("peer-review", review.text) if review.text else "",
    )
