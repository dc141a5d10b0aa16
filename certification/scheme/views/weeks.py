"""The intern's own week, Monday first: each day's lines, totals, and any limit of some days."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.practice.adding import minutes_of
from certification.practice.models import HoursEntry
from certification.practice.weeks import WEEK, days_of, monday_of
from certification.scheme.models import SchemeVersion
from certification.scheme.room import Stretch, rolling_limits, stretches_of
from certification.scheme.rules import read_scheme
from training_site.accounts.permissions import needs
from training_site.content.association import association
from training_site.content.civil import civil_date


@dataclass(frozen=True)
class Day:
    date: date
    entries: list[HoursEntry]
    stretches: list[tuple[Stretch, int, bool]]
    is_ahead: bool

    @property
    def minutes(self) -> int:
        return minutes_of(self.entries)


@needs("practice.keep_record")
@require_safe
def week(request, week):
    ours = association()
    today = civil_date(timezone.now(), ZoneInfo(ours.zone))
    version = SchemeVersion.objects.binding(request.user)
    scheme = read_scheme(version.text) if version else None
    before = max((length for _rule, length in rolling_limits(scheme)), default=1) - 1
    entries = _entries(request.user, week - timedelta(before), week + WEEK)
    stretches = stretches_of(scheme, entries, days_of(week)) if scheme else []
    days = [_day(day, entries, stretches, today) for day in days_of(week)]
    context = {
        "association": ours,
        "week": week,
        "sunday": days[-1].date,
        "days": days,
        "minutes": sum(day.minutes for day in days),
        "stretches": stretches,
        "months": sorted({day.date.replace(day=1) for day in days}),
        "earlier": week - WEEK,
        "later": week + WEEK if week + WEEK <= today else None,
        "is_now": week == monday_of(today),
    }
    return render(request, "certification/scheme/week.html", context)


def _entries(intern, first: date, end: date) -> list[HoursEntry]:
    entries = HoursEntry.objects.of(intern).standing().filter(date__gte=first, date__lt=end)
    people = ("case", "supervisor")
    return list(entries.select_related(*people).defer("note", "returned_comment").in_order())


def _day(day: date, entries: list[HoursEntry], stretches: list[Stretch], today: date) -> Day:
    return Day(
        day,
        [entry for entry in entries if entry.date == day],
        [(one, one.minutes[day], one.over(day)) for one in stretches],
        day > today,
    )
