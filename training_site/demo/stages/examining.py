"""An examination of its own with every kind of question: sat, marked by hand, analysed, questioned."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from assessments import actions
from assessments.actions.accommodating import give_accommodation
from assessments.actions.analysis import analyse_assessment
from assessments.actions.incidents import record_incident
from assessments.actions.loading import load_items
from assessments.actions.marking import mark
from assessments.actions.regrading import plan_regrade
from assessments.actions.reporting import report_irregularity
from assessments.models import Assessment, Attempt, AttemptItem
from training_site import demo
from training_site.accounts.models import User
from training_site.content.models import LearningOutcome
from training_site.curriculum.reading import read_yaml
from training_site.demo.stages.past import FRIDAY, MONDAY, SATURDAY, WEDNESDAY, Past
from training_site.demo.stages.people import somebody

CASEWORK = Path(demo.__file__).parent / "casework"
OUTCOMES = {
    "C.1": "Decide what comes first when a case takes a turn",
    "C.2": "Keep the figures, words and notes of a case right",
    "C.3": "Follow one case from the first sign to what is done after the session",
    "C.4": "Reason through a case in writing",
}
OPEN_TO = ("trainee", "trainee2", "trainee3", "trainee4", "trainee5", "trainee6", "trainee9")
# How many answers were right, and the levels given by the first and the second marker.
SAT = {
    "trainee3": (9, (2, 2, 1), (2, 2, 1)),
    "trainee4": (7, (2, 1, 1), (0, 1, 0)),
    "trainee5": (8, (1, 2, 1), None),
    "trainee6": (5, None, None),
}


def examine(past: Past) -> None:
    """Two weeks ago; one answer is settled, one waits for a third marker, one for a second, one for any."""
    assessment = _load(past)
    for key in OPEN_TO:
        actions.grant(
            assessment, somebody(key), opens=past.at(3, MONDAY), by=None, now=past.at(3, MONDAY)
        )
    _accommodate(somebody("trainee5"), past)
    for key in SAT:
        _sit(assessment, key, past)
    for key, (_right, first, second) in SAT.items():
        _mark(assessment, somebody(key), first, by="instructor", now=past.at(1, WEDNESDAY))
        _mark(assessment, somebody(key), second, by="instructor2", now=past.at(1, FRIDAY))
    _look_back(assessment, past)


def _load(past: Past) -> Assessment:
    for code, text in OUTCOMES.items():
        LearningOutcome.objects.get_or_create(
            code=code, defaults={"course_code": "casework", "text": text}
        )
    document = read_yaml(CASEWORK / "items.yaml")
    load_items(document, now=past.at(4, MONDAY))
    return Assessment.objects.get(slug=document["assessment"]["slug"])


def _accommodate(learner: User, past: Past) -> None:
    give_accommodation(
        learner,
        factor=Decimal("1.25"),
        reason="Reads with a screen reader; agreed with her on enrolment.",
        by=somebody("registrar"),
        now=past.at(3, WEDNESDAY),
    )


def _sit(assessment: Assessment, key: str, past: Past) -> Attempt:
    learner, begun = somebody(key), past.at(2, SATURDAY, 10)
    attempt = actions.start(assessment, learner, now=begun, seed=key)
    right = SAT[key][0]
    for item in attempt.items.select_related("item_version", "response"):
        _answer(attempt, item, key, right=item.position <= right, now=begun)
    return actions.submit(attempt, by=learner, now=begun + timedelta(minutes=43))


def _answer(attempt: Attempt, item: AttemptItem, key: str, *, right: bool, now) -> None:
    version = item.item_version
    kind = version.behaviour
    if kind.by_hand:
        fields = {"": [(CASEWORK / f"{key}.txt").read_text().strip()]}
    else:
        fields = kind.fields(kind.right(version.wording) if right else kind.blank())
    actions.save_answer(
        attempt,
        item.position,
        fields,
        sequence=0,
        by=attempt.learner,
        now=now + timedelta(minutes=3 * item.position),
    )


def _mark(assessment: Assessment, learner: User, levels, *, by: str, now) -> None:
    if levels is None:
        return
    written = AttemptItem.objects.select_related("item_version__item", "attempt")
    answer = written.get(
        attempt__learner=learner, attempt__assessment=assessment, item_version__kind="essay"
    )
    rubric = answer.item_version.item.rubrics.get(number=1)
    names = [criterion["name"] for criterion in rubric.criteria]
    mark(
        answer,
        levels=dict(zip(names, levels, strict=True)),
        rubric=rubric,
        comment="Read closely; the last paragraph is where it becomes your own.",
        by=somebody(by),
        now=now,
    )


def _look_back(assessment: Assessment, past: Past) -> None:
    """A disturbance, a report, a question under doubt, and the figures of all sittings so far."""
    began = past.at(2, SATURDAY, 10) + timedelta(minutes=15)
    record_incident(
        assessment,
        title="The connection failed for twelve minutes",
        description="Two candidates wrote to say so; the provider confirmed it on Monday.",
        began=began,
        ended=began + timedelta(minutes=12),
        remedy="extra_attempt",
        by=somebody("instructor"),
        now=past.at(1, MONDAY),
    )
    attempt = Attempt.objects.of(somebody("trainee6"), assessment).get()
    report_irregularity(
        attempt,
        seen="Two paragraphs read like the summary of a lesson. Perhaps nothing; please look.",
        by=somebody("instructor2"),
        now=past.at(1, WEDNESDAY),
    )
    doubted = attempt.items.filter(marks=0, item_version__item__outcome__code="C.1").first()
    plan_regrade(
        doubted.item_version,
        mode="full_credit",
        reason="Two of them read the question otherwise than it was meant; nobody is to lose by it.",
        by=somebody("instructor"),
        now=past.at(1, WEDNESDAY),
    )
    for one in Assessment.objects.filter(attempts__isnull=False).distinct():
        analyse_assessment(one, now=past.at(1, FRIDAY))
