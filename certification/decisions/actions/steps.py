"""Locking an application and taking it one step on; every action here goes through these."""

from datetime import datetime

from certification.decisions.models import Application
from certification.decisions.rules.states import Step, after, may_step


def locked(application: Application) -> Application:
    """The row as it is now, held until the end of the transaction."""
    row = Application.objects.select_for_update().get(pk=application.pk)
    row.applicant, row.scheme_version = application.applicant, application.scheme_version
    return row


def take(application: Application, step: Step, now: datetime, **changes) -> None:
    """Write the state that the step leads to, or refuse it."""
    may_step(application.state, step).require()
    application.state = after(application.state, step)
    application.step_since = now
    for name, value in changes.items():
        setattr(application, name, value)
    application.save(update_fields=["state", "step_since", *changes])
