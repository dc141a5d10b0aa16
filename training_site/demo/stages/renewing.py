"""Terms that end: one in grace with almost everything there, one lapsed, one renewed in time."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from certification.credentials.actions import issue_replacement
from certification.renewals import actions
from certification.renewals.claims import Activity, fingerprint
from certification.renewals.rules.renewing import DECLARATIONS
from training_site.accounts.models import User
from training_site.demo.stages.association import SETTLED
from training_site.demo.stages.past import MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Past
from training_site.demo.stages.people import drop_in, somebody
from training_site.demo.stages.showing import certified_long_since

GENERAL, ETHICS, PEER = "ce_general", "ce_ethics", "peer_consultation"
IN_GRACE, LAPSED, RENEWED = -30, -200, -45
"""Days to the last day of the term; the last of them is of the term that was renewed."""


class Learnt(NamedTuple):
    weeks_ago: int
    category: str
    hours: float
    title: str
    provider: str


CONFERENCE = "European conference on sexual health"
LOG = (
    Learnt(
        150, GENERAL, 8, "Trauma-informed practice, two days", "Institute for psychotraumatology"
    ),
    Learnt(128, GENERAL, 6, CONFERENCE, "Federation for sexology"),
    Learnt(110, ETHICS, 3, "Boundaries and social media", "Association of the profession"),
    Learnt(96, PEER, 4, "Four meetings of the peer group", "Regional peer group"),
    Learnt(74, GENERAL, 6, "Working with clients on the autism spectrum", "University clinic"),
    Learnt(61, PEER, 4, "Four meetings of the peer group", "Regional peer group"),
    Learnt(48, ETHICS, 3, "Consent: when a yes is not one", "Association of the profession"),
    Learnt(35, PEER, 4, "Four meetings of the peer group", "Regional peer group"),
    Learnt(22, GENERAL, 8, CONFERENCE, "Federation for sexology"),
)
ENOUGH = Learnt(14, GENERAL, 2, "Pain and sensate focus", "University clinic")
WAITS = Learnt(2, GENERAL, 1, "Reading group: attachment", "Regional peer group")
WORDS = (
    "We spoke for two hours about three closed cases. How goals were agreed in the triad, how each "
    "ending was prepared and what was brought to supervision was told openly and hangs together."
)
RENEWED_FOR = (
    "Everything that the scheme asks for another term is there and was seen. The peer describes a "
    "careful way of working, and nothing is left open."
)


def in_grace(past: Past) -> None:
    """An hour is missing, another one waits for the registrar; sixty days are left."""
    holder = certified_long_since("in-grace", past, days_left=IN_GRACE).holder
    _learn(holder, LOG, past)
    _peer(holder, "listed", past, weeks_ago=12)
    _claim(holder, WAITS, past)
    drop_in(holder, now=past.at(1, TUESDAY))


def lapsed(past: Past) -> None:
    """Grace went by with a third of it there; it can still be renewed."""
    holder = certified_long_since("lapsed", past, days_left=LAPSED).holder
    _learn(holder, LOG[:4], past)
    drop_in(holder, now=past.at(30, TUESDAY))


def renewed(past: Past) -> None:
    """Handed in before the last day; the next term has begun, with its first activities."""
    certificate = certified_long_since("renewed", past, days_left=RENEWED)
    holder = certificate.holder
    _learn(holder, (*LOG, ENOUGH), past)
    _peer(holder, "mentor", past, weeks_ago=16)
    handed_in = past.at(12, MONDAY, 20)
    renewal = actions.hand_in(certificate, declarations=DECLARATIONS, by=holder, now=handed_in)
    now = past.at(11, THURSDAY, 11)
    registrar = drop_in(somebody("registrar"), now=now)
    actions.open_renewal(renewal, by=registrar, now=now - timedelta(minutes=20))
    renewal = actions.pass_on(renewal, by=registrar, now=now)
    now = past.at(10, WEDNESDAY, 15)
    decider = drop_in(somebody("decider"), now=now)
    actions.open_renewal(renewal, by=decider, now=now - timedelta(minutes=30))
    actions.decide(
        renewal,
        outcome="renew",
        reasons=["renewal_requirements_met"],
        text=RENEWED_FOR,
        by=decider,
        now=now,
    )
    [promised] = certificate.replacements.waiting()
    issue_replacement(promised.pk, now=now + timedelta(minutes=1))
    _learn(holder, [Learnt(5, ETHICS, 2, "Records and confidentiality", "University clinic")], past)
    _claim(holder, WAITS, past)
    drop_in(holder, now=past.at(1, MONDAY))


def _learn(holder: User, log: Iterable[Learnt], past: Past) -> None:
    """Each entered in the week after it, or once this site was there, and seen a week later."""
    for one in log:
        row, now = _claim(holder, one, past), _entered(one, past) + timedelta(days=6)
        seen = {row.public_id: fingerprint(row)}
        actions.accept(seen, how_seen="by_video", by=somebody("registrar"), now=now)
    drop_in(holder, now=past.at(3, MONDAY))


def _claim(holder: User, one: Learnt, past: Past):
    activity = Activity(
        category=one.category,
        title=one.title,
        provider=one.provider,
        date=past.day(one.weeks_ago, MONDAY),
        minutes=int(one.hours * 60),
    )
    return actions.claim(holder, activity, by=holder, now=_entered(one, past))


def _entered(one: Learnt, past: Past) -> datetime:
    return past.at(min(one.weeks_ago, SETTLED - 2), WEDNESDAY, 19)


def _peer(holder: User, key: str, past: Past, *, weeks_ago: int) -> None:
    peer, now = somebody(key), past.at(weeks_ago, THURSDAY, 18)
    review = actions.ask_peer(holder, peer, by=holder, now=now - timedelta(days=10))
    actions.sign_review(
        review,
        held_on=past.day(weeks_ago, TUESDAY),
        judgement="meets",
        text=WORDS,
        typed_name=peer.name,
        by=peer,
        now=now,
    )
    drop_in(peer, now=now)
