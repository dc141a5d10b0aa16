"""Two people at once, on real locks."""

from functools import partial

import pytest

from certification.credentials import actions as credential_actions
from certification.credentials.models import Certificate, CertificateReplacement
from certification.renewals import actions
from certification.renewals.claims import fingerprint
from certification.renewals.models import CEActivity, Renewal
from certification.renewals.rules.renewing import DECLARATIONS
from tests.factories import renewals as world
from tests.factories.accounts import a_registrar
from tests.factories.decisions import a_decider
from tests.faults.thoroughness import RACE_ROUNDS
from tests.races import race, rounds
from training_site.accounts.models import Notice
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("plain_documents"),
]
NOW = world.NOW
WITHDRAWN = "The committee found that the code was breached."


def reasons_of(outcomes) -> list[str]:
    """A race is lost by a refusal, by nothing else."""
    lost = [one for one in outcomes if isinstance(one, BaseException)]
    assert [one for one in lost if not isinstance(one, Refused)] == []
    return [one.reason for one in lost]


def test_withdrawing_and_renewing_at_once_never_leaves_a_certificate_that_stands():
    """Whoever is first: no successor of a withdrawn certificate is ever seen."""
    first = {"withdrawn": 0, "renewed": 0}
    for _round in rounds():
        certificate = world.whole(world.a_term())
        renewal = world.a_checked_renewal(certificate)
        decider, other = a_decider(), a_decider()

        outcomes = race(
            partial(
                credential_actions.withdraw, certificate, reason=WITHDRAWN, by=decider, now=NOW
            ),
            partial(world.a_decided_renewal, renewal, by=other),
        )
        drain()

        assert reasons_of(outcomes) in ([], ["certificate_closed"])
        first["renewed" if not reasons_of(outcomes) else "withdrawn"] += 1
        line = Certificate.objects.line_of(certificate)
        assert [one.standing for one in line.issued()] == ["withdrawn"]
        assert not CertificateReplacement.objects.filter(certificate__in=line).waiting().exists()
    print(f"\nwithdraw × renew: {first}")


def test_withdrawing_while_the_next_one_is_being_made():
    """The job and the withdrawal at once: one certificate of the line ends withdrawn, or is replaced
    by one that was issued before anybody withdrew it."""
    ends = set()
    for _round in rounds():
        renewal = world.a_decided_renewal()
        certificate, decider = renewal.certificate, a_decider()

        outcomes = race(
            partial(
                credential_actions.withdraw, certificate, reason=WITHDRAWN, by=decider, now=NOW
            ),
            drain,
        )
        drain()

        assert reasons_of(outcomes) in ([], ["certificate_not_there"])
        stand = [one.standing for one in Certificate.objects.line_of(certificate).issued()]
        assert stand in (["withdrawn"], ["active", "superseded"])
        ends.add(tuple(stand))
    print(f"\nwithdraw × issue: {ends}")


def test_two_deciders_take_one_decision():
    for _round in rounds():
        renewal = world.a_checked_renewal(world.whole(world.a_term()))

        outcomes = race(
            partial(world.a_decided_renewal, renewal, by=a_decider()),
            partial(world.a_decided_renewal, renewal, outcome="refuse", by=a_decider()),
        )

        assert reasons_of(outcomes) == ["renewal_decided"]
        renewal.refresh_from_db()
        promised = CertificateReplacement.objects.filter(certificate=renewal.certificate).count()
        assert promised == (renewal.outcome == "renew")


@pytest.mark.lesson(14)
def test_handed_in_ten_times_at_once_it_is_one_renewal():
    for _round in rounds(max(1, RACE_ROUNDS // 10)):
        certificate = world.whole(world.a_term())
        registrar, before = a_registrar(), Renewal.objects.count()
        hand_in = partial(
            actions.hand_in, certificate, declarations=DECLARATIONS, by=certificate.holder, now=NOW
        )

        outcomes = race(*[hand_in] * 10)

        assert reasons_of(outcomes) == ["renewal_under_way"] * 9
        assert Renewal.objects.count() == before + 1
        told = Notice.objects.filter(person=registrar, event="certification.renewal_arrived")
        assert told.count() == 1


def test_the_same_claimed_five_times_at_once_is_one():
    for _round in rounds():
        holder = world.a_term().holder

        outcomes = race(*[partial(world.a_claim, holder)] * 5)

        assert reasons_of(outcomes) == ["activity_claimed_already"] * 4
        assert CEActivity.objects.of(holder).count() == 1


def test_taken_back_and_accepted_at_once_is_one_of_them():
    for _round in rounds():
        row = world.a_claim(world.a_term().holder)
        seen = {row.public_id: fingerprint(row)}
        registrar = a_registrar()

        taken, accepted = race(
            partial(actions.take_back_claim, row, by=row.certificant, now=NOW),
            partial(actions.accept, seen, how_seen="register", by=registrar, now=NOW),
        )

        row.refresh_from_db()
        if isinstance(taken, Refused):
            assert (row.state, accepted.left) == ("accepted", 0)
        else:
            assert (row.state, accepted.left) == ("taken_back", 1)
