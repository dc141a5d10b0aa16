from datetime import date, time

import pytest
from django.urls import reverse

from certification.practice import actions
from certification.practice.models import Case, HoursEntry, SupervisionAgreement
from tests.factories.accounts import a_person, a_trainee
from tests.factories.certification import (
    a_case,
    a_clinician,
    a_draft_agreement,
    a_mentor,
    a_policy,
    a_signed_entry,
    a_submitted_entry,
    an_admitted_intern,
    an_agreement,
    an_entry,
    the_scheme,
)
from training_site.accounts.roles import Role

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


def test_an_intern_without_anything_is_told_how_it_begins(client, sign_in):
    intern = an_admitted_intern()

    response = sign_in(client, intern).get("/practice/")

    assert "Draft the agreement" in response.content.decode()


def test_home_shows_the_month_and_asks_few_queries(intern_client, agreement, now, count_queries):
    case = a_case(agreement)
    for hour in range(8, 16):
        an_entry(agreement, now=now, start=time(hour, 0), minutes=30)
    a_submitted_entry(agreement, now=now, start=time(17, 0), category="direct_session", case=case)

    with count_queries(at_most=20):
        response = intern_client.get("/practice/")

    assert response.status_code == 200


@pytest.mark.parametrize("path", ["/practice/", NEW, "/practice/agreement/", "/supervision/"])
def test_a_trainee_has_no_practice_and_no_supervision(client, sign_in, path):
    response = sign_in(client, a_trainee()).get(path)

    assert response.status_code == 403


@pytest.mark.parametrize("path", ["/practice/", "/supervision/"])
def test_strangers_are_asked_to_sign_in(client, path):
    response = client.get(path)

    assert response.status_code == 302
    assert response.url.startswith("/accounts/login/")


def test_hours_are_saved_and_sent_in_one_go(intern_client):
    response = intern_client.post(NEW, said(then="submit", minutes="1 h 30 min"))

    entry = HoursEntry.objects.get()
    assert response.url == "/practice/months/2026-11/"
    assert (entry.minutes, entry.state) == (90, "submitted")


def test_hours_refused_while_sending_are_not_saved_either(intern_client, agreement, monkeypatch):
    from training_site.verdict import Refused

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


def test_a_body_of_ten_megabytes_is_turned_away(intern_client):
    response = intern_client.post(NEW, said(note="x" * 10_000_000))

    assert response.status_code in (400, 413)
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

    response = intern_client.post(reverse("hand_in", args=[entry.public_id]), follow=True)

    assert "already waiting for its signature" in response.content.decode()


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
    from training_site.accounts.actions.roles import give_role

    give_role(agreement.mentor, Role.INTERN, by=None, now=now)

    mentor = sign_in(client, agreement.mentor)

    assert mentor.get(reverse("practice_entry", args=[entry.public_id])).status_code == 404


def test_a_case_is_opened_and_closed(intern_client, agreement):
    intern_client.post("/practice/cases/new/", {"opened_on": "2026-05-01"})
    case = Case.objects.get()
    url = reverse("practice_case", args=[case.public_id])
    intern_client.post(reverse("begin_closing", args=[case.public_id]))

    intern_client.post(url, {"closure": "planned", "closed_on": "2026-06-01"})

    case.refresh_from_db()
    assert (case.letter, case.state, case.closed_on) == ("A", "closed", date(2026, 6, 1))
    assert "Case A" in intern_client.get(url).content.decode()


def test_an_agreement_is_drafted_answered_and_shown(client, sign_in):
    intern, mentor, clinician = an_admitted_intern(), a_mentor(), a_clinician()

    sign_in(client, intern).post(
        "/practice/agreement/",
        {
            "mentor": str(mentor.public_id),
            "clinician": str(clinician.public_id),
            "starts_on": "2026-11-01",
            "typed_name": intern.name,
        },
    )
    drafted = SupervisionAgreement.objects.get()
    url = reverse("answer_agreement", args=[drafted.public_id])
    for person in (mentor, clinician):
        sign_in(client, person).post(url, {"typed_name": person.name})

    drafted.refresh_from_db()
    assert drafted.state == "agreed"
    assert (
        "Waiting for the association"
        in sign_in(client, intern).get("/practice/agreement/").content.decode()
    )


def test_an_agreement_can_be_declined(client, sign_in, now):
    intern, mentor, clinician = an_admitted_intern(), a_mentor(), a_clinician()
    drafted = a_draft_agreement(intern, mentor=mentor, clinician=clinician)

    sign_in(client, mentor).post(reverse("decline_agreement", args=[drafted.public_id]))

    drafted.refresh_from_db()
    assert (drafted.state, drafted.declined_by) == ("declined", mentor)


