"""Certified long since: one stands in the public list and takes letters, one is kept out of sight."""

from datetime import timedelta

from certification.credentials.actions import share
from certification.credentials.models import Certificate
from certification.registry import actions
from certification.registry.models import VerificationRequest
from certification.registry.rules.suppressing import Step
from training_site.accounts.roles import Role
from training_site.demo.stages.association import SETTLED
from training_site.demo.stages.belonging import be_member
from training_site.demo.stages.past import FRIDAY, MONDAY, SUNDAY, THURSDAY, TUESDAY, Past
from training_site.demo.stages.people import arrive, drop_in, somebody
from training_site.demo.stages.supervisors import certify_from_paper

REGION = "North of England"
# Days ago on which somebody typed her number, as it happens: in clusters, and not in every month.
ASKED = (
    2,
    2,
    3,
    9,
    16,
    30,
    31,
    33,
    58,
    61,
    75,
    100,
    101,
    103,
    104,
    131,
    170,
    171,
    199,
    240,
    241,
    300,
)
LETTER = {
    "sender": "Dr Petra Hollmann, psychotherapist",
    "reply_to": "practice@example.org, or 0113 496 0000 in the mornings",
    "text": (
        "I work with a client with whom I have talked about this kind of therapy for some months, "
        "and I look for somebody to form a team with.\n\nCould we speak for half an hour, without "
        "any obligation? I would send you my registration beforehand."
    ),
}
UNWELCOME = {
    "sender": "A friend of the arts",
    "reply_to": "somebody@example.org",
    "text": "I saw your name in the list. Which evening suits you? I do not go through therapists.",
}
DANGER = (
    "Somebody whom I once worked with has found out my surname and waits outside my house. The "
    "police know of it. I do not want a list to lead him to where I work now."
)
APPROVED = "Approved. We look at it again with you; until then nothing of you shows."


def listed(past: Past) -> None:
    """A letter waits for her; another one she has called unwelcome."""
    certificate = certified_long_since("listed", past, days_left=420)
    holder = certificate.holder
    listing = actions.choose_listing(
        certificate,
        name_shown=True,
        listed=True,
        region=REGION,
        contactable=True,
        by=holder,
        now=past.at(20, SUNDAY, 19),
    )
    _somebody_asked(certificate, past)
    share(
        certificate, days=90, label="Clinic in Leeds", by=holder, now=past.now - timedelta(days=6)
    )
    box = listing.letterbox
    rude = actions.hand_in_letter(box, **UNWELCOME, trapped=False, now=past.at(3, FRIDAY, 23))
    actions.read_letter(rude, now=past.at(2, MONDAY, 8))
    actions.report_letter(rude, by=holder, now=past.at(2, MONDAY, 8, 5))
    drop_in(holder, now=past.at(2, MONDAY, 9))
    actions.hand_in_letter(box, **LETTER, trapped=False, now=past.now - timedelta(days=2))


def hidden(past: Past) -> None:
    """He stood in the list until he asked; the registrar approved it, to be looked at again."""
    certificate = certified_long_since("hidden", past, days_left=320)
    holder = certificate.holder
    actions.choose_listing(
        certificate,
        name_shown=True,
        listed=True,
        region=REGION,
        by=holder,
        now=past.at(30, SUNDAY, 19),
    )
    request = actions.ask_suppression(holder, reason=DANGER, now=past.at(9, TUESDAY, 22))
    registrar, now = somebody("registrar"), past.at(9, THURSDAY, 11)
    actions.open_suppression(request, by=registrar, now=now)
    actions.answer_suppression(
        request,
        Step.APPROVE,
        text=APPROVED,
        review_on=past.today + timedelta(days=45),
        by=registrar,
        now=now + timedelta(minutes=12),
    )
    drop_in(holder, now=past.at(8, FRIDAY))


def certified_long_since(key: str, past: Past, *, days_left: int) -> Certificate:
    by, now = somebody("registrar"), past.at(SETTLED, MONDAY)
    person = arrive(key, now=now, by=by, already=Role.CERTIFICANT)
    be_member(person, past, since=past.day(SETTLED))
    until = past.today + timedelta(days=days_left)
    certificate = certify_from_paper(person, past, until=until)
    drop_in(person, now=past.at(SETTLED - 1))
    return certificate


def _somebody_asked(certificate: Certificate, past: Past) -> None:
    for days in ASKED:
        VerificationRequest.objects.count_one(certificate, past.days_ago(days))
