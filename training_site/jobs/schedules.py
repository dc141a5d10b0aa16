"""django-q2 keeps its timetable in a table; this writes the rounds of the code into it."""

from datetime import datetime

from django.db import transaction
from django_q.models import Schedule

from training_site.jobs.registry import Round, known_rounds
from training_site.jobs.rounds import next_slot

TICK = "training_site.jobs.rounds.tick"
UNSAVED = "{'q_options': {'save': False}}"


@transaction.atomic
def write_schedules(now: datetime) -> tuple[int, int]:
    """One row a round, and none for rounds that are no more. Returns how many are kept and gone."""
    rounds = known_rounds()
    stale = Schedule.objects.filter(func=TICK).exclude(name__in=[due.name for due in rounds])
    gone, _per_model = stale.delete()
    for due in rounds:
        _write(due, now)
    return len(rounds), gone


def _write(due: Round, now: datetime) -> None:
    """A row that is right already keeps its next run: restarting must not put a round off."""
    wanted = {
        "func": TICK,
        "args": repr(due.name),
        "kwargs": UNSAVED,
        "schedule_type": Schedule.MINUTES,
        "minutes": due.minutes,
        "repeats": -1,
    }
    if Schedule.objects.filter(name=due.name, **wanted).exists():
        return
    first = now if due.direct else next_slot(now, due.minutes)
    Schedule.objects.update_or_create(name=due.name, defaults={**wanted, "next_run": first})
