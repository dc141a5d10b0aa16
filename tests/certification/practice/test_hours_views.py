from datetime import date, time

import pytest
from django.urls import reverse

from certification.practice import actions
from certification.practice.models import HoursEntry
from tests.factories.accounts import a_person
from tests.factories.certification import (
    a_case,
    a_mentor,
    a_signed_entry,
    a_submitted_entry,
    an_agreement,
    an_entry,
    the_scheme,
)
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
NEW = "/practice/hours/new/"


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


@pytest.fixture
def intern_client(client, agreement, sign_in):
    return sign_in(client, agreement.intern)


def said(**changes) -> dict:
    """A body for the form of hours: ninety minutes with the mentor."""
    values = {
        "category": "mentor_individual",
        "date": "2026-11-02",
        "start": "10:00",
        "minutes": "90",
        "modality": "in_person",
        "zone": "Europe/London",
        "then": "keep",
    }
    return values | changes


def errors_of(response) -> dict:
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def test_hours_are_saved_and_sent_in_one_go(intern_client):
    response = intern_client.post(NEW, said(then="submit", minutes="1 h 30 min"))

    entry = HoursEntry.objects.get()
    assert response.url == "/practice/months/2026-11/"
    assert (entry.minutes, entry.state) == (90, "submitted")


def test_hours_refused_while_sending_are_not_saved_either(intern_client, agreement, monkeypatch):
    def refuse(*args, **kwargs):
        raise Refused("entry_already_submitted")

    monkeypatch.setattr(actions, "submit", refuse)

    intern_client.post(NEW, said(then="submit"))

    assert not HoursEntry.objects.exists()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("-1", "from 1 minute to 24 hours"),
        ("−1", "from 1 minute to 24 hours"),
        ("0", "from 1 minute to 24 hours"),
        ("1441", "from 1 minute to 24 hours"),
        ("NaN", "Write whole minutes"),
        ("5_0", "Write whole minutes"),
        ("٣", "Write whole minutes"),
        ("９０", "Write whole minutes"),
        ("1.5", "Write whole minutes"),
        ("", "This field is required"),
        ("9" * 10_000, "at most 40"),
    ],
)
def test_wrong_minutes_are_named_at_their_field_and_nothing_is_lost(intern_client, typed, says):
    response = intern_client.post(NEW, said(minutes=typed, note="What I learned"))

    assert says in errors_of(response)["minutes"][0]
    assert "What I learned" in response.content.decode()
    assert not HoursEntry.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"date": "2999-01-01"}, "date", "Check the year"),
        ({"date": "2099-12-01"}, "date", "has not happened yet"),
        ({"date": "0001-01-01"}, "date", "Check the year"),
        ({"date": "٢٠٢٦-١١-٠٢"}, "date", "Write a date"),
        ({"date": "2026-02-30"}, "date", "Write a date"),
        ({"date": "2026-03-01"}, "date", "in force from 1 April 2026"),
        ({"start": "25:00"}, "start", "Write a time"),
        ({"category": "direct_session"}, "case", "Choose the case"),
        ({"category": "mentor_group"}, "group_size", "how many people"),
        ({"category": "mentor_group", "group_size": "٤"}, "group_size", "Write a whole number"),
        ({"category": "mentor_group", "group_size": "1"}, "group_size", "from 2 to 50"),
        ({"category": "ce_ethics"}, "category", "Select a valid choice"),
        ({"modality": "telepathy"}, "modality", "Select a valid choice"),
        ({"zone": "Mars/Olympus"}, "zone", "Select a valid choice"),
        ({"note": "x" * 301}, "note", "at most 300"),
        ({"note": "x" * 2_000_000}, "note", "at most 300"),
        ({"case": "no-uuid"}, "case", "not a valid UUID"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(intern_client, changes, field, says, settings):
    response = intern_client.post(NEW, said(**changes))

    assert says in errors_of(response)[field][0]
    assert not HoursEntry.objects.exists()


def test_an_overlap_is_said_at_the_start(intern_client, agreement, now):
    an_entry(agreement, now=now)

    response = intern_client.post(NEW, said(start="11:00"))

    assert (
        "overlaps with what you logged on 2 November 2026 at 10:00"
        in (errors_of(response)["start"][0])
    )


def test_more_than_a_day_in_a_day_is_said_at_the_duration(intern_client, agreement, now):
    an_entry(agreement, now=now, start=time(0, 0), minutes=1380)

    response = intern_client.post(NEW, said(start="23:00", minutes="120"))

    assert "only 60 minutes of it are still free" in errors_of(response)["minutes"][0]


def test_a_note_of_ten_megabytes_is_refused_at_its_field(intern_client):
    response = intern_client.post(NEW, said(note="x" * 10_000_000))

    assert "note" in errors_of(response)
    assert not HoursEntry.objects.exists()


def test_a_case_of_somebody_else_is_no_choice(intern_client, now):
    other = a_case(an_agreement())

    response = intern_client.post(NEW, said(category="direct_session", case=str(other.public_id)))

    assert errors_of(response)["case"] == ["Choose one of your own cases."]


@pytest.mark.parametrize(
    "note", ["Call her on 020 7946 0958", "anna@example.org wrote", "born on 3 May"]
)
def test_a_note_that_might_identify_somebody_asks_first(intern_client, note):
    warned = intern_client.post(NEW, said(note=note))
    saved = intern_client.post(NEW, said(note=note, note_checked="on"))

    assert "could tell who the client is" in errors_of(warned)["note"][0]
    assert saved.status_code == 302


def test_a_lapsed_supervisor_is_said_at_once(client, sign_in, now):
    mentor = a_mentor(until=date(2026, 10, 31))
    agreement = an_agreement(mentor=mentor)

    response = sign_in(client, agreement.intern).post(NEW, said(then="submit"), follow=True)

    page = response.content.decode()
    assert "As it stands it will not count" in page
    assert HoursEntry.objects.get().state == "submitted"


def test_a_stale_tab_is_told_and_keeps_what_was_typed(intern_client, agreement, now):
    entry = an_entry(agreement, now=now)
    url = reverse("practice_entry", args=[entry.public_id])
    intern_client.post(url, said(minutes="60", version="1"))

    response = intern_client.post(url, said(minutes="45", version="1"))

    assert "changed elsewhere" in response.content.decode()
    assert 'value="45"' in response.content.decode()
    entry.refresh_from_db()
    assert entry.minutes == 60


def test_a_second_submission_is_told_and_changes_nothing(intern_client, agreement, now):
    entry = a_submitted_entry(agreement, now=now)

    response = intern_client.post(reverse("hand_in_month", args=[entry.month]), follow=True)

    assert "There was no draft left to send." in response.content.decode()
    before = entry.version
    entry.refresh_from_db()
    assert (entry.state, entry.version) == ("submitted", before)


def test_a_signed_entry_is_read_and_corrected_by_another(intern_client, agreement, now):
    entry = a_signed_entry(agreement, now=now)
    page = intern_client.get(reverse("practice_entry", args=[entry.public_id]))

    intern_client.post(
        reverse("correct_entry", args=[entry.public_id]), said(minutes="60", then="submit")
    )

    correction = HoursEntry.objects.get(corrects=entry)
    assert "Correct this entry" in page.content.decode()
    assert (correction.minutes, correction.state) == (60, "submitted")


@pytest.mark.parametrize("name", ["practice_entry", "correct_entry"])
def test_an_entry_of_somebody_else_is_not_found(client, sign_in, agreement, now, name):
    entry = an_entry(agreement, now=now)
    stranger = sign_in(client, a_person(Role.INTERN, Role.MENTOR))

    assert stranger.get(reverse(name, args=[entry.public_id])).status_code == 404


def test_not_even_the_mentor_opens_an_entry_as_the_intern(client, sign_in, agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    give_role(agreement.mentor, Role.INTERN, by=None, now=now)

    mentor = sign_in(client, agreement.mentor)

    assert mentor.get(reverse("practice_entry", args=[entry.public_id])).status_code == 404
