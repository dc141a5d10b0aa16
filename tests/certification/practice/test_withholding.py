"""Days taken away from a proof: which, what is left of it, and whom it concerns."""

from datetime import date, timedelta

import pytest

from certification.practice import actions
from certification.practice.models import FactsVersion, SupervisorAuthority
from certification.practice.rules.withholding import Cut, cut
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    a_mentor,
    a_signed_entry,
    an_agreement,
)
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

HELD = (date(2026, 1, 1), date(2026, 12, 31))
MAY, JUNE = date(2026, 5, 3), date(2026, 6, 10)


@pytest.mark.parametrize(
    ("first", "last", "taken"),
    [
        (MAY, None, Cut(MAY, HELD[1], None)),  # from a day on
        (MAY, JUNE, Cut(MAY, JUNE, JUNE + timedelta(1))),  # days within: the rest holds anew
        (date(2025, 5, 3), JUNE, Cut(HELD[0], JUNE, JUNE + timedelta(1))),  # from before it began
        (date(2025, 1, 1), None, Cut(*HELD, None)),  # all of it
        (HELD[1], None, Cut(HELD[1], HELD[1], None)),  # its last day
        (date(2027, 1, 1), None, None),  # after it
        (date(2025, 1, 1), date(2025, 12, 31), None),  # before it
        (MAY, MAY, Cut(MAY, MAY, MAY + timedelta(1))),  # one day
        (MAY, date(2030, 1, 1), Cut(MAY, HELD[1], None)),  # to beyond its end
    ],
)
def test_what_is_taken_from_a_proof(first, last, taken):
    assert cut(*HELD, first, last) == taken


@pytest.fixture
def mentor(db):
    return a_mentor(until=HELD[1])


def withhold(mentor, now, first=MAY, last=None, by=None):
    return actions.withhold_authority(
        mentor, role="mentor", first=first, last=last, by=by or a_registrar(), now=now
    )


def entitled(mentor, day: date) -> bool:
    return SupervisorAuthority.objects.entitles(mentor, "mentor", day)


def test_from_a_day_on_nothing_holds(mentor, now):
    by = a_registrar()

    withhold(mentor, now, by=by)

    proof = SupervisorAuthority.objects.get(person=mentor)
    assert (proof.withdrawn_from, proof.withdrawn_by) == (MAY, by)
    assert [entitled(mentor, MAY - timedelta(1)), entitled(mentor, MAY)] == [True, False]
    said = AuditEvent.objects.get(verb="certification.supervisor.authority_withdrawn")
    assert (said.actor_id, said.subject_id) == (by.public_id, mentor.public_id)


def test_after_the_last_of_the_days_the_same_proof_holds_again(mentor, now):
    before = SupervisorAuthority.objects.get(person=mentor)

    withhold(mentor, now, last=JUNE)

    again = SupervisorAuthority.objects.exclude(pk=before.pk).get(person=mentor)
    held = [entitled(mentor, day) for day in (MAY, JUNE, JUNE + timedelta(1), HELD[1])]
    assert held == [False, False, True, True]
    assert not entitled(mentor, HELD[1] + timedelta(1))
    assert (again.licence_number, again.seen_by, again.seen_on, again.how) == (
        before.licence_number,
        before.seen_by,
        before.seen_on,
        before.how,
    )


def test_every_proof_of_the_role_is_looked_at_and_no_other(mentor, now):
    for role in ("mentor", "clinician"):
        actions.verify_supervisor(
            mentor,
            role=role,
            licence_number="LIC-9",
            issuer="Another register",
            valid_from=date(2026, 6, 1),
            valid_until=date(2027, 6, 1),
            seen_on=date(2026, 4, 1),
            by=a_registrar(),
            now=now,
        )

    taken = withhold(mentor, now)

    assert taken == [Cut(MAY, HELD[1], None), Cut(date(2026, 6, 1), date(2027, 6, 1), None)]
    assert not entitled(mentor, date(2027, 1, 1))
    assert SupervisorAuthority.objects.entitles(mentor, "clinician", date(2027, 1, 1))


def test_interns_facts_are_counted_up_and_nobody_withholds_their_own(mentor, now):
    agreement = an_agreement(mentor=mentor)
    a_signed_entry(agreement, now=now)
    counted = FactsVersion.objects.current(agreement.intern)

    withhold(mentor, now)
    assert FactsVersion.objects.current(agreement.intern) == counted + 1

    with pytest.raises(Refused):
        withhold(mentor, now, first=date(2026, 2, 1), by=mentor)
    assert entitled(mentor, date(2026, 4, 1))


def test_many_records_are_counted_up_at_once(mentor, now, count_queries):
    interns = [an_agreement(mentor=mentor).intern for _one in range(3)]

    with count_queries(at_most=4):
        FactsVersion.objects.bump_all(interns)
