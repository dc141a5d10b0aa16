"""Templates of certificates: written, published, frozen into what is issued."""

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from certification.credentials import actions as credentials
from certification.credentials import carriers, storage
from certification.credentials.actions import issuing, templates
from certification.credentials.documents.pdf import certificate_pdf
from certification.credentials.documents.snapshot import CertificateSnapshot
from certification.credentials.models import Certificate, CertificateTemplate
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from tests.factories.templates import (
    PEOPLE,
    WORDING,
    a_draft,
    a_picture,
    a_published_template,
    some_words,
)
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def test_the_first_draft_says_what_certificates_say_already(now):
    draft = templates.begin_draft(by=a_registrar(), now=now)

    assert draft.version == 1
    assert draft.wording.splitlines()[1::2] == ["{name}", "{title}"]
    assert templates.begin_draft(by=a_registrar(), now=now) == draft
    assert AuditEvent.objects.filter(verb="certification.template.begun").count() == 1


def test_the_next_draft_begins_with_what_is_in_use(now):
    published = a_published_template()

    draft = templates.begin_draft(by=a_registrar(), now=now)

    assert draft.version == 2
    assert (draft.wording, bytes(draft.logo)) == (WORDING, bytes(published.logo))
    assert CertificateTemplate.objects.in_use() == published


def test_whoever_saves_over_another_is_told(now):
    draft, first, second = a_draft(), a_registrar(name="First"), a_registrar()
    seen = draft.written_at
    templates.change_draft(draft, some_words(heading="One"), seen=seen, by=first, now=now)

    with pytest.raises(Refused, match="template_changed_meanwhile") as refused:
        templates.change_draft(draft, some_words(heading="Two"), seen=seen, by=second, now=now)

    draft.refresh_from_db()
    assert draft.heading == "One"
    assert refused.value.details == {"name": "First"}


def test_nobody_publishes_what_they_have_not_seen(now):
    draft, by = a_draft(), a_registrar()
    seen = draft.written_at
    templates.change_draft(draft, some_words(heading="Another"), seen=seen, by=by, now=now)

    with pytest.raises(Refused, match="template_changed_meanwhile"):
        templates.publish(draft, seen=seen, by=by, now=now)

    assert CertificateTemplate.objects.in_use() is None


@pytest.mark.parametrize(
    ("differs", "reason"),
    [
        ({"wording": "{title} {scope}"}, "placeholder_missing"),
        ({"signatories": PEOPLE * 2}, "too_many_signatories"),
        ({"logo_alt": ""}, "logo_needs_words"),
    ],
)
def test_what_cannot_be_printed_is_not_kept(now, differs, reason):
    draft = templates.begin_draft(by=a_registrar(), now=now)

    with pytest.raises(Refused, match=reason):
        templates.change_draft(
            draft, some_words(**differs), seen=draft.written_at, by=a_registrar(), now=now
        )


@pytest.mark.lesson(44)
def test_words_that_leave_no_room_for_the_longest_name_are_not_published(now):
    much = "\n".join(["And much more is to be said of what this certificate stands for."] * 7)
    draft = a_draft(wording=f"{WORDING}\n{much}")

    with pytest.raises(Refused, match="template_does_not_fit"):
        templates.publish(draft, seen=draft.written_at, by=a_registrar(), now=now)


@pytest.mark.both_stacks
@pytest.mark.lesson(42)
@pytest.mark.parametrize("change", [{"heading": "Other"}, {"logo": b"x"}, {"published_at": None}])
def test_a_published_version_never_changes(now, change):
    published = a_published_template()

    with pytest.raises(Refused, match="template_published"):
        templates.change_draft(
            published, some_words(), seen=published.written_at, by=a_registrar(), now=now
        )
    with pytest.raises(DatabaseError), transaction.atomic():
        CertificateTemplate.objects.filter(pk=published.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        published.delete()


@pytest.mark.both_stacks
def test_publishing_is_on_record_with_what_was_published():
    published = a_published_template()

    event = AuditEvent.objects.get(verb="certification.template.published")
    assert event.target_id == published.public_id


def test_a_certificate_is_frozen_in_the_words_in_use():
    published = a_published_template()

    certificate = world.a_quick_certificate()

    frozen = certificate.frozen
    assert certificate.template == published
    assert (frozen.heading, frozen.wording) == (published.heading, WORDING)
    assert [each.name for each in frozen.further_signatories] == [each["name"] for each in PEOPLE]
    assert frozen.logo_hash == published.logo_hash == storage.sha256(bytes(published.logo))


@pytest.mark.lesson(42)
def test_a_job_that_runs_again_prints_the_template_it_began_with(now, monkeypatch):
    """Killed before anything was stored; meanwhile another version was published."""
    a_published_template()
    decision = world.a_decision()
    first = {}

    def die(certificate):
        first.update(carriers.carriers_of(certificate))
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(issuing, "carriers_of", die)
        with pytest.raises(KeyboardInterrupt):
            credentials.issue(decision.pk, now=now)
    newer = a_published_template(heading="Something else", now=now + timedelta(hours=1))
    certificate = credentials.issue(decision.pk, now=now)

    assert CertificateTemplate.objects.in_use() == newer
    assert certificate.template.version == 1
    for kind, content in first.items():
        assert storage.read(certificate, kind, expected=storage.sha256(content)) == content


@pytest.mark.lesson(42)
def test_what_was_issued_is_printed_the_same_after_another_version(now):
    a_published_template()
    certificate = world.a_quick_certificate()
    before = carriers.carriers_of(certificate)

    a_published_template(heading="Something else", logo=b"", now=now + timedelta(hours=1))

    certificate = Certificate.objects.get(pk=certificate.pk)
    assert carriers.carriers_of(certificate) == before
    for kind, content in before.items():
        assert storage.sha256(content) == certificate.files.get(kind=kind).sha256


def test_a_certificate_in_anothers_place_takes_the_words_in_use_then(now, run_jobs):
    a_published_template()
    old = world.a_quick_certificate()
    newer = a_published_template(heading="Newer", signatories=PEOPLE[:1], now=now)

    credentials.correct_name(
        old, name="Another Name", reason="A marriage, seen in writing.", by=a_registrar(), now=now
    )
    run_jobs()

    successor = Certificate.objects.line_of(old).first()
    assert successor.template == newer
    assert successor.frozen.heading == "Newer"
    assert len(successor.frozen.further_signatories) == 1
    assert successor.frozen.signatories == old.frozen.signatories


def test_without_a_template_the_snapshot_is_what_it_always_was(now):
    """An older certificate keeps its hash, and a newer field is no part of it."""
    certificate = world.a_quick_certificate()

    assert certificate.template is None
    assert not {"heading", "wording", "logo_hash"} & certificate.snapshot.keys()
    again = CertificateSnapshot.from_dict(json.loads(json.dumps(certificate.snapshot)))
    assert again.hash() == certificate.snapshot_hash


def test_another_picture_than_was_frozen_is_not_printed(now, monkeypatch):
    a_published_template()
    certificate = world.a_quick_certificate()
    certificate.template.logo = templates.clean_logo(a_picture(size=(200, 120)))

    with pytest.raises(storage.Damaged):
        carriers.logo_of(certificate)


def test_the_picture_is_on_the_page_and_described(now):
    a_published_template()
    certificate = world.a_quick_certificate()
    page, logo = certificate.frozen, carriers.logo_of(certificate)

    pdf = certificate_pdf(page, logo=logo)

    assert b"A disc beside a bar" in pdf
    assert len(pdf) > len(certificate_pdf(page))
