"""What is asked about a transition: whom it has seen, what it would change, whose facts moved on."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from certification.scheme.models import (
    RequirementEvaluation,
    SchemeTransition,
    TransitionLine,
)
from certification.scheme.models.transitions import WhoMoves
from certification.scheme.rules.transitions import tally
from training_site.accounts.models import User
from training_site.content.civil import civil_date

ASKS_MORE = ~Q(worse=[]) | Q(met_before=True, met_after=False)


def not_previewed(transition: SchemeTransition) -> QuerySet[User]:
    """Held to the old version, and not in the preview."""
    held = User.objects.filter(scheme_pin__version=transition.old_id)
    return held.exclude(pk__in=transition.lines.values("intern"))


def to_move(transition: SchemeTransition) -> QuerySet[TransitionLine]:
    """Lines of people who may be moved; with nobody to move there are none."""
    if transition.who_moves == WhoMoves.NOBODY:
        return transition.lines.none()
    return transition.lines.filter(moved_at=None).select_related("intern")


def outdated(transition: SchemeTransition) -> int:
    """Of how many people the facts of practice have changed since the preview."""
    if transition.preview_at is None:
        return 0
    known = RequirementEvaluation.objects.filter(
        intern=OuterRef("intern"),
        version=transition.new_id,
        as_of=civil_date(transition.preview_at),
        facts_version=OuterRef("intern__facts_version__number"),
    )
    began = transition.lines.filter(intern__facts_version__number__isnull=False)
    return began.filter(~Exists(known)).count() + not_previewed(transition).count()


@dataclass(frozen=True)
class Impact:
    """The preview in figures. `moving` is what publishing would do, as people stood then."""

    people: int
    moving: int
    asked_more: int
    asked_less: int
    losing: int
    moved: int
    worse: dict[str, tuple[str, int]]
    better: dict[str, tuple[str, int]]

    @property
    def staying(self) -> int:
        return self.people - self.moving


def impact_of(transition: SchemeTransition) -> Impact:
    lines = transition.lines
    people, worse = lines.count(), lines.filter(ASKS_MORE).count()
    moving = {WhoMoves.NOBODY: 0, WhoMoves.NOT_WORSE: people - worse}
    return Impact(
        people=people,
        moving=moving.get(transition.who_moves, people),
        asked_more=worse,
        asked_less=lines.exclude(better=[]).count(),
        losing=lines.filter(met_before=True, met_after=False).count(),
        moved=lines.exclude(moved_at=None).count(),
        worse=tally(_changes(transition, "worse")),
        better=tally(_changes(transition, "better")),
    )


def lines_of(transition: SchemeTransition, *, only: str = "") -> QuerySet[TransitionLine]:
    """Whoever loses or is asked for more comes first."""
    lines = transition.lines.select_related("intern")
    if only == "worse":
        lines = lines.filter(ASKS_MORE)
    if only == "losing":
        lines = lines.filter(met_before=True, met_after=False)
    lost = Q(met_before=True, met_after=False)
    return lines.alias(lost=lost).order_by(F("lost").desc(), "intern__name", "pk")


def last_move_of(intern) -> TransitionLine | None:
    """The newest change of version that this person went through."""
    moved = TransitionLine.objects.filter(intern=intern, moved_at__isnull=False)
    about = moved.select_related("transition__old", "transition__new__scheme")
    return about.order_by("-moved_at").first()


def _changes(transition: SchemeTransition, side: str) -> Iterator[list]:
    return transition.lines.values_list(side, flat=True).iterator(chunk_size=200)
