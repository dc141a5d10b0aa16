"""Holder, checker and decider are three people, and the peer is none of the last two."""

import pytest

from certification.renewals import actions
from certification.renewals.models import Renewal
from certification.renewals.rules.renewing import DECLARATIONS
from tests.factories import renewals as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
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


def three_hats(holder) -> None:
    for role in (Role.REGISTRAR, Role.DECISION_MAKER):
        give_role(holder, role, by=None, now=NOW)


def test_the_holder_neither_checks_nor_decides():
    certificate = world.whole(world.a_term(is_superuser=True))
    three_hats(certificate.holder)
    renewal = hand_in(certificate)

    act = lambda: actions.pass_on(renewal, by=certificate.holder, now=NOW)  # noqa: E731
    assert refused(act) == "own_renewal"
    renewal = actions.pass_on(renewal, by=a_registrar(), now=NOW)
    assert refused(lambda: world.a_decided_renewal(renewal, by=certificate.holder)) == "own_renewal"


@pytest.mark.lesson(62)
def test_whoever_checked_it_does_not_decide_it():
    both = a_registrar()
    give_role(both, Role.DECISION_MAKER, by=None, now=NOW)
    renewal = world.a_checked_renewal(by=both)

    assert refused(lambda: world.a_decided_renewal(renewal, by=both)) == "checked_it_yourself"


def test_the_peer_neither_checks_nor_decides():
    certificate, peer = world.a_term(), world.a_peer()
    three_hats(peer)
    world.enough_education(certificate.holder)
    world.a_signed_review(certificate.holder, peer)
    renewal = hand_in(certificate)

    assert refused(lambda: actions.pass_on(renewal, by=peer, now=NOW)) == "peer_in_renewal"
    renewal = actions.pass_on(renewal, by=a_registrar(), now=NOW)
    assert refused(lambda: world.a_decided_renewal(renewal, by=peer)) == "peer_in_renewal"


@pytest.mark.parametrize("role", [Role.CERTIFICANT, Role.REVIEWER, Role.ADMINISTRATOR])
def test_roles_are_asked_for(role):
    somebody = a_person(role, is_superuser=True)
    renewal = world.a_renewal()

    assert refused(lambda: actions.pass_on(renewal, by=somebody, now=NOW)) == "role_missing"
    renewal = actions.pass_on(renewal, by=a_registrar(), now=NOW)
    assert refused(lambda: world.a_decided_renewal(renewal, by=somebody)) == "role_missing"


def test_what_was_not_checked_is_not_decided():
    renewal = world.a_renewal()

    assert refused(lambda: world.a_decided_renewal(renewal)) == "renewal_not_there"
