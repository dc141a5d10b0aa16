import pytest

from training_site.audit.models import AuditEvent
from training_site.jobs.actions import try_again
from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import State
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def a_dead_run(now, **fields):
    return JobRun.objects.create(
        name="sample.work",
        key="sample:1",
        **{"state": State.DEAD, "finished_at": now, "attempts": 3, "last_error": "KeyError"}
        | fields,
    )


def test_a_dead_job_gets_three_more_attempts(a_job, now):
    calls = a_job()

    run = try_again(a_dead_run(now), by=None, now=now)

    assert run.attempts == 0
    assert AuditEvent.objects.get().verb == "jobs.run.tried_again"
    drain()
    assert calls == [()]


@pytest.mark.parametrize("state", [State.WAITING, State.DONE])
def test_only_a_dead_job_can_be_tried_again(now, state):
    run = a_dead_run(now, state=state, finished_at=now if state == State.DONE else None)

    with pytest.raises(Refused, match="jobs_not_given_up"):
        try_again(run, by=None, now=now)

    run.refresh_from_db()
    assert (run.state, run.attempts) == (state, 3)
    assert not AuditEvent.objects.exists()
