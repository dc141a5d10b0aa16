"""A peer review: somebody who practises too says, after a conversation, how it stands."""

from dataclasses import asdict, dataclass
from datetime import date

from training_site.audit.canonical import content_hash
from training_site.verdict import YES, Verdict, no

SHORTEST_TEXT = 20
LONGEST_TEXT = 10_000


@dataclass(frozen=True)
class Sheet:
    """What a peer signs. The words stand in it by a keyed digest: proof of them, without them."""

    certificant: str
    peer: str
    held_on: str
    judgement: str
    text: str

    @property
    def hash(self) -> str:
        return content_hash(asdict(self))


def can_review(*, is_self: bool, certified: bool, mentors: bool) -> bool:
    """A colleague who is certified today, or a mentor whose authority holds today."""
    return not is_self and (certified or mentors)


def may_sign(
    *, is_peer: bool, asked: bool, able: bool, held_on: date, today: date, text: str
) -> Verdict:
    if not is_peer:
        return no("own_peer_review_only")
    if not asked:
        return no("peer_review_answered")
    if not able:
        return no("peer_not_certified")
    if held_on > today:
        return no("conversation_in_future")
    length = len(text.strip())
    if length < SHORTEST_TEXT:
        return no("words_too_short", least=SHORTEST_TEXT)
    return no("reasons_too_long", most=LONGEST_TEXT) if length > LONGEST_TEXT else YES


def may_decline(*, is_peer: bool, asked: bool) -> Verdict:
    if not is_peer:
        return no("own_peer_review_only")
    return YES if asked else no("peer_review_answered")
