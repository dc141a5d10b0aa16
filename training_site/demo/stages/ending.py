"""Certificates that no longer count, each for another reason; and one that says less than it did."""

from datetime import timedelta

from certification.credentials import actions
from certification.credentials.models import Certificate, CertificateReplacement
from certification.credentials.rules.lifecycle import Change
from training_site.demo.stages.past import MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Past
from training_site.demo.stages.people import drop_in, somebody
from training_site.demo.stages.showing import certified_long_since

NOT_KEPT = (
    "Supervision that was made a condition two years ago was never taken up, and three letters about "
    "it stayed unanswered. For that the rules provide withdrawal."
)
GIVEN_BACK = "He wrote that he retires at the end of the month and gives the certificate back."
LESS = (
    "Work with clients who have had a stroke or a brain injury asks for training that she has not "
    "taken up. She agreed in a conversation that this is left out until then."
)
SCOPE_LEFT = (
    "Work as a surrogate partner, in a team of three with a client and the client's therapist; not "
    "with clients after a stroke or a brain injury."
)


def withdrawn(past: Past) -> None:
    """Two weeks ago: the time to appeal against it still runs."""
    certificate = certified_long_since("withdrawn", past, days_left=260)
    now = past.at(2, WEDNESDAY, 15)
    decider = drop_in(somebody("decider"), now=now)
    actions.withdraw(certificate, reason=NOT_KEPT, by=decider, now=now)
    drop_in(certificate.holder, now=past.at(2, THURSDAY))


def resigned(past: Past) -> None:
    certificate = certified_long_since("resigned", past, days_left=150)
    now = past.at(6, TUESDAY, 11)
    registrar = drop_in(somebody("registrar"), now=now)
    actions.change_standing(certificate, Change.RESIGN, reason=GIVEN_BACK, by=registrar, now=now)
    drop_in(certificate.holder, now=past.at(5, MONDAY))


def renumbered(past: Past) -> None:
    """She gave up a number that had come into hands it was not meant for."""
    old = certified_long_since("renumbered", past, days_left=460)
    now = past.at(3, TUESDAY, 20)
    asked = actions.rotate_number(old, by=old.holder, now=now)
    _made_at_once(asked, past, old, weeks_ago=3)


def narrowed(past: Past) -> None:
    old = certified_long_since("narrowed", past, days_left=480)
    now = past.at(2, TUESDAY, 15)
    decider = drop_in(somebody("decider"), now=now)
    asked = actions.narrow_scope(old, scope=SCOPE_LEFT, reason=LESS, by=decider, now=now)
    _made_at_once(asked, past, old, weeks_ago=2)


def _made_at_once(
    asked: CertificateReplacement, past: Past, old: Certificate, *, weeks_ago: int
) -> None:
    """The job that was promised for it then finds it done."""
    actions.issue_replacement(asked.pk, now=asked.at + timedelta(minutes=1))
    drop_in(old.holder, now=past.at(weeks_ago, THURSDAY))
