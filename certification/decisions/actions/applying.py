"""What the applicant does: begin, write, hand in."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from certification.decisions.actions.steps import locked, take
from certification.decisions.evidence import evidence_of
from certification.decisions.models import Application, Condition
from certification.decisions.models.decisions import Outcome
from certification.decisions.questions import holds_certificate, may_print
from certification.decisions.rules.applying import may_start, may_submit
from certification.decisions.rules.states import Step, may_step
from certification.scheme.evaluations import evaluation_under
from certification.scheme.models import SchemeVersion
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.verdict import Refused


@transaction.atomic
def start_application(applicant: User, *, by: User, now: datetime) -> Application:
    """Begin a draft, under the scheme version that binds this person."""
    _own(applicant, by)
    User.objects.select_for_update().get(pk=applicant.pk)
    version = SchemeVersion.objects.binding(applicant)
    if version is None:
        raise Refused("no_scheme")
    may_start(
        met=evaluation_under(version, applicant, now).met,
        has_open=Application.objects.open().filter(applicant=applicant).exists(),
        holds_certificate=holds_certificate(applicant, now),
        conditions_open=_waits_for_conditions(applicant),
    ).require()
    application = Application.objects.create(
        applicant=applicant,
        scheme_version=version,
        name=applicant.name,
        started_at=now,
        step_since=now,
    )
    _record("started", application, by, now)
    return application


@transaction.atomic
def save_draft(
    application: Application, *, name: str, declarations: Collection[str], by: User, now: datetime
) -> Application:
    """Keep what was written so far; a draft is autosaved, so it is no audit event."""
    _own(application.applicant, by)
    application = locked(application)
    may_step(application.state, Step.SUBMIT).require()
    application.name, application.declarations = name.strip(), sorted(declarations)
    application.save(update_fields=["name", "declarations"])
    return application


def submit_application(
    application: Application,
    *,
    declarations: Collection[str],
    by: User,
    now: datetime,
    name: str | None = None,
) -> Application:
    """Hand it in, with all declarations, on a day on which every requirement is met.

    `name` is what the certificate will carry; its glyphs are checked here, while it can be changed,
    by setting it once: before any lock is taken, as that may take its time.
    """
    _own(application.applicant, by)
    printed = (application.name if name is None else name).strip()
    may_print(printed).require()
    return _submit(application, printed, declarations, by, now)


@transaction.atomic
def _submit(
    application: Application, printed: str, declarations: Collection[str], by: User, now: datetime
) -> Application:
    application = locked(application)
    may_step(application.state, Step.SUBMIT).require()
    met = evidence_of(application, now).met
    may_submit(declared=declarations, met=met).require()
    take(
        application,
        Step.SUBMIT,
        now,
        name=printed,
        declarations=sorted(declarations),
        submitted_at=now,
    )
    _record("submitted", application, by, now)
    for registrar in User.objects.holding(Role.REGISTRAR).exclude(pk=by.pk):
        notify(
            registrar,
            "certification.application_arrived",
            key=f"{application.public_id}:{now.isoformat()}",
            url=f"/admin/certification/dossiers/{application.public_id}/",
            at=now,
        )
    return application


def _waits_for_conditions(applicant: User) -> bool:
    deferred = Condition.objects.open().filter(decision__outcome=Outcome.DEFER)
    return deferred.filter(decision__applicant=applicant).exists()


def _own(applicant: User, by: User) -> None:
    if applicant.pk != by.pk:
        raise Refused("own_application_only")


def _record(what: str, application: Application, by: User, now: datetime) -> None:
    verbs = {
        "started": "certification.application.started",
        "submitted": "certification.application.submitted",
    }
    audit.record(verbs[what], actor=by, target=application, subject=by, at=now)