def test_an_agreement_is_not_found_by_those_it_does_not_name(client, sign_in, agreement):
    stranger = sign_in(client, a_mentor())

    url = reverse("answer_agreement", args=[agreement.public_id])
    assert stranger.get(url).status_code == 404


def test_the_queue_counts_months_and_entries(client, sign_in, agreement, now, count_queries):
    for hour in (8, 10, 12):
        a_submitted_entry(agreement, now=now, start=time(hour, 0))

    mentor = sign_in(client, agreement.mentor)

    with count_queries(at_most=20):
        page = mentor.get("/supervision/").content.decode()

    assert "3 entries, 4 h 30 min" in page


def sheet_url(agreement) -> str:
    return reverse("month_sheet", args=[agreement.intern.public_id, date(2026, 11, 1)])


def test_the_sheet_shows_every_line_with_few_queries(
    client, sign_in, agreement, now, count_queries
):
    a_policy("signature-statement")
    for hour in range(6, 18):
        a_submitted_entry(agreement, now=now, start=time(hour, 0), minutes=45, note="A lesson")
    mentor = sign_in(client, agreement.mentor)

    with count_queries(at_most=20):
        page = mentor.get(sheet_url(agreement)).content.decode()

    assert page.count("A lesson") == 12
    assert "12 entries to sign, 9 h in all" in page


def test_a_month_is_signed_as_shown_and_gives_a_receipt(client, sign_in, agreement, now):
    a_policy("signature-statement")
    entry = a_submitted_entry(agreement, now=now)
    mentor = sign_in(client, agreement.mentor)
    shown = mentor.get(sheet_url(agreement)).context["sheet"].hash

    response = mentor.post(
        sheet_url(agreement), {"shown": shown, "typed_name": agreement.mentor.name}, follow=True
    )

    entry.refresh_from_db()
    assert entry.state == "signed"
    assert "Exactly these lines" in response.content.decode()
    own = sign_in(client, agreement.intern).get(response.redirect_chain[-1][0])
    assert own.status_code == 200


def test_what_has_changed_since_it_was_shown_is_not_signed(client, sign_in, agreement, now):
    a_policy("signature-statement")
    entry = a_submitted_entry(agreement, now=now)
    mentor = sign_in(client, agreement.mentor)
    shown = mentor.get(sheet_url(agreement)).context["sheet"].hash
    from tests.factories.certification import a_claim

    actions.change_entry(entry, a_claim(minutes=95), seen_version=1, by=agreement.intern, now=now)

    response = mentor.post(
        sheet_url(agreement), {"shown": shown, "typed_name": agreement.mentor.name}
    )

    entry.refresh_from_db()
    page = response.content.decode()
    assert entry.state == "submitted"
    assert "What you saw has changed" in page
    assert response.context["sheet"].hash in page


def test_signing_asks_for_a_fresh_sign_in(client, sign_in, agreement, now):
    a_policy("signature-statement")
    a_submitted_entry(agreement, now=now)
    mentor = sign_in(client, agreement.mentor, fresh=False)

    response = mentor.post(sheet_url(agreement), {"shown": "x", "typed_name": "x"})

    assert response.status_code == 302
    assert "reauthenticate" in response.url


def test_an_entry_is_returned_with_its_comment(client, sign_in, agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    mentor = sign_in(client, agreement.mentor)

    mentor.post(
        reverse("return_hours", args=[entry.public_id]), {"comment": "Was this group supervision?"}
    )

    page = sign_in(client, agreement.intern).get(reverse("practice_entry", args=[entry.public_id]))
    assert "Was this group supervision?" in page.content.decode()


def test_nothing_is_returned_without_a_comment(client, sign_in, agreement, now):
    entry = a_submitted_entry(agreement, now=now)

    sign_in(client, agreement.mentor).post(reverse("return_hours", args=[entry.public_id]), {})

    entry.refresh_from_db()
    assert entry.state == "submitted"


def test_the_sheet_of_an_intern_one_does_not_supervise_is_not_found(client, sign_in, agreement):
    assert sign_in(client, a_mentor()).get(sheet_url(agreement)).status_code == 404


def test_a_month_that_does_not_exist_is_not_found(intern_client):
    assert intern_client.get("/practice/months/2026-13/").status_code == 404


def test_a_supervisor_without_a_second_factor_sets_one_up_first(client, sign_in, agreement):
    mentor = sign_in(client, agreement.mentor, second_factor=False)

    assert "2fa" in mentor.get("/supervision/").url
