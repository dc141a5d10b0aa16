"""The floor's own rounds. Audit lies below jobs, so its sealer is started from here."""

from django.utils import timezone

from training_site.audit import sealing
from training_site.jobs import job, periodic, rounds, sweeper
from training_site.jobs.models import Heartbeat


@periodic(minutes=1, direct=True)
@job("jobs.note_heartbeat")
def note_heartbeat():
    Heartbeat.objects.note(timezone.now())


@periodic(minutes=1, direct=True)
@job("jobs.sweep")
def sweep():
    sweeper.sweep(timezone.now())


@periodic(minutes=60)
@job("jobs.forget_past_rounds")
def forget_past_rounds():
    rounds.forget_past_rounds(timezone.now())


@periodic(minutes=1)
@job("audit.seal")
def seal():
    while sealing.seal() == sealing.BATCH:
        pass
