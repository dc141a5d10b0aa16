"""What a certificate says is settled as it is issued: no name, title or rule of later reaches it."""

import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError

from certification.credentials import actions, storage
from certification.credentials.carriers import carriers_of
from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import (
    BY_DECISION_MAKER,
    CHANGES,
    SHORTEST_REASON,
    Change,
)
from certification.scheme.actions import load_scheme
from certification.scheme.actions.loading import put_in_force
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from training_site.content.models import AssociationSettings
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
TOO_SHORT = "x" * (SHORTEST_REASON - 1)


def another_version(now, **terms: int) -> None:
    """In force from now on, with another term and other days of grace."""
    text = world.SMALL_SCHEME.replace("REVIEWS", "2").replace('"0.1"', '"0.2"')
    for name, (old, new) in terms.items():
        text = text.replace(f"{name}: {old}", f"{name}: {new}")
    version, _done = load_scheme(text, by=None, now=now)
    put_in_force(version, by=None, now=now)


@pytest.mark.lesson(42)
def test_no_name_or_title_of_later_reaches_what_was_issued(client, sign_in, now):
    """Whoever changes the name of an account prints no certificate for a friend."""
    certificate = world.a_certificate()
    holder, scheme = certificate.holder, certificate.scheme_version.scheme
    before, name, title = carriers_of(certificate), holder.name, scheme.title

    type(holder).objects.filter(pk=holder.pk).update(name="Frida Friend")
    type(scheme).objects.filter(pk=scheme.pk).update(title="Another Title")
    AssociationSettings.objects.update(issuer_name="Another Association")

    certificate = Certificate.objects.get(pk=certificate.pk)
    assert carriers_of(certificate) == before
    sign_in(client, certificate.holder)
    sheet = client.get(f"/credentials/{certificate.public_id}/").text.split("<article")[1]
    document = json.dumps(client.get(f"/verify/{certificate.number}.json").json())
    assert name in sheet
    assert title in sheet
    assert title in document
    for later in ("Frida Friend", "Another Title", "Another Association"):
        assert later not in sheet.split("</article>")[0]
        assert later not in document
    for file in certificate.files.all():
        served = client.get(f"/credentials/{certificate.public_id}.{file.kind}")
        assert storage.sha256(served.content) == file.sha256


@pytest.mark.lesson(55)
def test_the_term_is_that_of_the_version_that_was_decided_under(now):
    """Another version comes into force between the grant and the job that makes the certificate."""
    decision = world.a_decision()
    another_version(now, valid_years=(3, 1), grace_days=(90, 5))

    certificate = actions.issue(decision.pk, now=now + timedelta(days=1))

    assert certificate.scheme_version.number == "0.1"
    assert (certificate.valid_until, certificate.grace_days) == (date(2029, 11, 22), 90)


@pytest.mark.lesson(55)
def test_another_version_ends_no_certificate_earlier(client, now):
    certificate = world.a_certificate()

    another_version(now, valid_years=(3, 1), grace_days=(90, 5))

    certificate.refresh_from_db()
    assert (certificate.valid_until, certificate.grace_days) == (date(2029, 11, 22), 90)
    answer = client.get(f"/verify/{certificate.number}.json").json()
    assert answer["valid_until"] == "2029-11-22"


@pytest.mark.lesson(53)
@pytest.mark.parametrize("change", Change)
def test_nothing_is_done_to_a_certificate_without_a_reason(now, change):
    certificate = world.a_quick_certificate()
    possible, _after = CHANGES[change]
    Certificate.objects.filter(pk=certificate.pk).update(standing=sorted(possible)[0])

    by = world.a_decider() if change in BY_DECISION_MAKER else a_registrar()

    with pytest.raises(Refused, match="reason_too_short"):
        actions.change_standing(certificate, change, reason=TOO_SHORT, by=by, now=now)


@pytest.mark.lesson(53)
def test_neither_the_certificate_nor_its_holder_nor_its_scheme_can_be_deleted():
    certificate = world.a_quick_certificate()

    for one in (certificate, certificate.holder, certificate.scheme_version, certificate.recorded):
        with pytest.raises((ProtectedError, DatabaseError)), transaction.atomic():
            one.delete()

    assert Certificate.objects.filter(pk=certificate.pk).exists()


@pytest.mark.lesson(50)
def test_an_id_is_random_in_every_bit_that_a_random_id_has():
    """Of 128 bits a random UUID fixes six, for its version; the number has sixty and a limit of its own."""
    ids = [world.a_quick_certificate().public_id for _ in range(12)]

    assert {one.version for one in ids} == {4}
    same = [place for place in range(128) if len({one.int >> place & 1 for one in ids}) == 1]
    assert len(same) <= 6 + 2
