"""Two engines behind Django's Tasks API. Both deliver at least once, and both end in execute().

Neither defers: `run_after` is kept in the outbox, where it survives the engine.
"""

from abc import abstractmethod

from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.exceptions import InvalidTaskError
from django_tasks.signals import task_enqueued

DOORWAY = "training_site.jobs.doorway.run_job"


class EngineBackend(BaseTaskBackend):
    """What both engines share: they take the doorway task and pass on one id."""

    def validate_task(self, task):
        super().validate_task(task)
        if task.module_path != DOORWAY:
            raise InvalidTaskError("Jobs go through training_site.jobs.enqueue, not straight here.")

    def enqueue(self, task, args, kwargs):
        self.validate_task(task)
        result = TaskResult(
            task=task,
            id=get_random_string(32),
            status=TaskResultStatus.READY,
            enqueued_at=timezone.now(),
            started_at=None,
            finished_at=None,
            last_attempted_at=None,
            args=list(args),
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
        self._send(*result.args)
        task_enqueued.send(type(self), task_result=result)
        return result

    @abstractmethod
    def _send(self, run_id: int) -> None:
        """Put one id into the engine's queue."""


class DjangoQ2Backend(EngineBackend):
    """One machine: the queue is a table of our own database."""

    def _send(self, run_id):
        from django_q.tasks import async_task

        # Not saved: the JobRun says what became of it, and pruning results costs a query each.
        async_task("training_site.jobs.execute.execute", run_id, save=False)


class CeleryBackend(EngineBackend):
    """More machines: the queue is in Redis."""

    def _send(self, run_id):
        from training_site.jobs.celery_app import run_job

        run_job.apply_async((run_id,), retry=False)


class UnknownEngine(EngineBackend):
    """TASK_ENGINE names none of ours: `check` says so, and meanwhile the jobs wait."""

    def _send(self, run_id):
        raise ImproperlyConfigured("TASK_ENGINE is not one of ours.")
