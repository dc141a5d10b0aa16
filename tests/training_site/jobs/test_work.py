import pytest
from django.core.management import CommandError, call_command

from training_site.jobs.celery_app import app, clock
from training_site.jobs.management.commands.work import command_for
from training_site.jobs.registry import Round, known_rounds


def test_work_explains_itself_where_no_engine_is_chosen(settings):
    settings.TASK_ENGINE = "immediate"

    with pytest.raises(CommandError, match="TASK_ENGINE=django-q2"):
        call_command("work")


def test_only_one_of_several_machines_keeps_the_clock():
    assert "--beat" in command_for("celery", with_clock=True)
    assert "--beat" not in command_for("celery", with_clock=False)


def test_celery_starts_each_round_of_the_code():
    assert app.conf.beat_schedule.keys() == {due.name for due in known_rounds()}


@pytest.mark.parametrize(
    ("minutes", "hours_of_day", "minutes_of_hour"),
    [
        (5, set(range(24)), set(range(0, 60, 5))),
        (60, set(range(24)), {0}),
        (720, {0, 12}, {0}),
        (1440, {0}, {0}),
    ],
)
def test_celery_starts_a_round_when_its_slot_begins(minutes, hours_of_day, minutes_of_hour):
    schedule = clock(Round("sample.round", minutes))

    assert schedule.hour == hours_of_day
    assert schedule.minute == minutes_of_hour


def test_a_killed_worker_loses_no_message():
    """With either of the first two missing, Celery drops the job of a worker that was killed."""
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost
    assert app.conf.accept_content == ["json"]
    assert app.conf.broker_transport_options["visibility_timeout"] > app.conf.task_time_limit
