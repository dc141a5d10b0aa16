"""Appeals for tests, made and answered by the actions of the site."""

from datetime import timedelta

from certification.appeals import actions
from certification.appeals.models import Appeal, AppealRuling
from tests.factories import decisions as world

SOON = world.NOW + timedelta(days=3)
WHY = "My second month was signed in time and was overlooked by everybody."
ANSWER = "The file shows that the month was signed on the day that it was due."


def an_appeal(decision=None, *, outcome: str = "refuse", now=SOON) -> Appeal:
    decision = decision or world.a_decision(outcome=outcome)
    return actions.appeal_decision(decision, reasons=WHY, by=decision.applicant, now=now)


def an_appeal_of(certificate, *, now=SOON) -> Appeal:
    return actions.appeal_standing(certificate, reasons=WHY, by=certificate.holder, now=now)


def an_answer(
    appeal: Appeal, outcome="upheld", follows="reopen", *, by=None, now=SOON
) -> AppealRuling:
    return actions.answer_appeal(
        appeal,
        outcome=outcome,
        follows=follows,
        reasons=["evidence_overlooked"],
        text=ANSWER,
        by=by or world.a_decider(),
        now=now,
    )
