from datetime import date, time

import pytest
from django.urls import reverse

from certification.practice import actions
from tests.factories.certification import (
    a_claim,
    a_mentor,
    a_policy,
    a_submitted_entry,
    an_agreement,
    the_scheme,
)

pytestmark = pytest.mark.django_db
NEW = "/practice/hours/new/"


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


def test_the_queue_counts_months_and_entries(client, sign_in, agreement, now, count_queries):
    for hour in (8, 10, 12):
        a_submitted_entry(agreement, now=now, start=time(hour, 0))

    mentor = sign_in(client, agreement.mentor)

    with count_queries(at_most=24):
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

    body = {"shown": shown, "entries": [entry.public_id], "typed_name": agreement.mentor.name}

    response = mentor.post(sheet_url(agreement), body, follow=True)

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
    actions.change_entry(entry, a_claim(minutes=95), seen_version=1, by=agreement.intern, now=now)

    body = {"shown": shown, "entries": [entry.public_id], "typed_name": agreement.mentor.name}

    response = mentor.post(sheet_url(agreement), body)

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


def test_a_supervisor_without_a_second_factor_sets_one_up_first(client, sign_in, agreement):
    mentor = sign_in(client, agreement.mentor, second_factor=False)

    assert "2fa" in mentor.get("/supervision/").url
