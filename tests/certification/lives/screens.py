"""Every screen that adds hours up, beside one recomputation from the rows themselves."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.test import Client

from certification.practice.models import HoursEntry
from certification.practice.models.hours import Category
from certification.practice.waiting import months_waiting
from certification.practice.weeks import monday_of
from certification.scheme.log import log_of
from tests.journeys.clock import site_clock
from tests.sign_in import sign_in

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Row:
    """What a total is made of."""

    pk: int
    public_id: str
    signer: int
    category: str
    date: date
    minutes: int
    state: str
    corrects: int | None

    @property
    def month(self) -> date:
        return self.date.replace(day=1)

    @property
    def signed(self) -> bool:
        return self.state == "signed"

    @property
    def adds_up(self) -> bool:
        """A correction does once it has taken the place of what it corrects."""
        return self.signed or self.corrects is None


def standing_rows(intern) -> list[Row]:
    """Without what a signed correction has replaced."""
    columns = ("pk", "public_id", "supervisor", "category", "date", "minutes", "state", "corrects")
    found = HoursEntry.objects.filter(intern=intern).values_list(*columns)
    rows = [Row(pk, str(public_id), *others) for pk, public_id, *others in found]
    replaced = {row.corrects for row in rows if row.signed}
    return [row for row in rows if row.pk not in replaced]


def total(rows: Iterable[Row]) -> int:
    return sum(row.minutes for row in rows if row.adds_up)


def by_kind(rows: Iterable[Row]) -> dict[str, int]:
    """Of everything that is listed, corrections that wait included."""
    minutes = Counter()
    for row in rows:
        minutes[row.category] += row.minutes
    return dict(minutes)


def claimed(rows: Iterable[Row]) -> dict[str, tuple[int, int, int]]:
    """By the word for each category: minutes signed, handed in and waiting, and contested."""
    found = {}
    for category in Category:
        mine = [row for row in rows if row.category == category and row.state != "draft"]
        signed = total(row for row in mine if row.signed)
        contested = total(row for row in mine if row.state == "contested")
        waiting = total(row for row in mine if not row.signed) - contested
        if signed or waiting or contested:
            found[category.label] = (signed, waiting, contested)
    return found


def every_screen_agrees(intern, supervisors, now: datetime) -> None:
    """In whole minutes: home, each month, each week, the path, the log, each sheet and queue."""
    rows = standing_rows(intern)
    with site_clock(now):
        client = sign_in(Client(), intern)
        _home(client, rows)
        _months(client, rows)
        _weeks(client, rows)
        _path(client, rows)
        _log(intern, now, rows)
        for supervisor in supervisors:
            _sheets(sign_in(Client(), supervisor), intern, supervisor, now, rows)


def _seen(client: Client, address: str) -> dict:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.context


def _said(totals) -> dict[str, tuple[int, int, int]]:
    return {one.label: (one.signed, one.waiting, one.contested) for one in totals}


def _home(client: Client, rows: list[Row]) -> None:
    assert _said(_seen(client, "/practice/")["totals"]) == claimed(rows)


def _months(client: Client, rows: list[Row]) -> None:
    for month in {row.month for row in rows}:
        page = _seen(client, f"/practice/months/{month:%Y-%m}/")
        mine = [row for row in rows if row.month == month]
        assert page["minutes"] == total(mine)
        assert page["draft_minutes"] == total(row for row in mine if row.state == "draft")
        assert _said(page["totals"]) == claimed(mine)
        assert _said(page["so_far"]) == claimed([row for row in rows if row.month <= month])


def _weeks(client: Client, rows: list[Row]) -> None:
    for monday in {monday_of(row.date) for row in rows}:
        page = _seen(client, f"/practice/weeks/{monday:%G-W%V}/")
        mine = [row for row in rows if monday_of(row.date) == monday]
        assert page["minutes"] == sum(day.minutes for day in page["days"]) == total(mine)


def _path(client: Client, rows: list[Row]) -> None:
    """What a requirement counts are signed minutes of rows, each once and never more than it has."""
    page = _seen(client, "/certification/path/")
    signed = {row.public_id: row.minutes for row in rows if row.signed}
    for knot in page["knots"]:
        lines = {str(line.entry.public_id): line.minutes for line in knot.counted}
        assert len(lines) == len(knot.counted)
        assert all(minutes <= signed[entry] for entry, minutes in lines.items())
    answers = page["evaluation"].result["entries"]
    for entry, minutes in signed.items():
        answer = answers[entry]
        assert answer["minutes"] + sum(one["minutes"] for one in answer["losses"]) == minutes


def _log(intern, now: datetime, rows: list[Row]) -> None:
    log, mine = log_of(intern, now), [row for row in rows if row.state != "draft"]
    assert [line.entry.minutes for line in log.lines] == [row.minutes for row in _in_order(mine)]
    assert log.minutes == sum(one.logged for one in log.totals) == total(mine)
    signed = {one.label: one.signed for one in log.totals if one.signed}
    assert signed == {
        label: minutes for label, (minutes, *_others) in claimed(mine).items() if minutes
    }


def _in_order(rows: list[Row]) -> list[Row]:
    order = HoursEntry.objects.filter(pk__in=[row.pk for row in rows]).in_order()
    by_pk = {row.pk: row for row in rows}
    return [by_pk[pk] for pk in order.values_list("pk", flat=True)]


def _sheets(client: Client, intern, supervisor, now: datetime, rows: list[Row]) -> None:
    mine = [row for row in rows if row.signer == supervisor.pk and row.state != "draft"]
    waiting = [row for row in mine if row.state == "submitted"]
    queue = {one.month: one.minutes for one in months_waiting(supervisor, now.date())}
    assert queue == {
        month: sum(by_kind(row for row in waiting if row.month == month).values())
        for month in {row.month for row in waiting}
    }
    for month in {row.month for row in mine}:
        sheet = _seen(client, f"/supervision/{intern.public_id}/{month:%Y-%m}/")["sheet"]
        _sheet(sheet, month, mine, waiting)


def _sheet(sheet, month: date, mine: list[Row], waiting: list[Row]) -> None:
    """To sign and held back are all that waits; beside them what is signed, and the month before."""
    held = sum(one.entry.minutes for one in sheet.held_back)
    assert sheet.minutes + held == sum(row.minutes for row in waiting if row.month == month)
    assert sheet.signed_totals == by_kind(row for row in mine if row.signed and row.month == month)
    before = [row for row in mine if _follows(month, row.month) and row.adds_up]
    assert sheet.last_month == by_kind(before)


def _follows(month: date, other: date) -> bool:
    return month.year * 12 + month.month == other.year * 12 + other.month + 1
