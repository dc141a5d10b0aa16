"""What others ask of markings by hand: who marked a learner's answers, and what was said of them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet

from assessments.models.attempt import Attempt
from assessments.models.marking import Marking
from assessments.models.scripts import script_of, scripts
from assessments.rules.marking.script import Part, Script, counting
from assessments.rules.marking.settling import How, Marked, result_of


@dataclass(frozen=True)
class Remark:
    """What was said to the candidate about the answer at this position, by whoever decided on it."""

    position: int
    comments: list[str]


def marked_by(
    learner, *, since: datetime | None = None, until: datetime | None = None
) -> QuerySet[Marking]:
    """Rows of {marker, last}: the people who marked this learner's answers, from `since` to before
    `until`. Whoever withdrew a marking had judged the answer all the same.
    """
    given = Marking.objects.filter(attempt_item__attempt__learner=learner)
    if since:
        given = given.filter(at__gte=since)
    if until:
        given = given.filter(at__lt=until)
    return given.order_by("marker").values("marker").annotate(last=Max("at"))


def comments_for(attempt: Attempt) -> list[Remark]:
    """The comments on answers that have their mark. Whether the candidate may read them by now,
    the review options say: ask `open_fields` first.
    """
    settled = scripts().filter(attempt=attempt).exclude(marks=None).order_by("position")
    remarks = [Remark(one.position, _comments(script_of(one))) for one in settled]
    return [remark for remark in remarks if remark.comments]


def _comments(script: Script) -> list[str]:
    """Of those who decided: the moderator alone, the two who agreed, or the only marker."""
    result = result_of(script.markings, script.second_required, script.tolerance)
    given = counting(script.markings)
    decided = {
        How.MODERATED: [Part.MODERATOR],
        How.AGREED: [Part.FIRST, Part.SECOND],
        How.FIRST: [Part.FIRST],
    }
    parts = decided[result.how] if isinstance(result, Marked) else []
    return [given[part].row.comment for part in parts if given[part].row.comment]
