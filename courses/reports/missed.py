"""Checks that are often missed, from counts that may be shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from courses.models import CheckTally, LessonPage, LessonVersion
from courses.reports.checks import Check, checks_of
from courses.reports.choices import Choice
from courses.reports.rules.checks import Missed, missed


@dataclass(frozen=True)
class MissedCheck:
    """`version` is the newest with figures in which the check reads as it does now."""

    lesson: LessonPage
    check: Check
    version: LessonVersion
    figures: Missed

    @property
    def by(self) -> str:
        """The wrong answer most chosen."""
        return self.check.options[self.figures.by - 1].text if self.figures.by else ""

    @property
    def is_current(self) -> bool:
        return self.version.superseded_at is None


@dataclass(frozen=True)
class MissedChecks:
    """`few` is how many checks have been answered by fewer than five."""

    rows: list[MissedCheck]
    few: int


def missed_checks(choice: Choice) -> MissedChecks:
    """Of the lessons that are taught now, most missed first."""
    lessons = {one.lesson_uuid: one for one in choice.lessons().live().defer("body")}
    tallies = _tallies(lessons)
    rows, few = [], 0
    for versions in _versions(lessons, tallies):
        lesson = lessons[versions[0].lesson_uuid]
        for check in checks_of(versions[0].source):
            found = _newest(check, versions, tallies)
            few += found is None
            rows += [MissedCheck(lesson, check, *found)] if found else []
    rows.sort(key=lambda row: (-_rate(row.figures), -row.figures.answered, row.lesson.path))
    return MissedChecks(rows, few)


def _tallies(lessons: Iterable) -> dict[tuple[int, str], list[CheckTally]]:
    """What may be shown, by version and block, in the order of the answers."""
    found = defaultdict(list)
    rows = CheckTally.objects.filter(version__lesson_uuid__in=list(lessons)).order_by("option")
    for row in rows:
        found[row.version_id, row.block_id].append(row)
    return found


def _versions(lessons: Iterable, tallies: Mapping) -> list[list[LessonVersion]]:
    """The current version of each lesson, then its earlier ones that have counts, newest first."""
    counted = {version for version, _block in tallies}
    rows = LessonVersion.objects.filter(lesson_uuid__in=list(lessons)).defer("html")
    rows = rows.current() | rows.filter(pk__in=counted)
    found = defaultdict(list)
    for row in rows.order_by("-number"):
        found[row.lesson_uuid].append(row)
    return [versions for versions in found.values() if versions[0].superseded_at is None]


def _newest(check: Check, versions, tallies) -> tuple[LessonVersion, Missed] | None:
    for version in versions:
        if check not in checks_of(version.source):
            continue
        rows = tallies.get((version.pk, check.block_id), [])
        figures = missed([row.shown for row in rows], [row.right for row in rows])
        if figures:
            return version, figures
    return None


def _rate(figures: Missed) -> float:
    return figures.share.done / figures.share.of
