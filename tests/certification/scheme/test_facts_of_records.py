"""Facts beside the hours: each row read as the engine wants it, and nothing that does not count."""

from datetime import UTC, date, datetime, time

import pytest

from certification.practice.models import (
    CaseMilestone,
    ContestedEntry,
    ContestedSignOff,
    Evaluation,
    EvaluationForm,
    IntensivePlan,
    LeaveOfAbsence,
    Membership,
    Milestone,
    OpeningBalance,
    SupervisorConflict,
)
from certification.scheme.facts import facts_for
from certification.scheme.models import Credit
from certification.scheme.rules import read_facts
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    SPRING,
    a_case,
    a_signed_entry,
    a_submitted_entry,
    an_agreement,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
MAY = datetime(2026, 5, 4, 23, 30, tzinfo=UTC)


@pytest.fixture
def agreement():
    return an_agreement()


@pytest.fixture
def staff():
    return a_registrar()


def facts_of(agreement):
    return read_facts(facts_for(agreement.intern, TODAY))


def test_only_granted_leave_stops_clocks(agreement, staff):
    LeaveOfAbsence.objects.create(
        person=agreement.intern,
        starts_on=date(2026, 6, 1),
        ends_on=date(2026, 6, 30),
        asked_at=MAY,
        state="granted",
        answered_by=staff,
        answered_at=MAY,
    )
    LeaveOfAbsence.objects.create(person=agreement.intern, starts_on=date(2026, 8, 1), asked_at=MAY)

    leaves = facts_of(agreement).leaves

    assert [tuple(one) for one in leaves] == [(date(2026, 6, 1), date(2026, 6, 30))]


def test_staff_set_milestones_beside_those_of_the_record(agreement, staff):
    Milestone.objects.create(
        person=agreement.intern,
        name="foundation_complete",
        on=date(2026, 3, 1),
        recorded_by=staff,
        recorded_at=MAY,
    )

    milestones = facts_of(agreement).milestones

    assert milestones["foundation_complete"] == date(2026, 3, 1)
    assert milestones["internship_began"] == SPRING.date()


def test_a_membership_is_its_days(agreement, staff):
    Membership.objects.create(
        person=agreement.intern,
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
        kind="paid",
        recorded_by=staff,
        recorded_at=MAY,
    )

    assert [tuple(one) for one in facts_of(agreement).memberships] == [
        (date(2026, 1, 1), date(2026, 12, 31))
    ]


def test_a_case_carries_what_was_attested_for_it(agreement):
    case = a_case(agreement)
    CaseMilestone.objects.create(
        case=case,
        kind="opening_meeting",
        on=date(2026, 4, 2),
        attested_by=agreement.intern,
        attested_at=MAY,
    )

    found = facts_of(agreement).cases["A"]

    assert (found.opening_meeting, found.consents) == (date(2026, 4, 2), None)


def test_a_session_within_an_agreed_plan_belongs_to_it(agreement, now):
    case = a_case(agreement)
    plan = IntensivePlan.objects.create(
        case=case,
        starts_on=date(2026, 11, 2),
        ends_on=date(2026, 11, 12),
        proposed_by=agreement.intern,
        proposed_at=MAY,
    )
    within = a_submitted_entry(agreement, now=now, case=case, category="direct_session")
    before = facts_of(agreement)

    plan.agreed_by, plan.agreed_at = agreement.mentor, MAY
    plan.save()
    after = facts_of(agreement)

    assert (before.intensives, before.entries[0].intensive) == ({}, None)
    assert after.entries[0].id == str(within.public_id)
    assert after.entries[0].intensive == str(plan.public_id)


def test_a_conflict_bears_on_its_supervisor_alone(agreement):
    SupervisorConflict.objects.create(
        intern=agreement.intern,
        supervisor=agreement.mentor,
        kind="related",
        starts_on=date(2026, 5, 1),
        declared_by=agreement.mentor,
        declared_at=MAY,
    )

    supervisors = facts_of(agreement).supervisors.values()

    assert {one.role: one.conflicts for one in supervisors} == {
        "mentor": ((date(2026, 5, 1), None),),
        "clinician": (),
    }


