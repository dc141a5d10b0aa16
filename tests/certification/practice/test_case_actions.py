from datetime import date, timedelta

import pytest

from certification.practice import actions
from certification.practice.models import Case, CasePause, FactsVersion, IntensivePlan
from tests.factories.certification import (
    a_case,
    a_closed_case,
    a_mentor,
    an_agreement,
    an_entry,
)
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
JUNE = date(2026, 6, 1)


@pytest.fixture
def case():
    return a_case(an_agreement())


def verbs(case) -> list[str]:
    events = AuditEvent.objects.filter(target_id=case.public_id).order_by("pk")
    return [event.verb.rsplit(".", 1)[-1] for event in events]


def told(event: str) -> set:
    return set(Notice.objects.filter(event=event).values_list("person", flat=True))


def version(case) -> int:
    return FactsVersion.objects.current(case.intern)


def test_a_step_is_attested_once_and_put_right_while_the_case_is_open(case, now):
    before = version(case)
    for day in (date(2026, 4, 2), date(2026, 4, 3)):
        actions.attest_step(case, kind="opening_meeting", on=day, by=case.intern, now=now)

    (step,) = case.milestones.all()
    assert step.on == date(2026, 4, 3)
    assert version(case) == before + 2
    event = AuditEvent.objects.filter(verb="certification.case.step_attested").last()
    assert event.words.values["instead_of"] == "2026-04-02"


def test_nobody_attests_for_the_intern(case, now):
    with pytest.raises(Refused, match="not_own_record"):
        actions.attest_step(case, kind="consents", on=JUNE, by=case.agreement.mentor, now=now)

    assert not case.milestones.exists()
    assert verbs(case) == ["opened"]


def test_a_case_closes_as_planned_after_its_closure_meeting_alone(case, now):
    close = {"closure": "planned", "closed_on": JUNE, "by": case.intern, "now": now}
    with pytest.raises(Refused, match="closure_meeting_missing"):
        actions.close_case(case, **close)
    assert verbs(case) == ["opened"]

    actions.attest_step(case, kind="closure_meeting", on=JUNE, by=case.intern, now=now)
    closed = actions.close_case(case, **close)

    assert (closed.state, verbs(case)[-1]) == ("closed", "closed")


def test_an_interrupted_case_needs_no_closure_meeting(case, now):
    closed = actions.close_case(case, closure="unplanned", closed_on=JUNE, by=case.intern, now=now)

    assert closed.state == "interrupted"


@pytest.mark.parametrize("who", ["intern", "mentor", "clinician"])
def test_each_of_the_three_pauses_a_case_and_the_two_others_hear_of_it(case, now, who):
    three = {
        "intern": case.intern,
        "mentor": case.agreement.mentor,
        "clinician": case.agreement.clinician,
    }

    actions.pause_case(case, starts_on=JUNE, reason="clinical", by=three[who], now=now)

    assert told("certification.case_paused") == {
        person.pk for role, person in three.items() if role != who
    }
    assert verbs(case)[-1] == "paused"


def test_a_stranger_pauses_nothing(case, now):
    with pytest.raises(Refused, match="not_of_this_triad"):
        actions.pause_case(case, starts_on=JUNE, reason="other", by=a_mentor(), now=now)

    assert not CasePause.objects.exists()


def test_no_session_is_logged_in_a_pause_and_the_three_may_meet(case, now):
    actions.pause_case(
        case, starts_on=JUNE, reason="clinical", by=case.agreement.clinician, now=now
    )

    with pytest.raises(Refused, match="case_paused_then"):
        an_entry(case.agreement, now=now, category="direct_session", case=case, date=JUNE)
    an_entry(case.agreement, now=now, category="triadic_meeting", case=case, date=JUNE)
    assert case.entries.count() == 1


def test_after_a_pause_sessions_go_on(case, now):
    pause = actions.pause_case(case, starts_on=JUNE, reason="availability", by=case.intern, now=now)
    actions.resume_case(pause, last_day=JUNE, by=case.agreement.clinician, now=now)

    next_day = JUNE + timedelta(days=1)
    an_entry(case.agreement, now=now, category="direct_session", case=case, date=next_day)

    pause.refresh_from_db()
    assert (pause.ends_on, pause.resumed_by) == (JUNE, case.agreement.clinician)
    assert told("certification.case_resumed") == {case.intern_id, case.agreement.mentor_id}


