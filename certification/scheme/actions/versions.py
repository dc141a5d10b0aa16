"""The life of a scheme version: uploaded or edited as a draft, approved by somebody else."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from certification.scheme.actions.loading import put_in_force
from certification.scheme.models import Scheme, SchemeVersion
from certification.scheme.models.schemes import SchemeState
from certification.scheme.reachable import faults_of
from certification.scheme.rules import read_scheme
from certification.scheme.rules.parameters import with_number, with_values
from certification.scheme.rules.versions import may_approve, may_version
from training_site import audit
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

WRITTEN = (
    "certification.scheme.loaded",
    "certification.scheme.changed",
    "certification.scheme.drafted",
)


@transaction.atomic
def upload_draft(text: str, *, by, now: datetime) -> tuple[SchemeVersion, str]:
    """A draft from a file, and "loaded", "changed" or "unchanged". Nothing goes into force by it.

    The ends of lines are no content: browsers and editors change them.
    """
    text = text.replace("\r\n", "\n")
    document = read_scheme(text)
    scheme, _created = Scheme.objects.get_or_create(
        slug=document.name, defaults={"title": document.title}
    )
    version = scheme.versions.select_for_update().filter(number=document.version).first()
    if version is None:
        return _drafted(scheme, document.version, text, by, now), "loaded"
    if version.text.replace("\r\n", "\n") == text:
        return version, "unchanged"
    return _changed(version, text, by, now), "changed"


@transaction.atomic
def draft_from(version: SchemeVersion, *, number: str, by, now: datetime) -> SchemeVersion:
    """A new draft with the rules of this version, under another number."""
    if version.scheme.versions.filter(number=number).exists():
        raise Refused("scheme_number_taken", number=number)
    text = with_number(version.text, number)
    read_scheme(text)
    return _drafted(version.scheme, number, text, by, now, edited_from=version)


@transaction.atomic
def change_parameters(
    version: SchemeVersion, values: Mapping[str, int | str], *, by, now: datetime
) -> SchemeVersion:
    """Figures and words of a draft, replaced where they stand. A SchemeError where they can't be."""
    version = SchemeVersion.objects.select_for_update().get(pk=version.pk)
    text = with_values(version.text, values)
    read_scheme(text)
    return version if text == version.text else _changed(version, text, by, now)


@transaction.atomic
def approve_version(version: SchemeVersion, *, by, now: datetime) -> SchemeVersion:
    """Read by somebody who wrote none of it; from now on its text stays."""
    version = SchemeVersion.objects.select_for_update().get(pk=version.pk)
    may_approve(
        state=version.state, wrote_it=wrote(by, version), unreachable=len(faults_of(version))
    ).require()
    version.state, version.approved_at, version.approved_by = SchemeState.APPROVED, now, by
    version.save(update_fields=["state", "approved_at", "approved_by"])
    _record("certification.scheme.approved", version, by, now)
    return version


@transaction.atomic
def begin_scheme(version: SchemeVersion, *, by, now: datetime) -> SchemeVersion:
    """The first version of a scheme into force: there is nobody to move."""
    version = SchemeVersion.objects.select_for_update().get(pk=version.pk)
    may_version("publish", version.state).require()
    if version.scheme.versions.exclude(state__in=["draft", "approved"]).exists():
        raise Refused("scheme_needs_transition")
    return put_in_force(version, by=by, now=now)


def wrote(person, version: SchemeVersion) -> bool:
    """Whether this person loaded or changed the draft, as the record says."""
    events = AuditEvent.objects.about(version.public_id).filter(verb__in=WRITTEN)
    return events.filter(actor_id=person.public_id).exists()


def _drafted(scheme, number: str, text: str, by, now, *, edited_from=None) -> SchemeVersion:
    version = SchemeVersion.objects.create(
        scheme=scheme, number=number, text=text, loaded_at=now, edited_from=edited_from
    )
    _record("certification.scheme.drafted", version, by, now)
    return version


def _changed(version: SchemeVersion, text: str, by, now: datetime) -> SchemeVersion:
    if not may_version("change", version.state):
        raise Refused("scheme_version_fixed", number=version.number)
    version.text = text
    version.save(update_fields=["text"])
    _record("certification.scheme.changed", version, by, now)
    return version


def _record(verb: str, version: SchemeVersion, by, now: datetime) -> None:
    values = {"scheme": version.scheme.slug, "number": version.number}
    audit.record(verb, actor=by, target=version, at=now, values=values)
