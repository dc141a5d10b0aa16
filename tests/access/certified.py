"""The chapter of the certificant: a certificate, a link to it, and a record to be approved."""

from datetime import date

from certification.credentials.actions import record_certification, share
from certification.credentials.actions.templates import begin_draft
from certification.credentials.models import Certificate, RecordedCertification
from tests.access.appealed import they_appeal
from tests.access.complained import they_complain
from tests.access.recalled import they_are_recalled
from tests.access.renewed import they_renew
from tests.access.shown import they_are_seen
from tests.factories.accounts import a_person, a_registrar
from tests.factories.certification import a_policy
from tests.factories.decisions import (
    a_condition,
    a_decision,
    a_recommended_application,
    a_small_scheme,
)
from training_site.accounts.roles import Role
from training_site.content.actions import attest
from training_site.jobs.outbox import drain


def they_are_certified(story, now, earlier) -> None:
    """The whole way: signed, applied, granted, issued."""
    holder = story.cast[Role.CERTIFICANT]
    attest(holder, a_policy("code-of-ethics"), typed_name=holder.name, now=earlier)
    application = a_recommended_application(holder)
    story.decision = a_decision(application, conditions=[a_condition()])
    drain()
    story.certificate = Certificate.objects.get(decision=story.decision)
    begin_draft(by=a_registrar(), now=now)
    story.share = share(story.certificate, days=30, by=holder, now=now)
    story.record = a_waiting_record(a_person(Role.CERTIFICANT), now)
    they_are_seen(story, now)
    they_appeal(story, earlier)
    they_are_recalled(story, now)
    they_renew(story, now)
    they_complain(story, now)


def a_waiting_record(holder, now) -> RecordedCertification:
    return record_certification(
        holder,
        scheme_version=a_small_scheme(),
        evidence="Paper certificate of the association, seen by the registrar",
        granted_on=date(2026, 1, 1),
        valid_until=date(2028, 12, 31),
        by=a_registrar(),
        now=now,
    )
