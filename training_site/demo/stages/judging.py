"""Evaluations: written, signed, and read by the intern whom they are about."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from certification.practice import actions
from certification.practice.evaluation_sheets import sheet_of
from certification.practice.models import Case, Evaluation, EvaluationForm
from training_site.accounts.models import User
from training_site.demo.stages.practising import Internship

MEETS, EXCEEDS = 3, 4
READ_AFTER = timedelta(days=2)
STRENGTHS = {
    "mentor-mid": "Asks before each step and can say why. Brings what went badly without being asked.",
    "mentor-final": "Works at the client's pace, also when that means a session in which little happens.",
    "clinician-case": "I heard after every session, on the same day, and could plan my own by it.",
    "self-mid": "I slow down sooner than I used to, and I notice when I would rather not be asked.",
    "self-final": "I can end a session in time, and I can tell the clinician what I do not know.",
}
NEXT_STEPS = {
    "mentor-mid": "To name attachment earlier, before it has become a difficulty.",
    "mentor-final": "Peer consultation from the first month on; not to work alone.",
    "clinician-case": "To write reports a little shorter: three sentences are enough.",
    "self-mid": "To ask for supervision before I need it.",
    "self-final": "To find two colleagues with whom I go on meeting.",
}


def judge(
    internship: Internship, code: str, *, now: datetime, case: Case | None = None
) -> Evaluation:
    """Signed by whose form it is; two days later the intern has read it."""
    evaluation = begin(internship, code, now=now, case=case)
    evaluation = _write(evaluation, {"consent": EXCEEDS}, now)
    writer, intern = evaluation.written_by, internship.intern
    actions.sign_evaluation(
        evaluation,
        shown_hash=sheet_of(evaluation).hash,
        typed_name=writer.name,
        by=writer,
        now=now + timedelta(minutes=20),
    )
    if writer != intern and now + READ_AFTER <= internship.past.now:
        actions.confirm_reading(evaluation, by=intern, now=now + READ_AFTER)
    return evaluation


def begin(
    internship: Internship, code: str, *, now: datetime, case: Case | None = None
) -> Evaluation:
    form = EvaluationForm.objects.filter(code=code).latest("version")
    writer = _writer(internship, form)
    return actions.begin_evaluation(form, internship.intern, by=writer, now=now, case=case)


def leave_unfinished(internship: Internship, code: str, *, now: datetime) -> None:
    """Two criteria of it, and the half of a thought."""
    draft = begin(internship, code, now=now)
    first, second, *_rest = (one["code"] for one in draft.form.rubric["criteria"])
    actions.keep_evaluation(
        draft,
        levels={first: MEETS, second: 2},
        strengths=STRENGTHS[code],
        next_steps="",
        seen=sheet_of(draft).hash,
        by=draft.written_by,
        now=now,
    )


def judge_halfway(internship: Internship, *, now: datetime) -> None:
    judge(internship, "mentor-mid", now=now)
    judge(internship, "self-mid", now=now - timedelta(days=1))


def judge_end(internship: Internship, *, now: datetime) -> None:
    judge(internship, "mentor-final", now=now)
    judge(internship, "self-final", now=now - timedelta(days=1))


def judge_case(internship: Internship, letter: str, *, now: datetime) -> None:
    judge(internship, "clinician-case", now=now, case=internship.cases[letter])


def _writer(internship: Internship, form: EvaluationForm) -> User:
    if form.role == "intern":
        return internship.intern
    return internship.agreement.supervisor(form.role)


def _write(evaluation: Evaluation, better: Mapping[str, int], now: datetime) -> Evaluation:
    code, rubric = evaluation.form.code, evaluation.form.rubric
    return actions.keep_evaluation(
        evaluation,
        levels={one["code"]: better.get(one["code"], MEETS) for one in rubric["criteria"]},
        strengths=STRENGTHS[code],
        next_steps=NEXT_STEPS[code],
        seen=sheet_of(evaluation).hash,
        by=evaluation.written_by,
        now=now,
    )
