"""Beginning an attempt, or going on with the one that is open."""

import secrets
from datetime import datetime

from django.db import transaction

from assessments.actions.drawing import draw_versions, freeze, lay_out
from assessments.actions.ending import end_overdue
from assessments.models import Accommodation, Assessment, Attempt
from assessments.models.standing import standing_of
from assessments.rules.deadlines import ends_at
from assessments.rules.standing import Standing, may_start
from training_site import audit


def start(
    assessment: Assessment,
    learner,
    *,
    now: datetime,
    seed: int | str | None = None,
    seat: str = "",
) -> Attempt:
    """The learner's open attempt, begun now if there is none. The same seed draws the same form.

    An attempt whose time is up is ended first, for good, even where no new one may begin. `seat` tells
    one sign-in from another: see actions/seats.
    """
    end_overdue(assessment, learner, now=now)
    chance = secrets.token_hex(8) if seed is None else seed
    return _resume_or_begin(assessment, learner, now, chance, seat)


@transaction.atomic
def _resume_or_begin(
    assessment: Assessment, learner, now: datetime, seed: int | str, seat: str
) -> Attempt:
    standing = standing_of(assessment, learner, lock=True)
    if standing.in_progress:
        return Attempt.objects.of(learner, assessment).in_progress().get()
    may_start(standing, now).require()
    versions = draw_versions(assessment, learner, seed)
    attempt = _begin(assessment, learner, standing, versions, now, seat)
    lay_out(attempt, versions, seed)
    audit.record(
        "assessments.attempt.started",
        actor=learner,
        target=attempt,
        subject=learner,
        at=now,
        values={"number": attempt.number, "form": attempt.form.content_hash},
    )
    return attempt


def _begin(
    assessment: Assessment, learner, standing: Standing, versions: list, now: datetime, seat: str
) -> Attempt:
    terms = assessment.terms
    return Attempt.objects.create(
        learner=learner,
        assessment=assessment,
        form=freeze(assessment, versions, now=now),
        number=standing.ended + 1,
        started_at=now,
        ends_at=ends_at(now, terms, standing.closes, Accommodation.objects.of(learner)),
        terms_document=terms.to_document(),
        seat=seat,
        pass_marks=assessment.pass_marks,
        max_marks=sum(version.marks for version in versions if not version.is_on_trial),
    )
