"""The page that says of one entry whether it counts, and why."""

from datetime import date, time, timedelta

import pytest

from certification.practice import actions
from certification.practice.models import HoursEntry
from certification.scheme.actions import load_scheme
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    SPRING,
    a_case,
    a_claim,
    a_mentor,
    a_signed_entry,
    a_signed_month,
    a_submitted_entry,
    an_agreement,
    an_entry,
    the_scheme,
)

pytestmark = pytest.mark.django_db
INTERLEAVED = """
scheme: interleaved
version: "1"
title: Interleaved
filters:
  - id: contact
    rule: interleave
    where: {category: [direct_session]}
    require: [clinician_consultation, triadic_meeting]
requirements:
  - id: direct
    rule: total_min
    where: {category: [direct_session]}
    minutes: 5400
    title: Direct sessions
pathways:
  - {id: standard, all: [direct]}
"""


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


def address(entry: HoursEntry) -> str:
    return f"/practice/hours/{entry.public_id}/why/"


def test_a_signed_hour_says_what_it_counts_for(client, sign_in, agreement, now):
    entry = a_signed_entry(agreement, now=now)

    page = sign_in(client, agreement.intern).get(address(entry)).text

    assert "Counts, 1 h 30 min" in page
    assert "Mentor supervision" in page
    assert "In order" in page


def test_a_waiting_hour_is_told_as_if_signed(client, sign_in, agreement, now):
    entry = a_submitted_entry(agreement, now=now)

    page = sign_in(client, agreement.intern).get(address(entry)).text

    assert f"this is how it stands once {agreement.mentor} has signed it" in page
    assert "Counts, 1 h 30 min" in page


def test_a_lapsed_licence_says_what_would_change_it(client, sign_in, now):
    the_scheme()
    agreement = an_agreement(mentor=a_mentor(until=date(2026, 10, 31)))
    entry = a_submitted_entry(agreement, now=now)

    page = sign_in(client, agreement.intern).get(address(entry)).text

    assert "Does not count" in page
    assert "The supervisor was not qualified on this date." in page
    assert "Proof that the licence or certification held on this day" in page
    assert "A licence renewed later does not reach back over a gap." in page


def test_a_full_week_links_the_entries_that_fill_it_and_names_the_day(
    client, sign_in, agreement, now
):
    case = a_case(agreement)
    days = [2, 4, 6, 8]
    entries = [
        a_submitted_entry(
            agreement, now=now, case=case, category="direct_session", minutes=300,
            date=date(2026, 11, day),
        )
        for day in days
    ]  # fmt: skip

    page = sign_in(client, agreement.intern).get(address(entries[-1])).text

    assert all(address(one) in page for one in entries[:3])
    assert "Hours dated from 9 November 2026 on find room again." in page


def test_a_missing_contact_is_named_with_the_days_it_may_have(client, sign_in, now):
    """Worked example 9: sessions on 1 and 3 May of one case, no contact between them."""
    load_scheme(INTERLEAVED, by=None, now=SPRING)
    agreement = an_agreement()
    case = a_case(agreement)
    _first, second = [
        a_submitted_entry(
            agreement, now=now, case=case, category="direct_session", date=date(2026, 5, day)
        )
        for day in (1, 3)
    ]

    page = sign_in(client, agreement.intern).get(address(second)).text

    assert (
        "Consultation with the clinician or triadic meeting of case A, "
        "dated from 1 May 2026 to 3 May 2026, and signed."
    ) in page
    assert "The order in which the meetings took place." in page


def test_a_full_cap_of_one_case_says_where_there_is_room(client, sign_in, agreement, now):
    case = a_case(agreement)
    result = HoursEntry.objects.none()
    for week in range(4):
        for day in (5, 7):
            result = a_submitted_entry(
                agreement, now=now, case=case, category="direct_session", minutes=400,
                date=date(2026, 10, day) + timedelta(weeks=week),
            )  # fmt: skip

    page = sign_in(client, agreement.intern).get(address(result)).text

    assert "Hours with other cases have room of their own." in page
    assert "Older hours come first. It stays on the record all the same." in page
    assert "other older entries." in page


def test_a_correction_that_waits_is_followed_in_the_place_of_the_old_entry(
    client, sign_in, agreement, now
):
    signed = a_signed_entry(agreement, now=now)
    correction = actions.correct_entry(signed, a_claim(minutes=60), by=agreement.intern, now=now)
    page = sign_in(client, agreement.intern).get(address(correction)).text
    actions.submit(correction, by=agreement.intern, now=now)
    a_signed_month(agreement.mentor, agreement.intern, date(2026, 11, 1), now=now)

    replaced = client.get(address(signed)).text

    assert "Counts, 1 h" in page
    assert "A correction stands in its place" in replaced
    assert address(correction) in replaced


def test_before_there_is_a_scheme_the_page_says_so(client, sign_in, now):
    agreement = an_agreement()
    entry = an_entry(agreement, now=now)

    assert "no scheme in force yet" in sign_in(client, agreement.intern).get(address(entry)).text


def test_a_signer_sees_it_once_it_is_theirs_to_sign_and_only_then(client, sign_in, agreement, now):
    draft = an_entry(agreement, now=now)
    waiting = a_submitted_entry(agreement, now=now, start=time(14, 0))
    mentor = sign_in(client, agreement.mentor)

    assert mentor.get(address(draft)).status_code == 404
    assert mentor.get(address(waiting)).status_code == 200


def test_staff_see_what_was_handed_in_and_no_draft(client, sign_in, agreement, now):
    draft = an_entry(agreement, now=now)
    waiting = a_submitted_entry(agreement, now=now, start=time(14, 0))
    staff = sign_in(client, a_registrar())

    assert staff.get(address(draft)).status_code == 404
    assert str(agreement.intern) in staff.get(address(waiting)).text


def test_another_signer_is_shown_no_entries_of_others(client, sign_in, agreement, now):
    """A clinician's page names only minutes of what the mentor signs."""
    case = a_case(agreement)
    for day in (2, 3):
        a_submitted_entry(
            agreement, now=now, case=case, category="clinician_consultation",
            date=date(2026, 11, day),
        )  # fmt: skip
    mentors = a_submitted_entry(agreement, now=now, start=time(14, 0))
    client_of = sign_in(client, agreement.clinician)
    own = HoursEntry.objects.filter(supervisor=agreement.clinician).last()

    page = client_of.get(address(own))

    assert page.status_code == 200
    assert str(mentors.public_id) not in page.text


def test_the_page_asks_few_queries(client, sign_in, agreement, now, count_queries):
    for hour in range(6, 18):
        entry = a_submitted_entry(agreement, now=now, start=time(hour, 0), minutes=45)
    intern = sign_in(client, agreement.intern)

    with count_queries(at_most=45):
        intern.get(address(entry))