def test_an_intern_does_not_end_the_pause_of_the_clinician(case, now):
    pause = actions.pause_case(
        case, starts_on=JUNE, reason="clinical", by=case.agreement.clinician, now=now
    )

    with pytest.raises(Refused, match="pause_not_yours_to_end"):
        actions.resume_case(pause, last_day=JUNE, by=case.intern, now=now)

    pause.refresh_from_db()
    assert pause.resumed_at is None


def test_a_pause_that_ended_by_itself_makes_room_for_the_next(case, now):
    mine = {"reason": "availability", "by": case.intern, "now": now}
    actions.pause_case(case, starts_on=JUNE, ends_on=date(2026, 6, 10), **mine)

    actions.pause_case(case, starts_on=date(2026, 9, 1), **mine)

    assert CasePause.objects.count() == 2
    assert list(CasePause.objects.running(now.date()).values_list("starts_on", flat=True)) == [
        date(2026, 9, 1)
    ]


def test_a_case_that_ends_takes_its_pause_with_it(case, now):
    actions.pause_case(case, starts_on=JUNE, reason="clinical", by=case.intern, now=now)

    actions.close_case(
        case, closure="unplanned", closed_on=date(2026, 6, 20), by=case.intern, now=now
    )

    assert case.pauses.get().ends_on == date(2026, 6, 20)


DAYS = {"starts_on": date(2026, 11, 24), "ends_on": date(2026, 12, 7)}


def test_an_intensive_counts_once_one_supervisor_has_agreed(case, now):
    plan = actions.propose_intensive(case, **DAYS, by=case.intern, now=now)
    assert not IntensivePlan.objects.agreed().exists()

    actions.answer_intensive(plan, agrees=True, by=case.agreement.clinician, now=now)

    assert list(IntensivePlan.objects.agreed().covering(date(2026, 12, 7))) == [plan]
    assert verbs(case)[-2:] == ["proposed", "agreed"]
    with pytest.raises(Refused, match="intensive_answered"):
        actions.answer_intensive(plan, agrees=False, by=case.agreement.mentor, now=now)


def test_an_intensive_that_was_declined_leaves_its_days_free(case, now):
    plan = actions.propose_intensive(case, **DAYS, by=case.intern, now=now)
    actions.answer_intensive(plan, agrees=False, by=case.agreement.mentor, now=now)

    again = actions.propose_intensive(case, **DAYS, by=case.intern, now=now)

    assert list(IntensivePlan.objects.standing()) == [again]


def test_the_intern_does_not_agree_to_their_own_plan(case, now):
    plan = actions.propose_intensive(case, **DAYS, by=case.intern, now=now)

    with pytest.raises(Refused, match="not_a_supervisor_here"):
        actions.answer_intensive(plan, agrees=True, by=case.intern, now=now)


def test_a_case_handed_over_keeps_what_was_logged_before(case, now):
    old = case.agreement
    entry = an_entry(old, now=now, category="direct_session", case=case, date=JUNE)
    new = an_agreement(case.intern)

    moved = actions.hand_over_case(case, new, by=case.intern, now=now)

    entry.refresh_from_db()
    assert (moved.agreement, entry.agreement, entry.supervisor) == (new, old, old.mentor)
    later = an_entry(
        old, now=now, category="direct_session", case=moved, date=JUNE + timedelta(days=7)
    )
    assert later.supervisor == new.mentor
    assert told("certification.case_handed_over") == {
        old.mentor_id,
        old.clinician_id,
        new.mentor_id,
        new.clinician_id,
    }
    assert verbs(case)[-1] == "handed_over"


def test_a_case_goes_to_no_agreement_of_somebody_else(case, now):
    with pytest.raises(Refused, match="agreement_not_in_force_today"):
        actions.hand_over_case(case, an_agreement(), by=case.intern, now=now)

    assert Case.objects.get().agreement == case.agreement


def test_the_factory_closes_as_people_do(now):
    case = a_closed_case(an_agreement(), on=JUNE, now=now)

    assert (case.state, case.milestones.count()) == ("closed", 3)
