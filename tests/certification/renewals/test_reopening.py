"""After an appeal that was upheld: the same term, as early as before, by other people."""

from datetime import date, timedelta

import pytest

from certification.credentials.models import Certificate
from certification.renewals import actions
from certification.renewals.actions.reopening import reopen_after_appeal
from certification.renewals.models import Renewal
from certification.renewals.people import able_to
from certification.renewals.rules.renewing import DECLARATIONS
from certification.renewals.standing import renewal_of
from tests.factories import renewals as world
from tests.factories.accounts import a_registrar
from tests.factories.decisions import a_decider
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
NOW = world.NOW
LATER = NOW + timedelta(days=40)


def a_refused_one(**people) -> Renewal:
    certificate = world.whole(world.a_term(last=date(2026, 8, 25)))  # the last day of grace
    checked = world.a_checked_renewal(certificate, by=people.get("registrar"))
    return world.a_decided_renewal(checked, outcome="refuse", by=people.get("decider"))


def test_another_round_keeps_the_day_on_which_it_was_handed_in():
    refused_one, registrar = a_refused_one(), a_registrar()

    again = reopen_after_appeal(refused_one, by=a_decider(), now=LATER)

    assert again != refused_one
    assert (again.state, again.submitted_at) == ("submitted", NOW)
    assert again.declarations == refused_one.declarations
    refused_one.refresh_from_db()
    assert (refused_one.state, refused_one.outcome) == ("decided", "refuse")
    assert Notice.objects.filter(person=registrar, event="certification.renewal_arrived").exists()
    renewal = world.a_decided_renewal(actions.pass_on(again, by=registrar, now=LATER), now=LATER)
    drain(LATER)
    assert renewal.outcome == "renew"
    # In grace when it was handed in: counted from the old last day, although that is long ago.
    assert Certificate.objects.current_of(renewal.certificate).valid_until == date(2029, 8, 25)


def test_nobody_of_the_first_round_takes_part_in_the_second():
    registrar, decider = a_registrar(), a_decider()
    refused_one = a_refused_one(registrar=registrar, decider=decider)
    again = reopen_after_appeal(refused_one, by=a_decider(), now=LATER)

    with pytest.raises(Refused, match="in_earlier_round"):
        actions.pass_on(again, by=registrar, now=LATER)
    assert registrar not in able_to(again, Role.REGISTRAR)
    again = actions.pass_on(again, by=a_registrar(), now=LATER)
    with pytest.raises(Refused, match="in_earlier_round"):
        world.a_decided_renewal(again, by=decider, now=LATER)
    assert decider not in able_to(again, Role.DECISION_MAKER)


def test_a_third_round_is_for_a_third_set_of_people():
    first = a_refused_one()
    second = reopen_after_appeal(first, by=a_decider(), now=LATER)
    second = actions.pass_on(second, by=a_registrar(), now=LATER)
    second = world.a_decided_renewal(second, outcome="refuse", now=LATER)

    third = reopen_after_appeal(second, by=a_decider(), now=LATER)

    for person in (first.checked_by, second.checked_by):
        with pytest.raises(Refused, match="in_earlier_round"):
            actions.pass_on(third, by=person, now=LATER)


def test_what_was_handed_in_meanwhile_gives_way():
    refused_one = a_refused_one()
    meanwhile = actions.hand_in(
        refused_one.certificate,
        declarations=DECLARATIONS,
        by=refused_one.certificant,
        now=NOW + timedelta(days=5),
    )

    again = reopen_after_appeal(refused_one, by=a_decider(), now=LATER)

    meanwhile.refresh_from_db()
    assert meanwhile.state == "taken_back"
    assert renewal_of(refused_one.certificate) == again


@pytest.mark.parametrize("outcome", ["renew", None])
def test_only_a_refusal_is_looked_at_again(outcome):
    renewal = world.a_checked_renewal()
    if outcome:
        renewal = world.a_decided_renewal(renewal, outcome=outcome)

    with pytest.raises(Refused, match="nothing_to_reopen"):
        reopen_after_appeal(renewal, by=a_decider(), now=LATER)


def test_renewed_since_there_is_nothing_left_to_reopen():
    refused_one = a_refused_one()
    again = world.a_checked_renewal(refused_one.certificate, now=NOW + timedelta(days=5))
    world.a_decided_renewal(again, now=NOW + timedelta(days=6))

    with pytest.raises(Refused, match="nothing_to_reopen"):
        reopen_after_appeal(refused_one, by=a_decider(), now=LATER)
