"""What else happens around hours: cases, leave, authority, agreements, what is brought along."""

from datetime import timedelta

from hypothesis import strategies as st

from certification.practice import actions
from certification.practice.actions.beginnings import (
    attest_balance,
    confirm_balance,
    withdraw_balance,
)
from certification.practice.models import (
    Case,
    CasePause,
    LeaveOfAbsence,
    OpeningBalance,
    SupervisorAuthority,
)
from certification.scheme.actions.credits import approve_credit, propose_credit, take_back_credit
from certification.scheme.models import Credit

DAYS = st.integers(0, 40)
KINDS = st.sampled_from(["opening_meeting", "consents", "closure_meeting"])
BROUGHT = st.sampled_from(["direct_session", "mentor_individual", "documentation_reflection"])


def one_of(rows, data):
    """Any row there is, or None."""
    found = list(rows.order_by("pk"))
    return data.draw(st.sampled_from(found)) if found else None


def ago(life, data):
    return life.today - timedelta(days=data.draw(DAYS))


def attest_step(life, data):
    case = one_of(Case.objects, data)
    who = {"by": life.intern, "on": ago(life, data)}
    life.done(actions.attest_step, case, kind=data.draw(KINDS), **who)


def pause(life, data):
    case, first = one_of(Case.objects, data), ago(life, data)
    last = data.draw(st.sampled_from([None, first + timedelta(days=5)]))
    by = data.draw(st.sampled_from([life.intern, *life.world.supervisors]))
    said = {"starts_on": first, "ends_on": last, "reason": "availability", "by": by}
    life.done(actions.pause_case, case, **said)


def resume(life, data):
    if paused := one_of(CasePause.objects, data):
        by = data.draw(st.sampled_from([life.intern, *life.world.supervisors]))
        life.done(actions.resume_case, paused, last_day=ago(life, data), by=by)


def close_case(life, data):
    case, closure = one_of(Case.objects, data), data.draw(st.sampled_from(["planned", "unplanned"]))
    said = {"closure": closure, "closed_on": ago(life, data), "by": life.intern}
    life.done(actions.close_case, case, **said)


def ask_for_leave(life, data):
    first = ago(life, data)
    last = data.draw(st.sampled_from([None, first + timedelta(days=20)]))
    said = {"starts_on": first, "ends_on": last, "by": life.intern}
    leave = life.done(actions.ask_for_leave, life.intern, **said)
    if leave and data.draw(st.booleans()):
        assert life.done(actions.answer_leave, leave, granted=True, by=life.world.staff[0])


def end_leave(life, data):
    if leave := one_of(LeaveOfAbsence.objects, data):
        life.done(actions.end_leave, leave, last_day=ago(life, data), by=life.intern)


def withdraw_leave(life, data):
    if leave := one_of(LeaveOfAbsence.objects, data):
        life.done(actions.withdraw_leave, leave, by=life.intern)


def withdraw_authority(life, data):
    authority = one_of(SupervisorAuthority.objects, data)
    said = {"withdrawn_from": ago(life, data), "by": life.world.staff[0]}
    life.done(actions.withdraw_authority, authority, **said)


def verify_again(life, data):
    authority = one_of(SupervisorAuthority.objects, data)
    said = {"role": authority.role, "licence_number": "LIC-2", "issuer": "Register"}
    days = {"valid_from": ago(life, data), "valid_until": life.today, "seen_on": life.today}
    by = life.world.staff[0]
    life.done(actions.verify_supervisor, authority.person, **said, **days, by=by)


def end_agreement(life, data):
    said = {"ended_on": ago(life, data), "by": life.world.staff[0]}
    life.done(actions.end_agreement, life.world.agreement, **said)


def give_notice(life, data):
    by = data.draw(st.sampled_from([life.intern, *life.world.supervisors]))
    life.done(actions.give_notice, life.world.agreement, by=by)


def bring_hours(life, data):
    first = ago(life, data)
    said = {"category": data.draw(BROUGHT), "minutes": 300, "modality": "in_person"}
    days = {"first_day": first, "last_day": first + timedelta(days=1), "evidence": "A letter"}
    balance = life.done(attest_balance, life.intern, **said, **days, by=life.world.staff[0])
    if balance and data.draw(st.booleans()):
        life.done(confirm_balance, balance, by=life.world.staff[1])


def take_back_hours(life, data):
    if balance := one_of(OpeningBalance.objects, data):
        life.done(withdraw_balance, balance, by=life.world.staff[0])


def recognise(life, data):
    kind, minutes = data.draw(st.sampled_from([("equivalence", 600), ("waiver", None)]))
    said = {"kind": kind, "requirement": "direct", "minutes": minutes, "reasons": "Seen"}
    credit = life.done(propose_credit, life.intern, **said, by=life.world.staff[0])
    if credit and data.draw(st.booleans()):
        life.done(approve_credit, credit, by=data.draw(st.sampled_from(life.world.staff)))


def take_back_credits(life, data):
    if credit := one_of(Credit.objects, data):
        life.done(take_back_credit, credit, by=life.world.staff[0])
