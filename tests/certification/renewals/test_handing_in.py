"""What has to be there before a renewal is handed in, and how it comes back."""

from datetime import date, timedelta

import pytest

from certification.credentials.models import Certificate
from certification.renewals import actions
from certification.renewals.models import Renewal
from certification.renewals.rules.renewing import DECLARATIONS
from tests.factories import renewals as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
NOW = world.NOW


def refused(act) -> str:
    with pytest.raises(Refused) as found:
        act()
    return found.value.reason


def hand_in(certificate, *, by=None, now=NOW, declarations=DECLARATIONS) -> Renewal:
    by = by or certificate.holder
    return actions.hand_in(certificate, declarations=declarations, by=by, now=now)


def test_hours_that_wait_for_the_registrar_do_not_hold_up_handing_in():
    """Nobody is late because somebody else is; but it is passed on once they count."""
    certificate = world.a_term()
    holder, registrar = certificate.holder, a_registrar()
    wanted = {"ce_general": 480, "ce_ethics": 120, "peer_consultation": 60}
    rows = [world.a_claim(holder, category=kind, minutes=m) for kind, m in wanted.items()]
    world.a_signed_review(holder)

    renewal = hand_in(certificate)

    act = lambda: actions.pass_on(renewal, by=registrar, now=NOW)  # noqa: E731
    assert refused(act) == "renewal_not_all_accepted"
    world.accepted(*rows)
    assert actions.pass_on(renewal, by=registrar, now=NOW).state == "checked"


@pytest.mark.lesson(37)
@pytest.mark.parametrize(
    "missing", ["ce_general", "ce_ethics", "peer_consultation", "peer", "member"]
)
def test_all_but_one_is_not_enough(missing):
    certificate = world.a_term(member=missing != "member")
    holder = certificate.holder
    wanted = {"ce_general": 480, "ce_ethics": 120, "peer_consultation": 60}
    short = {kind: m - (kind == missing) for kind, m in wanted.items()}
    world.accepted(*[world.a_claim(holder, category=k, minutes=m) for k, m in short.items()])
    if missing != "peer":
        world.a_signed_review(holder)

    assert refused(lambda: hand_in(certificate)) == "renewal_incomplete"


def test_a_peer_who_wants_something_worked_on_is_read_and_does_not_count():
    certificate = world.a_term()
    world.enough_education(certificate.holder)
    world.a_signed_review(certificate.holder, judgement="concerns")

    assert refused(lambda: hand_in(certificate)) == "renewal_incomplete"
    world.a_signed_review(certificate.holder)
    assert hand_in(certificate)


def test_a_conversation_of_the_term_before_does_not_count():
    certificate = world.a_term()
    world.enough_education(certificate.holder)
    world.a_signed_review(certificate.holder, held_on=certificate.valid_from - timedelta(days=1))

    assert refused(lambda: hand_in(certificate)) == "renewal_incomplete"


def test_all_declarations_and_ones_own_certificate():
    certificate = world.whole(world.a_term())

    assert refused(lambda: hand_in(certificate, declarations=DECLARATIONS[1:])) == (
        "renewal_declarations_missing"
    )
    assert refused(lambda: hand_in(certificate, by=a_person(Role.CERTIFICANT))) == (
        "own_renewal_only"
    )


@pytest.mark.lesson(15)
def test_there_is_one_renewal_at_a_time():
    certificate = world.whole(world.a_term())
    hand_in(certificate)

    assert refused(lambda: hand_in(certificate)) == "renewal_under_way"

    assert Renewal.objects.count() == 1


def test_taken_back_it_can_be_handed_in_again_on_a_later_day():
    certificate = world.whole(world.a_term())
    renewal = actions.take_back(hand_in(certificate), by=certificate.holder, now=NOW)

    again = hand_in(certificate, now=NOW + timedelta(days=1))

    assert (renewal.state, again.state) == ("taken_back", "submitted")
    assert again.submitted_at > renewal.submitted_at


def test_nobody_else_takes_it_back_and_nobody_once_it_is_decided():
    renewal = world.a_renewal()

    act = lambda by: actions.take_back(renewal, by=by, now=NOW)  # noqa: E731
    assert refused(lambda: act(a_registrar())) == "own_renewal_only"
    world.a_decided_renewal(actions.pass_on(renewal, by=a_registrar(), now=NOW))
    assert refused(lambda: act(renewal.certificant)) == "renewal_decided"


def test_returned_it_keeps_its_day_and_says_what_is_missing():
    certificate = world.whole(world.a_term(last=date(2026, 8, 25)))  # the last day of grace
    renewal = hand_in(certificate)
    answer = "The certificate of the conference in May is still to be shown."

    renewal = actions.return_renewal(renewal, answer=answer, by=a_registrar(), now=NOW)
    later = NOW + timedelta(days=30)  # grace is over
    again = hand_in(certificate, now=later)

    assert again == renewal
    again.refresh_from_db()
    assert (again.state, again.submitted_at, again.answer) == ("submitted", NOW, answer)
    told = Notice.objects.filter(person=certificate.holder, event="certification.renewal_returned")
    assert told.count() == 1
    world.a_decided_renewal(actions.pass_on(again, by=a_registrar(), now=later), now=later)
    drain(later)
    assert Certificate.objects.current_of(certificate).valid_until == date(2029, 8, 25)


def test_without_a_word_nothing_is_returned():
    renewal = world.a_renewal()

    act = lambda: actions.return_renewal(renewal, answer="No.", by=a_registrar(), now=NOW)  # noqa: E731
    assert refused(act) == "reasons_too_short"
