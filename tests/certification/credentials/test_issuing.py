"""Issuing once: doubles, kills at each step, frozen content, independent verification."""

import json

import jwt
import pytest
from django.db import DatabaseError, transaction

from certification.credentials import actions, issuer_keys, storage
from certification.credentials.carriers import carriers_of
from certification.credentials.documents.badge import read_baked
from certification.credentials.documents.proof import is_genuine
from certification.credentials.models import Certificate, CertificateEvent, CertificateFile
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def content_of(certificate, kind):
    file = certificate.files.get(kind=kind)
    return storage.read(certificate, kind, expected=file.sha256)


def test_a_grant_becomes_a_certificate_by_its_job(now):
    certificate = world.a_certificate()

    holder = certificate.holder
    assert certificate.issued_at is not None
    assert str(certificate.valid_until) == "2029-11-22"
    assert certificate.snapshot["holder_name"] == holder.name
    assert set(certificate.files.values_list("kind", flat=True)) == {"pdf", "png", "json", "jwt"}
    assert type(holder).objects.get(pk=holder.pk).has_role("certificant")
    assert (
        Notice.objects.filter(person=holder, event="certification.certificate_ready").count() == 1
    )
    assert (
        AuditEvent.objects.filter(
            verb="certification.certificate.issued", subject_id=holder.public_id
        ).count()
        == 1
    )


def test_delivered_twice_it_is_issued_once(now):
    certificate = world.a_certificate()

    again = actions.issue(certificate.decision_id, now=now)

    assert again == certificate
    assert CertificateEvent.objects.count() == 1
    assert CertificateFile.objects.count() == 4


@pytest.mark.parametrize(
    "step",
    [
        "new_number",
        "_free_bit",
        "allocate",
        "carriers_of",
        "store",
        "_mark_issued",
        "put_in_force",
        "give_role",
        "audit.record",
        "notify",
    ],
)
def test_killed_at_any_step_it_goes_on_and_ends_as_one(now, step, monkeypatch):
    """The work dies in this step; the job is delivered again."""
    decision = world.a_decision()
    module = "certification.credentials.actions.issuing"

    class Killed(BaseException):
        pass

    def die(*args, **kwargs):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(f"{module}.{step}", die)
        with pytest.raises(Killed):
            actions.issue(decision.pk, now=now)
    assert not Certificate.objects.issued().exists()
    certificate = actions.issue(decision.pk, now=now)

    assert Certificate.objects.get() == certificate
    assert CertificateEvent.objects.filter(certificate=certificate).count() == 1
    assert CertificateFile.objects.filter(certificate=certificate).count() == 4


@pytest.mark.parametrize("stored", [1, 2, 3])
def test_killed_between_two_documents_it_ends_with_the_same_four(now, stored, monkeypatch):
    decision, keep = world.a_decision(), storage.store
    kept = {}

    def store_so_many(certificate, kind, content):
        if len(kept) == stored:
            raise KeyboardInterrupt
        kept[kind] = content
        keep(certificate, kind, content)

    with monkeypatch.context() as patched:
        patched.setattr("certification.credentials.actions.issuing.store", store_so_many)
        with pytest.raises(KeyboardInterrupt):
            actions.issue(decision.pk, now=now)
    certificate = actions.issue(decision.pk, now=now)

    assert {kind: content_of(certificate, kind) for kind in kept} == kept
    assert certificate.files.count() == 4


@pytest.mark.lesson(42)
def test_the_bytes_on_record_are_the_bytes_that_are_kept(now):
    certificate = world.a_certificate()

    for file in certificate.files.all():
        content = storage.path_of(certificate, file.kind).read_bytes()
        assert (storage.sha256(content), len(content)) == (file.sha256, file.size)


@pytest.mark.lesson(40)
def test_a_refusal_issues_nothing_even_when_a_job_says_so(now):
    decision = world.a_decision(outcome="refuse")

    with pytest.raises(DatabaseError), transaction.atomic():
        actions.issue(decision.pk, now=now)

    assert not Certificate.objects.exists()


def test_the_carriers_say_the_same_and_the_published_keys_verify_them(now):
    certificate = world.a_certificate()
    keys = issuer_keys.published()

    credential = json.loads(content_of(certificate, "json"))
    token = content_of(certificate, "jwt").decode()
    kid = jwt.get_unverified_header(token)["kid"].rsplit("/", 1)[1]
    payload = jwt.decode(
        token,
        keys[kid],
        algorithms=["RS256"],
        options={"verify_exp": False, "verify_nbf": False},
    )

    assert is_genuine(credential, keys["ed25519-1"])
    assert payload["credentialSubject"] == credential["credentialSubject"]
    assert read_baked(content_of(certificate, "png")) == content_of(certificate, "json").decode()
    assert content_of(certificate, "pdf").startswith(b"%PDF")
    assert "@example.org" not in json.dumps(credential)
    tampered = credential | {"validUntil": "2099-01-01T00:00:00+00:00"}
    assert not is_genuine(tampered, keys["ed25519-1"])


def test_another_render_gives_the_same_bytes(now):
    certificate = world.a_quick_certificate()

    again = carriers_of(certificate)

    for kind, content in again.items():
        assert content == content_of(certificate, kind), kind


@pytest.mark.lesson(42)
def test_a_changed_file_is_never_served(now):
    certificate = world.a_quick_certificate()
    path = storage.path_of(certificate, "pdf")
    path.write_bytes(path.read_bytes()[:-1] + b"!")

    with pytest.raises(storage.Damaged):
        content_of(certificate, "pdf")


def test_a_recorded_certification_needs_a_second_person(now):
    both = a_registrar()
    give_role(both, Role.DECISION_MAKER, by=None, now=now)
    record = actions.record_certification(
        a_person(Role.CERTIFICANT),
        scheme_version=world.a_small_scheme(),
        evidence="Seen",
        granted_on=now.date(),
        valid_until=now.date(),
        by=both,
        now=now,
    )

    with pytest.raises(Refused, match="record_needs_another"):
        actions.approve_recorded(record, by=both, now=now)

    approved = actions.approve_recorded(record, by=world.a_decider(), now=now)
    assert approved.approved_at == now
    with pytest.raises(Refused, match="record_approved"):
        actions.approve_recorded(record, by=world.a_decider(), now=now)


def test_a_recorded_certification_is_issued_and_says_what_it_is(now):
    certificate = world.a_quick_certificate()

    assert certificate.issued_at == now
    assert "before the association kept this register" in certificate.snapshot["criteria"]
