"""The outbox: jobs written down in the transaction of the fact that wants them."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from training_site.crypto.public_id import PubliclyIdentified

MAX_ATTEMPTS = 3
# After the first and the second failure. The third is the last.
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5))
# Both engines end a job after 120 s, so one that has run longer than this has lost its worker.
LONGEST_RUN = timedelta(seconds=150)
# A message sent this long ago and never taken up is sent again; a busy engine may still hold it.
LONGEST_WAIT = timedelta(minutes=10)


class State(models.TextChoices):
    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    DEAD = "dead", _("given up")


OPEN = [State.WAITING, State.SENT, State.RUNNING]
OVER = [State.DONE, State.DEAD]


class JobRunQuerySet(models.QuerySet):
    def due(self, now: datetime):
        """Not yet handed to the engine, and its time has come."""
        return self.filter(_its_time_has_come(now), state=State.WAITING)

    def runnable(self, now: datetime):
        """What a worker may start now: due, or handed over and not yet taken up."""
        return self.filter(_its_time_has_come(now), state__in=[State.WAITING, State.SENT])

    def abandoned(self, now: datetime):
        """Begun by a worker that is no longer there."""
        return self.filter(state=State.RUNNING, started_at__lte=now - LONGEST_RUN)

    def stuck(self, now: datetime):
        """Handed over or begun so long ago that nobody can still be at it."""
        lost = Q(state=State.SENT, sent_at__lte=now - LONGEST_WAIT)
        return self.filter(lost) | self.abandoned(now)

    def open(self):
        return self.filter(state__in=OPEN)

    def dead(self):
        """Given up after three attempts: a person has to look."""
        return self.filter(state=State.DEAD)


class JobRun(PubliclyIdentified):
    """One row for every piece of work that somebody was promised.

    There is no field for a result or a message: the work leaves its own rows, and an error's text
    may hold personal data, so only its class name is kept.
    """

    key = models.CharField(_("key"), max_length=200, unique=True)
    name = models.CharField(_("job"), max_length=100)
    args = models.JSONField(_("arguments"), default=list)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("last error"), max_length=100, blank=True)
    run_after = models.DateTimeField(_("not before"), null=True, blank=True)
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = JobRunQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ["view"]  # a row changes by being run, never by being edited
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        indexes = [
            models.Index(fields=["state", "run_after"]),
            models.Index(fields=["name", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="jobs_run_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=OVER, finished_at__isnull=False)
                | Q(state__in=OPEN, finished_at__isnull=True),
                name="jobs_run_finished_when_over",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SENT) | Q(sent_at__isnull=False),
                name="jobs_run_sent_has_a_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.RUNNING) | Q(started_at__isnull=False),
                name="jobs_run_running_has_a_when",
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.key})"

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    def is_held(self, now: datetime) -> bool:
        """Whether some worker may still be carrying it out."""
        return self.state == State.RUNNING and self.started_at > now - LONGEST_RUN

    def is_early(self, now: datetime) -> bool:
        return self.run_after is not None and self.run_after > now


def _its_time_has_come(now: datetime) -> Q:
    return Q(run_after__isnull=True) | Q(run_after__lte=now)
