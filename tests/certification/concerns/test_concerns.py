"""Concerns: open to anybody, traceless where no name was given, read by complaints officers alone."""

import pytest
from django.db import connection
from django.urls import reverse

from certification.concerns.actions.concerns import (
    close_concern,
    note_step,
    report_concern,
    tell_officers,
)
from certification.concerns.models import Concern
from tests.factories.accounts import a_person, a_trainee
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def an_officer():
    return a_person(Role.COMPLAINTS_OFFICER)


@pytest.fixture
def a_concern(now):
    return report_concern(text="Something was wrong", today=now.date(), now=now)


def test_a_stranger_can_report_without_a_name(client):
    response = client.post(reverse("concern"), {"text": "I was uneasy"})

    concern = Concern.objects.get()
    assert b"received" in response.content
    assert (concern.text, concern.reporter) == ("I was uneasy", None)


def test_officers_are_told_once_and_not_at_the_moment_of_reporting(client, an_officer, now):
    client.post(reverse("concern"), {"text": "I was uneasy"})
    at_once = Notice.objects.count()

    tell_officers(now=now)
    tell_officers(now=now)

    assert at_once == 0
    assert [notice.person for notice in Notice.objects.all()] == [an_officer]


def test_a_closed_concern_is_not_told_any_more(a_concern, an_officer, now):
    close_concern(a_concern, by=an_officer, today=now.date(), now=now)

    assert tell_officers(now=now) == 0


def test_a_flood_is_stopped_without_counting_addresses(client, monkeypatch):
    monkeypatch.setattr("certification.concerns.views.public.within_limit", lambda *a, **k: False)

    response = client.post(reverse("concern"), {"text": "Once more"})

    assert b"Once more" in response.content
    assert response.context["form"].non_field_errors()
    assert not Concern.objects.exists()


def test_signed_in_but_unnamed_nothing_leads_back(client, sign_in):
    trainee = a_trainee()
    sign_in(client, trainee)

    client.post(reverse("concern"), {"text": "I was uneasy"})

    event = AuditEvent.objects.get(verb="certification.concern.received")
    assert Concern.objects.get().reporter is None
    assert event.actor_id is None
    assert (event.at.hour, event.at.minute, event.at.second) == (0, 0, 0)


def test_a_name_is_kept_only_when_asked_for(client, sign_in):
    trainee = a_trainee()
    sign_in(client, trainee)

    client.post(reverse("concern"), {"text": "By name", "give_name": "on"})

    assert Concern.objects.get().reporter == trainee


def test_an_empty_concern_is_said_at_its_field(client):
    response = client.post(reverse("concern"), {"text": "   "})

    assert "text" in response.context["form"].errors
    assert not Concern.objects.exists()


def test_the_database_does_not_hold_the_words(a_concern):
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM certification_concern")
        (stored,) = cursor.fetchone()

    assert "wrong" not in stored


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COMPLAINTS_OFFICER}))
def test_nobody_else_reads_a_concern(client, sign_in, a_concern, role):
    sign_in(client, a_person(role))

    response = client.get(reverse("concern_detail", args=[a_concern.public_id]))

    assert response.status_code in {302, 403}


def test_each_reading_is_recorded(client, sign_in, a_concern, an_officer):
    sign_in(client, an_officer)

    response = client.get(reverse("concern_detail", args=[a_concern.public_id]))

    assert b"Something was wrong" in response.content
    assert (
        AuditEvent.objects.get(verb="certification.concern.read").actor_id == an_officer.public_id
    )


def test_steps_are_written_down_and_a_closed_one_takes_no_more(
    client, sign_in, a_concern, an_officer, now
):
    sign_in(client, an_officer)
    address = reverse("concern_detail", args=[a_concern.public_id])

    client.post(address, {"act": "note", "text": "Spoke with both"})
    client.post(address, {"act": "close"})

    assert b"Spoke with both" in client.get(address).content
    assert b"Closed on" in client.get(address).content
    a_concern.refresh_from_db()
    with pytest.raises(Refused, match="concern_closed"):
        note_step(a_concern, text="Late", by=an_officer, now=now)


def test_closing_twice_is_refused(a_concern, an_officer, now):
    close_concern(a_concern, by=an_officer, today=now.date(), now=now)

    with pytest.raises(Refused, match="concern_closed"):
        close_concern(a_concern, by=an_officer, today=now.date(), now=now)
