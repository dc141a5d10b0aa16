"""What to do this week: a handful of concrete steps, the most pressing first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.practice.models import HoursEntry
from certification.practice.models.hours import EntryState
from certification.practice.weeks import WEEK, monday_of
from certification.scheme.next_steps import DONE, Step, log_url, steps_for_all
from certification.scheme.rules import Scheme
from certification.scheme.rules.filters import EntryDeadline
from certification.scheme.wording import message
from training_site.content.templatetags.triad import longdate

MOST = 5
LATELY = timedelta(weeks=8)  # who logged nothing for so long is not asked about last week

Entries = Mapping[str, HoursEntry]


def this_week(
    rows: Sequence[Mapping], entries: Entries, scheme: Scheme, today: date, *, practises: bool
) -> list[Step]:
    """What others wait for comes first, then what has its day, then who signs, then the rest."""
    logged = [one for one in entries.values() if isinstance(one, HoursEntry)]
    pressing = _pressing(rows, logged, scheme, today) if practises else ()
    steps = [*pressing, *steps_for_all(rows, entries, practises=practises)]
    return _each_once(steps)[:MOST]


def _pressing(
    rows: Iterable[Mapping], logged: Sequence[HoursEntry], scheme: Scheme, today: date
) -> Iterator[Step]:
    yield from _returned(logged)
    yield from _running(rows)
    days = min((one.days for one in scheme.filters if isinstance(one, EntryDeadline)), default=None)
    if days is not None:
        yield from _drafts(logged, timedelta(days), today)
        yield from _last_week(logged, timedelta(days), today)


def _returned(logged: Sequence[HoursEntry]) -> Iterator[Step]:
    returned = [entry for entry in logged if entry.state == EntryState.RETURNED]
    if returned:
        oldest = min(returned, key=lambda entry: entry.date)
        words = ngettext(
            "%(name)s returned the entry of %(day)s with a comment",
            "%(count)d entries were returned with a comment, the oldest of %(day)s",
            len(returned),
        )
        said = {"name": oldest.supervisor, "day": longdate(oldest.date), "count": len(returned)}
        yield Step(words % said, reverse("practice_entry", args=[oldest.public_id]))


def _running(rows: Iterable[Mapping]) -> Iterator[Step]:
    """What a month or week that still runs lacks, and until when."""
    for row in rows:
        if row["reason"] == "rhythm_running" and row["state"] not in DONE:
            yield Step(message(row), log_url(row), row["title"])


def _drafts(logged: Sequence[HoursEntry], allowed: timedelta, today: date) -> Iterator[Step]:
    drafts = [entry for entry in logged if entry.state == EntryState.DRAFT]
    if not drafts:
        return
    oldest = min(drafts, key=lambda entry: entry.date)
    last = oldest.date + allowed
    words = {"count": len(drafts), "day": longdate(last)}
    if last < today:
        sentence = ngettext(
            "Send %(count)d draft; it was due on %(day)s",
            "Send %(count)d drafts; the oldest was due on %(day)s",
            len(drafts),
        )
    else:
        sentence = ngettext(
            "Send %(count)d draft by %(day)s",
            "Send %(count)d drafts, the oldest by %(day)s",
            len(drafts),
        )
    yield Step(sentence % words, reverse("practice_month", kwargs={"month": oldest.month}))


def _last_week(logged: Sequence[HoursEntry], allowed: timedelta, today: date) -> Iterator[Step]:
    """Nothing stands there yet, although this person logs hours these weeks."""
    monday = monday_of(today) - WEEK
    dates = [entry.date for entry in logged]
    silent = not any(monday <= day < monday + WEEK for day in dates)
    if silent and any(today - LATELY <= day < monday for day in dates):
        words = _("Nothing is logged for last week; what took place is in time until %(day)s")
        yield Step(words % {"day": longdate(monday + allowed)}, reverse("log_hours"))


def _each_once(steps: Iterable[Step]) -> list[Step]:
    """One step for one place: nine courses lead to the same page."""
    kept: dict[tuple, Step] = {}
    for step in steps:
        if step.url:
            kept.setdefault((step.url, "" if step.about else step.text), step)
    return list(kept.values())
