"""A scheme's versions, from YAML into force."""

from datetime import datetime

from django.db import transaction

from certification.scheme.models import Scheme, SchemeVersion
from certification.scheme.models.schemes import SchemeState
from certification.scheme.rules import read_scheme
from training_site import audit
from training_site.verdict import Refused


@transaction.atomic
def load_scheme(text: str, *, by, now: datetime) -> tuple[SchemeVersion, str]:
    """The version that this YAML describes, and what was done: "loaded", "changed" or "unchanged".

    A version out of draft never changes: another text needs another number. The first version of a
    scheme goes into force at once; later ones wait to be published with their transition.
    """
    document = read_scheme(text)
    scheme, _created = Scheme.objects.get_or_create(
        slug=document.name, defaults={"title": document.title}
    )
    version = scheme.versions.filter(number=document.version).first()
    if version is None:
        return _loaded(scheme, document.version, text, by, now), "loaded"
    if version.text == text:
        return version, "unchanged"
    if version.state != SchemeState.DRAFT:
        raise Refused("scheme_version_fixed", number=version.number)
    version.text = text
    version.save(update_fields=["text"])
    _record("certification.scheme.changed", version, by, now)
    return version, "changed"


@transaction.atomic
def put_in_force(version: SchemeVersion, *, by, now: datetime) -> SchemeVersion:
    """From now on people who begin are held to it; the one before is retired, its pins stay."""
    if version.state not in (SchemeState.DRAFT, SchemeState.APPROVED):
        raise Refused("scheme_version_fixed", number=version.number)
    before = version.scheme.versions.filter(state=SchemeState.EFFECTIVE)
    before.update(state=SchemeState.RETIRED, retired_at=now)
    version.state, version.effective_at = SchemeState.EFFECTIVE, now
    version.approved_by = version.approved_by or by
    version.save(update_fields=["state", "effective_at", "approved_by"])
    _record("certification.scheme.put_in_force", version, by, now)
    return version


def _loaded(scheme: Scheme, number: str, text: str, by, now: datetime) -> SchemeVersion:
    first = not scheme.versions.exists()
    version = SchemeVersion.objects.create(scheme=scheme, number=number, text=text, loaded_at=now)
    _record("certification.scheme.loaded", version, by, now)
    return put_in_force(version, by=by, now=now) if first else version


def _record(verb: str, version: SchemeVersion, by, now: datetime) -> None:
    audit.record(
        verb,
        actor=by,
        target=version,
        at=now,
        values={"scheme": version.scheme.slug, "number": version.number},
    )
