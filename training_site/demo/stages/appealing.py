"""Decided, and not at an end with it: conditions to be met, and an appeal that waits."""

from datetime import timedelta

from certification.appeals.actions import appeal_decision
from certification.decisions import actions as decisions
from certification.decisions.models import Application, Decision
from certification.decisions.models.decisions import Outcome
from certification.decisions.rules.conditions import Asked
from certification.decisions.rules.reviewing import Recommendation
from training_site.accounts.models import User
from training_site.demo.stages import certifying
from training_site.demo.stages.candidates import finish, practised
from training_site.demo.stages.foundation import trained
from training_site.demo.stages.past import SUNDAY, THURSDAY, TUESDAY, Past
from training_site.demo.stages.people import drop_in, somebody

FIRST_WEEK, APPLIED = 44, 7  # weeks ago
ONE_CASE = (
    "The record is complete. In case B the notes from the clinician's side end two weeks before the "
    "closing meeting, and nothing says why. I would ask before I recommend it."
)
ALIKE = (
    "I agree with most of it. Three of the closing meetings are documented in one sentence each; "
    "I would like a supervisor to look at how endings are prepared."
)
DEFERRED = (
    "Both reviewers find the requirements met, and both have a question about endings. I defer the "
    "decision; nothing of what is on record is doubted."
)
QUESTION = (
    "Answer in a page: what happened between the last contact with the clinician in case B and the "
    "closing meeting, and who knew of it. Nothing that could identify the client."
)
SUPERVISION = (
    "Two hours with your mentor on preparing endings, entered and signed as supervision in the log."
)
ANSWERED = (
    "I have sent the page to the registrar. The clinician was on leave; a colleague of hers stood in, "
    "and our contacts with him are on record under the agreement of that month."
)
UNTRUE = (
    "The declaration says that no proceeding is open. The record of incidents holds one that was "
    "open on that day. I cannot recommend it as declared."
)
REFUSED = (
    "One declaration did not hold on the day on which it was made: an incident reported in the "
    "spring was still open. The hours and examinations are not in question."
)
APPEALED = (
    "The incident was reported by me, as the rules ask, and I had been told in May that it was "
    "closed. The letter that says so is with the complaints officer. I declared what I knew."
)


def deferred(past: Past) -> None:
    """Of two conditions one is said to be done, and the day of the other is near."""
    learner = _somebody_who_practised("deferred", past)
    application = certifying.apply(learner, past, weeks_ago=APPLIED)
    _review(application, past, Recommendation.DEFER, first=ONE_CASE, second=ALIKE)
    asked = [
        Asked("answer_question", QUESTION, past.today + timedelta(days=40)),
        Asked("further_supervision", SUPERVISION, past.today + timedelta(days=4), "mentor"),
    ]
    decision = _decide(
        application, past, Outcome.DEFER, "question_open", DEFERRED, conditions=asked
    )
    question = decision.conditions.get(kind="answer_question")
    decisions.say_done(question, text=ANSWERED, by=learner, now=past.at(1, TUESDAY, 19))


def refused(past: Past) -> None:
    """The appeal waits for somebody who had no part in the refusal."""
    learner = _somebody_who_practised("refused", past)
    application = certifying.apply(learner, past, weeks_ago=APPLIED)
    _review(application, past, Recommendation.REFUSE, first=UNTRUE, second="")
    decision = _decide(application, past, Outcome.REFUSE, "declaration_untrue", REFUSED)
    drop_in(learner, now=past.at(3, SUNDAY, 20))
    appeal_decision(decision, reasons=APPEALED, by=learner, now=past.at(2, SUNDAY, 20))


def _somebody_who_practised(key: str, past: Past) -> User:
    learner = trained(key, past, first_week=FIRST_WEEK, cohort_title="Cohort 2")
    finish(practised(learner, past, first_week=FIRST_WEEK, mentor="reviewer3"))
    return learner


def _review(
    application: Application, past: Past, recommendation: str, *, first: str, second: str
) -> None:
    """Without words of his own the second one recommends to grant it."""
    given = {"recommendation": recommendation, "reasons": first}
    certifying.review(application, "reviewer1", past, weeks_ago=APPLIED - 1, **given)
    given = {"recommendation": recommendation, "reasons": second} if second else {}
    certifying.review(application, "reviewer2", past, weeks_ago=APPLIED - 2, **given)


def _decide(
    application: Application, past: Past, outcome: str, reason: str, text: str, *, conditions=()
) -> Decision:
    now = past.at(APPLIED - 3, THURSDAY, 11)
    decider = drop_in(somebody("decider"), now=now)
    decisions.open_dossier(application, by=decider, now=now - timedelta(minutes=40))
    return decisions.decide(
        application,
        outcome=outcome,
        reasons=[reason],
        text=text,
        conditions=conditions,
        by=decider,
        now=now,
    )