def test_a_signature_is_dated_where_the_association_is(agreement, now):
    a_signed_entry(agreement, now=now)

    assert facts_of(agreement).entries[0].signed == now.date()


@pytest.mark.parametrize(
    ("state", "status", "excused"),
    [
        ("open", "contested", False),  # nobody knows yet
        ("upheld", "submitted", True),  # the deadline no longer bears on it
        ("dismissed", "submitted", False),  # as if nothing had been said
    ],
)
def test_a_dispute_about_lateness_decides_what_the_deadline_does(
    agreement, staff, now, state, status, excused
):
    entry = a_submitted_entry(agreement, now=now)
    decided = {} if state == "open" else {"decided_by": staff, "decided_at": MAY}
    contest = ContestedSignOff.objects.create(
        intern=agreement.intern,
        supervisor=agreement.mentor,
        matter="lateness",
        reason="late",
        state=state,
        opened_by=agreement.intern,
        opened_at=MAY,
        **decided,
    )
    ContestedEntry.objects.create(contest=contest, entry=entry)

    found = facts_of(agreement).entries[0]

    assert (found.status, found.excused) == (status, excused)


def test_what_was_brought_counts_once_two_people_have_seen_it(agreement, staff):
    brought = OpeningBalance.objects.create(
        intern=agreement.intern,
        category="direct_session",
        minutes=3000,
        modality="in_person",
        first_day=date(2025, 3, 1),
        last_day=date(2025, 9, 30),
        case_label="X",
        closure="planned",
        evidence="Signed log of the former programme",
        attested_by=staff,
        attested_at=MAY,
    )
    assert facts_of(agreement).entries == ()

    brought.confirmed_by, brought.confirmed_at = a_registrar(), MAY
    brought.save()
    facts = facts_of(agreement)

    assert [(e.minutes, e.attested, e.case) for e in facts.entries] == [(3000, True, "elsewhere-X")]
    assert facts.cases["elsewhere-X"].closure == "planned"


def test_signed_evaluations_stand_with_their_form_and_level(agreement):
    form = EvaluationForm.objects.create(
        code="mentor-mid",
        version=1,
        role="mentor",
        title="Mid-way",
        rubric={},
        pass_level=2,
        effective_from=date(2026, 1, 1),
        loaded_at=MAY,
    )
    written = {"form": form, "intern": agreement.intern, "written_by": agreement.mentor}
    Evaluation.objects.create(**written, begun_at=MAY)
    Evaluation.objects.create(
        **written,
        begun_at=MAY,
        state="signed",
        signed_at=MAY,
        result=3,
        typed_name="M",
        content_hash="0" * 64,
    )

    found = facts_of(agreement).evaluations

    # Half past eleven at night in UTC is the next day in London.
    assert [(one.form, one.role, one.result, one.date) for one in found] == [
        ("mentor-mid", "mentor", 3, date(2026, 5, 5))
    ]


def test_credits_and_waivers_count_from_their_approval(agreement, staff):
    proposed = {
        "intern": agreement.intern,
        "reasons": "Seen",
        "proposed_by": staff,
        "proposed_at": MAY,
    }
    approved = {"approved_by": a_registrar(), "approved_at": MAY}
    Credit.objects.create(
        kind="equivalence", requirement="direct", minutes=600, **proposed, **approved
    )
    Credit.objects.create(kind="waiver", requirement="cases", **proposed)
    Credit.objects.create(
        kind="waiver",
        requirement="closed",
        **proposed,
        **approved,
        withdrawn_by=staff,
        withdrawn_at=MAY,
    )

    facts = facts_of(agreement)

    assert [tuple(one) for one in facts.equivalences] == [("direct", 600, date(2026, 5, 5))]
    assert facts.waivers == ()


def test_two_entries_at_other_times_are_two(agreement, now):
    first = a_submitted_entry(agreement, now=now)
    second = a_submitted_entry(agreement, now=now, start=time(14, 0))

    assert [one.id for one in facts_of(agreement).entries] == [
        str(first.public_id),
        str(second.public_id),
    ]
