"""Links to a certificate: counted without a person, ended one by one or all at once."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from certification.credentials import actions
from certification.credentials.models import ShareToken
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


@pytest.fixture
def certificate():
    return world.a_certificate_showing()


def a_link(certificate, **options) -> ShareToken:
    given = {"days": 7, "by": certificate.holder, "now": timezone.now()}
    return actions.share(certificate, **given | options)


def opens(certificate, link: ShareToken) -> int:
    return Client().get(f"/credentials/{certificate.public_id}/?token={link.token}").status_code


def test_each_opening_is_counted_and_nothing_about_who(certificate, client, sign_in):
    link, other = a_link(certificate), a_link(certificate)
    for _ in range(3):
        opens(certificate, link)
    Client().head(f"/credentials/{certificate.public_id}/?token={link.token}")
    Client().get(f"/credentials/{certificate.public_id}/?token=wrong")
    sign_in(client, certificate.holder)
    page = client.get(f"/credentials/{certificate.public_id}/").text  # her own looking is none

    link.refresh_from_db()
    other.refresh_from_db()
    assert (link.times_opened, other.times_opened) == (3, 0)
    assert "opened 3 times" in page
    assert "not opened yet" in page
    fields = {field.name for field in ShareToken._meta.get_fields()}
    assert not {name for name in fields if "address" in name or "agent" in name or "by" in name}


def test_a_count_that_fails_does_not_stop_the_page(certificate, monkeypatch):
    link = a_link(certificate)

    def fails(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr(
        "certification.credentials.models.sharing.ShareTokenQuerySet.count_opening", fails
    )

    assert opens(certificate, link) == 200


def test_all_links_end_at_once(certificate, client, sign_in):
    links = [a_link(certificate) for _ in range(3)]
    another = world.a_quick_certificate(certificate.holder)
    untouched = a_link(another)
    sign_in(client, certificate.holder)

    answer = client.post(f"/credentials/{certificate.public_id}/share/revoke/", follow=True)

    assert "3 links ended" in answer.text
    assert {opens(certificate, link) for link in links} == {404}
    assert opens(another, untouched) == 200
    revoked = AuditEvent.objects.filter(verb="certification.share.revoked")
    assert {event.target_id for event in revoked} == {link.public_id for link in links}


def test_ended_and_run_out_links_are_not_ended_again(certificate):
    a_link(certificate, now=timezone.now() - timedelta(days=8))
    actions.revoke_share(a_link(certificate), by=certificate.holder, now=timezone.now())

    ended = actions.revoke_all_shares(certificate, by=certificate.holder, now=timezone.now())

    assert ended == 0


def test_only_the_holder_ends_them(certificate, client, sign_in):
    link = a_link(certificate)
    sign_in(client, a_person())

    answer = client.post(f"/credentials/{certificate.public_id}/share/revoke/")
    with pytest.raises(Refused, match="holder_only"):
        actions.revoke_all_shares(certificate, by=a_person(), now=timezone.now())

    assert answer.status_code == 404
    assert opens(certificate, link) == 200


def test_it_is_said_until_when_each_opens(certificate, client, sign_in):
    link = a_link(certificate, days=30, label="For a clinic")
    sign_in(client, certificate.holder)

    page = client.get(f"/credentials/{certificate.public_id}/").text

    day = f"{link.expires_at:%B %Y}"
    assert "For a clinic" in page
    assert f"{day}, not opened yet" in page
    assert "End all links now" not in page  # one is ended by its own button
