import ast
import pydoc
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_q.models import Schedule

from training_site.jobs import registry
from training_site.jobs.models import Heartbeat, JobRun
from training_site.jobs.models.job_run import State
from training_site.jobs.outbox import drain
from training_site.jobs.rounds import forget_past_rounds, next_slot, tick
from training_site.jobs.schedules import write_schedules

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def test_a_round_runs_once_in_its_slot_however_often_the_clock_ticks(a_round, now):
    calls = a_round(5)

    for seconds in (0, 1, 299):
        tick("sample.round", now=now + timedelta(seconds=seconds))
        drain()

    assert calls == [()]


def test_a_round_comes_again_in_the_next_slot(a_round, now):
    calls = a_round(5)

    for minutes in (0, 5, 10):
        tick("sample.round", now=now + timedelta(minutes=minutes))
        drain()

    assert len(calls) == 3


def test_a_round_still_open_is_not_doubled(a_round, now):
    a_round(5)

    tick("sample.round", now=now)
    tick("sample.round", now=now + timedelta(minutes=5))

    assert JobRun.objects.count() == 1


def test_a_direct_round_needs_no_outbox(a_round):
    calls = a_round(1, direct=True)

    tick("sample.round")

    assert calls == [()]
    assert not JobRun.objects.exists()


def test_a_round_that_is_no_more_is_passed_over(caplog):
    tick("sample.forgotten")

    assert "sample.forgotten" in caplog.text
    assert not JobRun.objects.exists()


def test_a_daily_round_begins_at_midnight_utc(now):
    assert next_slot(now, 1440) == datetime(2026, 11, 24, tzinfo=UTC)


def test_finished_rounds_are_forgotten_after_a_day_and_promises_never(now):
    yesterday = {"state": State.DONE, "finished_at": now - timedelta(days=1)}
    JobRun.objects.create(name="sample.round", key="every:sample.round:1", **yesterday)
    kept = [
        JobRun.objects.create(name="sample.work", key="sample:1", **yesterday),
        JobRun.objects.create(name="sample.round", key="every:sample.round:2"),
    ]

    forget_past_rounds(now)

    assert list(JobRun.objects.order_by("pk")) == kept


def test_the_timetable_holds_each_round_of_the_code(now):
    write_schedules(now)

    rows = {row.name: row.minutes for row in Schedule.objects.all()}
    assert rows == {due.name: due.minutes for due in registry.known_rounds()}
    assert {"jobs.sweep": 1, "jobs.note_heartbeat": 1}.items() <= rows.items()


def test_writing_the_timetable_again_puts_nothing_off(now):
    write_schedules(now)
    before = list(Schedule.objects.order_by("pk").values())

    write_schedules(now + timedelta(hours=5))

    assert list(Schedule.objects.order_by("pk").values()) == before


def test_a_changed_rhythm_is_written_and_an_old_round_removed(a_round, now, monkeypatch):
    a_round(5)
    write_schedules(now)
    a_round(10)
    monkeypatch.delitem(registry._rounds, "jobs.sweep")

    call_command("sync_schedules", verbosity=0)

    assert Schedule.objects.get(name="sample.round").minutes == 10
    assert not Schedule.objects.filter(name="jobs.sweep").exists()


def test_the_timetable_calls_what_the_engine_can_find(a_round, now):
    """As django-q2's scheduler reads its rows: a path, and arguments as Python literals."""
    calls = a_round(1, direct=True)
    write_schedules(now)
    row = Schedule.objects.get(name="sample.round")

    pydoc.locate(row.func)(ast.literal_eval(row.args))

    assert calls == [()]


def test_the_heartbeat_is_fresh_for_three_minutes():
    tick("jobs.note_heartbeat")

    beat = Heartbeat.objects.last()
    assert timezone.now() - beat < timedelta(minutes=1)
    assert Heartbeat.objects.is_fresh(beat + timedelta(seconds=179))
    assert not Heartbeat.objects.is_fresh(beat + timedelta(minutes=3))


def test_without_a_heartbeat_nothing_is_fresh(now):
    assert not Heartbeat.objects.is_fresh(now)
