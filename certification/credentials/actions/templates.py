"""Writing and publishing how certificates look. One draft at a time; what is published stays."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from certification.credentials.documents import logo as pictures
from certification.credentials.documents.words import built_in_wording
from certification.credentials.models import CertificateTemplate
from certification.credentials.rules.template_words import check_wording
from certification.credentials.specimens import try_the_fullest
from certification.credentials.storage import sha256
from training_site import audit
from training_site.accounts.models import User
from training_site.content.civil import civil_date
from training_site.content.typesetting import CannotBeSet, missing_glyphs
from training_site.verdict import Refused

MOST_SIGNATORIES = 3
WORDS = ("heading", "wording", "closing", "signatories", "logo", "logo_alt", "logo_hash")


@dataclass(frozen=True)
class Words:
    """Everything that somebody writes on a template. `logo` is cleaned PNG; empty: none."""

    heading: str
    wording: str
    closing: str = ""
    signatories: Sequence[dict[str, str]] = ()
    logo: bytes = b""
    logo_alt: str = ""


def begin_draft(*, by: User, now: datetime) -> CertificateTemplate:
    """The draft there is, or a new one that says what certificates say now."""
    if draft := CertificateTemplate.objects.drafts().first():
        return draft
    newest = CertificateTemplate.objects.in_use()
    if newest:
        words = {name: getattr(newest, name) for name in WORDS}
    else:
        words = {"heading": _("Certificate"), "wording": built_in_wording()}
    return _add(1 + (newest.version if newest else 0), words, by, now)


@transaction.atomic
def _add(version: int, words: dict, by: User, now: datetime) -> CertificateTemplate:
    """Two who begin at once share the draft: its number is there once."""
    draft, created = CertificateTemplate.objects.get_or_create(
        version=version, defaults={**words, "written_by": by, "written_at": now}
    )
    if created:
        audit.record("certification.template.begun", actor=by, target=draft, at=now)
    return draft


def change_draft(
    template: CertificateTemplate, words: Words, *, seen: datetime, by: User, now: datetime
) -> CertificateTemplate:
    """Write the draft anew. `seen` is when it had been written last, as its writer saw it."""
    check_words(words)
    return _write(template.pk, words, seen, by, now)


def check_words(words: Words) -> None:
    """Refuse what cannot be printed, by the first part that cannot."""
    check_wording(words.wording).require()
    if len(words.signatories) > MOST_SIGNATORIES:
        raise Refused("too_many_signatories", most=MOST_SIGNATORIES)
    if words.logo and not words.logo_alt:
        raise Refused("logo_needs_words")


def glyphs_missing(text: str) -> None:
    """Refuse characters that no font of ours has, by name."""
    if missing := missing_glyphs(text):
        raise Refused("words_without_glyph", characters=missing)


@transaction.atomic
def _write(pk: int, words: Words, seen: datetime, by: User, now: datetime) -> CertificateTemplate:
    draft = _locked_draft(pk)
    if draft.written_at != seen:
        raise Refused("template_changed_meanwhile", name=draft.written_by.name)
    fill(draft, words)
    draft.written_by, draft.written_at = by, now
    draft.save()
    audit.record("certification.template.changed", actor=by, target=draft, at=now)
    return draft


def fill(template: CertificateTemplate, words: Words) -> CertificateTemplate:
    """The words laid into a template, stored or not."""
    template.heading, template.wording = words.heading, words.wording
    template.closing, template.signatories = words.closing, list(words.signatories)
    template.logo = words.logo or None
    template.logo_alt = words.logo_alt if words.logo else ""
    template.logo_hash = sha256(words.logo) if words.logo else ""
    return template


def publish(
    template: CertificateTemplate, *, seen: datetime, by: User, now: datetime
) -> CertificateTemplate:
    """From now on certificates are printed so; those that are issued stay as they are.

    Tried with the longest name and scope before any lock is taken, as that takes its time.
    """
    try:
        try_the_fullest(template, today=civil_date(now))
    except CannotBeSet:
        raise Refused("template_does_not_fit") from None
    return _publish(template.pk, seen, by, now)


@transaction.atomic
def _publish(pk: int, seen: datetime, by: User, now: datetime) -> CertificateTemplate:
    draft = _locked_draft(pk)
    if draft.written_at != seen:
        raise Refused("template_changed_meanwhile", name=draft.written_by.name)
    draft.published_by, draft.published_at = by, now
    draft.save(update_fields=["published_by", "published_at"])
    audit.record(
        "certification.template.published",
        actor=by,
        target=draft,
        at=now,
        values={"version": draft.version, "words": words_hash(draft)},
    )
    return draft


def words_hash(template: CertificateTemplate) -> str:
    """The SHA-256 of all that is printed of a template, its picture by its own hash."""
    said = {name: getattr(template, name) for name in WORDS if name != "logo"}
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def clean_logo(data: bytes) -> bytes:
    """The picture as it is kept. Raises Refused."""
    return pictures.cleaned(data)


def _locked_draft(pk: int) -> CertificateTemplate:
    draft = CertificateTemplate.objects.select_for_update().get(pk=pk)
    if draft.published_at:
        raise Refused("template_published")
    return draft
