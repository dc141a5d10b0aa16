"""Two reasons of one suspension ended at once, on real locks: the last of them lets it stand again."""

from datetime import timedelta
from functools import partial

import pytest

from certification.complaints import actions
from certification.credentials import actions as credentials
from certification.credentials.rules.lifecycle import Change
from tests.factories.accounts import a_person, a_registrar
from tests.factories.complaints import WHY, a_complaint, a_suspension, an_officer
from tests.factories.decisions import NOW, a_decider, a_quick_certificate
from tests.races import race, rounds
from training_site.accounts.roles import Role
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("plain_documents"),
]
SOON, LATER = NOW + timedelta(hours=1), NOW + timedelta(days=1)
EXAMINED = "A letter about the practice of this person is examined."


@pytest.fixture
def people():
    """The same in every round: who is told of something grows with them."""
    return {"registrar": a_registrar(), "decider": a_decider(), "officer": an_officer()}


def a_certificate(people):
    who = {key: people[key] for key in ("registrar", "decider")}
    return a_quick_certificate(a_person(Role.CERTIFICANT), **who)


def a_measure_on(certificate, people, *, now):
    complaint = a_complaint(certificate.holder, by=people["officer"])
    return a_suspension(complaint, by=people["decider"], now=now)


def ends(measure, people):
    return partial(actions.end_measure, measure, reason=WHY, by=people["decider"], now=LATER)


def test_two_measures_ended_at_once_leave_a_certificate_that_stands(people):
    for _round in rounds():
        certificate = a_certificate(people)
        measures = [a_measure_on(certificate, people, now=now) for now in (NOW, SOON)]

        outcomes = race(*[ends(one, people) for one in measures])

        assert not [one for one in outcomes if isinstance(one, BaseException)]
        certificate.refresh_from_db()
        assert certificate.standing == "active"
        kinds = list(certificate.events.values_list("kind", flat=True))
        assert kinds.count("reinstated") == 1


def test_a_measure_ended_while_a_decision_suspends_it_too_lets_nothing_stand(people):
    """Ended first, it stands and there is nothing to keep; ended last, it stays suspended."""
    for _round in rounds():
        certificate = a_certificate(people)
        measure = a_measure_on(certificate, people, now=NOW)
        kept = partial(
            credentials.change_standing,
            certificate,
            Change.KEEP_SUSPENDED,
            reason=EXAMINED,
            by=people["decider"],
            now=LATER,
        )

        ended, suspended = race(ends(measure, people), kept)

        assert not isinstance(ended, BaseException)
        certificate.refresh_from_db()
        if isinstance(suspended, Refused):
            assert (suspended.reason, certificate.standing) == ("certificate_not_there", "active")
        else:
            assert certificate.standing == "suspended"
