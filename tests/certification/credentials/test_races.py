"""Replacing on real locks: delivered or asked for twice, withdrawn, suspended, shared, hidden meanwhile."""

from functools import partial

import pytest

from certification.credentials import actions
from certification.credentials.models import (
    Certificate,
    CertificateEvent,
    CertificateReplacement,
    ShareToken,
)
from certification.credentials.rules.lifecycle import HELD, REPLACED
from certification.registry.actions import choose_listing, hide
from certification.registry.answering import shown_name
from certification.registry.models import RegistryListing
from tests.factories import decisions as world
from tests.factories import replacing as again
from tests.factories.accounts import a_person, a_registrar
from tests.faults.thoroughness import RACE_ROUNDS
from tests.races import race, rounds
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("plain_documents"),
]
REASON = "The committee found that the code was breached."


@pytest.fixture
def people():
    """The same in every round: who is told of something grows with them."""
    return {"registrar": a_registrar(), "decider": world.a_decider()}


def a_certificate(people) -> Certificate:
    """Its holder has the role already, so that only what races here is written."""
    return world.a_quick_certificate(a_person(Role.CERTIFICANT), **people)


def asking(people, kind: str) -> dict:
    """Who asks for this kind; a number is its holder's to change."""
    who = {"name": "registrar", "scope": "decider", "renewal": "decider"}
    return {"by": people[who[kind]]} if kind in who else {}


def reasons(outcomes) -> list[str]:
    """What was refused; anything else that is raised is a fault."""
    assert all(isinstance(one, Refused) or not isinstance(one, Exception) for one in outcomes)
    return sorted(one.reason for one in outcomes if isinstance(one, Refused))


def one_of_the_line_counts(old: Certificate) -> Certificate:
    """Whatever happened: one certificate is the current one, and at most one is held."""
    line = Certificate.objects.line_of(old)
    held = [one for one in line.issued() if one.standing in HELD]
    [current] = line.current()
    assert held in ([], [current])
    for one in line.issued():
        kinds = list(one.events.order_by("pk").values_list("kind", flat=True))
        assert kinds.count("issued") == 1
        assert sum(kind in again.ENDS for kind in kinds) == (one.standing in REPLACED)
    return current


@pytest.mark.lesson(43)
@pytest.mark.parametrize("kind", ["name", "number", "scope", "renewal"])
def test_one_replacement_delivered_to_four_workers_is_one_certificate(now, people, kind):
    for _round in rounds(max(2, RACE_ROUNDS // 4)):
        old = a_certificate(people)
        asked = again.ASKED[kind](old, **asking(people, kind))

        outcomes = race(*[partial(actions.issue_replacement, asked.pk, now=now)] * 4)

        new = one_of_the_line_counts(old)
        assert outcomes == [new] * 4
        assert (new.replacement_id, new.files.count()) == (asked.pk, 4)
        issued = AuditEvent.objects.filter(verb="certification.certificate.issued")
        assert issued.filter(target_id=new.public_id).count() == 1
        assert Notice.objects.filter(person=old.holder, url__contains=new.public_id).count() == 1


@pytest.mark.parametrize("kind", ["name", "renewal"])
def test_a_withdrawal_and_a_replacement_never_both_hold(now, people, kind):
    """Either nothing is replaced, or whoever withdraws is told that it stands differently now."""
    withdraw = partial(actions.withdraw, reason=REASON, by=people["decider"], now=now)
    for _round in rounds():
        old = a_certificate(people)
        asked = again.ASKED[kind](old, **asking(people, kind))

        outcomes = race(
            partial(withdraw, old), partial(actions.issue_replacement, asked.pk, now=now)
        )

        current = one_of_the_line_counts(old)
        asked.refresh_from_db()
        if current == old:
            assert (current.standing, outcomes[1]) == ("withdrawn", None)
            assert asked.dropped_at == now
            assert Notice.objects.filter(key__contains=str(asked.public_id)).count() == 1
        else:
            assert reasons(outcomes) == ["certificate_not_there"]
            assert (current.standing, asked.dropped_at) == ("active", None)
            assert withdraw(current).standing == "withdrawn"


def test_a_withdrawal_and_the_grant_of_a_renewal_never_both_hold(now, people):
    """The grant itself, with the job that it promises."""
    decider = people["decider"]
    withdraw = partial(actions.withdraw, reason=REASON, by=people["decider"], now=now)
    for _round in rounds():
        old = a_certificate(people)
        again.a_granted_renewal(old, decider)
        grant = partial(again.a_term_granted, old, decider)

        outcomes = race(partial(withdraw, old), grant)
        asked = CertificateReplacement.objects.filter(certificate=old).first()
        made = asked and actions.issue_replacement(asked.pk, now=now)

        current = one_of_the_line_counts(old)
        assert (current, current.standing, made) == (old, "withdrawn", None)
        assert reasons(outcomes) == ([] if asked else ["certificate_not_there"])


def test_what_is_suspended_while_it_is_replaced_is_suspended_or_refused(now, people):
    suspend = partial(actions.suspend, reason=REASON, by=people["decider"], now=now)
    for _round in rounds():
        old = a_certificate(people)
        asked = again.a_name_asked(old, by=people["registrar"])

        outcomes = race(
            partial(suspend, old), partial(actions.issue_replacement, asked.pk, now=now)
        )

        current = one_of_the_line_counts(old)
        assert current.replacement_id == asked.pk
        told = {"suspended": [], "active": ["certificate_not_there"]}
        assert reasons(outcomes) == told[current.standing]
        suspensions = CertificateEvent.objects.filter(certificate=current, kind="suspended")
        assert suspensions.exists() is (current.standing == "suspended")


def test_of_three_who_ask_at_once_one_is_heard(now, people):
    for _round in rounds():
        old = a_certificate(people)

        outcomes = race(
            partial(again.a_name_asked, old, by=people["registrar"]),
            partial(again.a_scope_asked, old, by=people["decider"]),
            partial(again.a_number_asked, old),
        )

        assert reasons(outcomes) == ["replacement_waits", "replacement_waits"]
        assert CertificateReplacement.objects.filter(certificate=old).count() == 1


def test_no_link_outlives_what_it_opens(now, people):
    for _round in rounds():
        old = a_certificate(people)
        asked = again.a_name_asked(old, by=people["registrar"])
        share = partial(actions.share, old, days=7, by=old.holder, now=now)

        outcomes = race(share, partial(actions.issue_replacement, asked.pk, now=now))

        one_of_the_line_counts(old)
        assert reasons(outcomes) in ([], ["certificate_not_held"])
        assert not ShareToken.objects.open(now).filter(certificate=old).exists()


def test_whoever_hides_while_it_is_replaced_is_hidden(now, people):
    for _round in rounds():
        old = a_certificate(people)
        choose_listing(old, name_shown=True, listed=True, by=old.holder, now=now)
        asked = again.a_name_asked(old, by=people["registrar"])

        outcomes = race(
            partial(hide, old.holder, now=now),
            partial(actions.issue_replacement, asked.pk, now=now),
        )

        assert reasons(outcomes) == []
        new = one_of_the_line_counts(old)
        assert (shown_name(old), shown_name(new)) == ("", "")
        assert RegistryListing.objects.get(certificate__holder=old.holder).certificate == new
