"""The pages around a signature, each used and refused once."""

from datetime import date, time

import pytest
from django.urls import reverse

from certification.practice import actions
from certification.practice.models import HoursEntry, PeriodSignOff
from certification.practice.sheets import sheet_of
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    a_mentor,
    a_policy,
    a_submitted_entry,
    an_agreement,
    the_scheme,
)
from tests.factories.contests import a_contest, a_paper, an_old_entry

pytestmark = pytest.mark.django_db
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def agreement():
    the_scheme()
    a_policy("signature-statement")
    return an_agreement()


def shown(agreement, now) -> str:
    sheet = sheet_of(agreement.mentor, agreement.intern, NOVEMBER, today=now.date())
    return f"{agreement.intern.public_id}:2026-11:{sheet.hash}"


def test_what_is_not_ticked_stays_unticked_when_the_page_comes_back(
    client, sign_in, agreement, now
):
    first = a_submitted_entry(agreement, now=now)
    a_submitted_entry(agreement, now=now, start=time(14, 0))
    mentor = sign_in(client, agreement.mentor)
    address = reverse("month_sheet", args=[agreement.intern.public_id, NOVEMBER])

    page = mentor.post(address, {"shown": "x", "entries": [first.public_id], "typed_name": "x"})

    assert [line["ticked"] for line in page.context["lines"]] == [True, False]
    assert not PeriodSignOff.objects.exists()


def test_many_sheets_are_shown_with_few_queries(client, sign_in, agreement, now, count_queries):
    others = [an_agreement(mentor=agreement.mentor) for _number in range(3)]
    for one in (agreement, *others):
        for hour in (8, 10, 12):
            a_submitted_entry(one, now=now, start=time(hour, 0))
    mentor = sign_in(client, agreement.mentor)

    with count_queries(at_most=45):
        page = mentor.get(reverse("sign_many")).content.decode()

    assert page.count('name="entries"') == 12


def test_a_report_says_what_was_signed_and_what_was_not(client, sign_in, agreement, now):
    other = an_agreement(mentor=agreement.mentor)
    entries = [a_submitted_entry(one, now=now) for one in (agreement, other)]
    mentor = sign_in(client, agreement.mentor)
    body = {
        "sheets": [shown(agreement, now), shown(other, now).rpartition(":")[0] + ":stale"],
        "entries": [entry.public_id for entry in entries],
        "typed_name": agreement.mentor.name,
    }

    page = mentor.post(reverse("sign_many"), body).content.decode()

    assert "1 month signed" in page
    assert "What you saw has changed" in page


def test_a_sheet_of_somebody_else_s_intern_is_left_out(client, sign_in, agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    stranger = a_mentor()
    body = {"sheets": [shown(agreement, now)], "entries": [entry.public_id]}

    sign_in(client, stranger).post(reverse("sign_many"), body | {"typed_name": stranger.name})

    assert HoursEntry.objects.get().state == "submitted"


@pytest.mark.parametrize("sheets", ["x", "::", "a:2026-13:b", "a:b"])
def test_a_sheet_that_is_none_breaks_nothing(client, sign_in, agreement, now, sheets):
    entry = a_submitted_entry(agreement, now=now)
    body = {"sheets": [sheets], "entries": [entry.public_id]}

    mentor = sign_in(client, agreement.mentor)
    page = mentor.post(reverse("sign_many"), body | {"typed_name": agreement.mentor.name})

    assert page.status_code == 200


def test_signing_many_asks_for_a_fresh_sign_in(client, sign_in, agreement):
    mentor = sign_in(client, agreement.mentor, fresh=False)

    assert "reauthenticate" in mentor.post(reverse("sign_many"), {}).url


def test_a_contested_entry_leads_to_its_contest(client, sign_in, agreement, now):
    entry = an_old_entry(agreement, now=now)
    contest = a_contest(entry, now=now)

    answer = sign_in(client, agreement.intern).get(
        reverse("practice_entry", args=[entry.public_id])
    )

    assert answer.url == reverse("contest", args=[contest.public_id])


def test_the_month_says_of_a_contested_line_that_it_is_decided(client, sign_in, agreement, now):
    a_contest(an_old_entry(agreement, now=now), now=now)

    page = sign_in(client, agreement.intern).get(reverse("practice_month", args=[date(2026, 9, 1)]))

    assert "The registrar decides about it." in page.content.decode()


def test_lines_of_two_signers_are_not_contested_together(client, sign_in, agreement, now):
    case = actions.open_case(
        agreement.intern,
        agreement=agreement,
        opened_on=date(2026, 4, 1),
        by=agreement.intern,
        now=now,
    )
    one = an_old_entry(agreement, now=now)
    two = an_old_entry(
        agreement, now=now, category="clinician_consultation", case=case, start=time(14, 0)
    )
    body = {"entries": [one.public_id, two.public_id], "reason": "silent"}

    page = sign_in(client, agreement.intern).post(reverse("contest_signature"), body)

    assert "Contest them apart" in page.content.decode()


def test_the_month_says_when_it_goes_to_the_registrar(client, sign_in, agreement, now):
    a_submitted_entry(agreement, now=now)

    page = sign_in(client, agreement.intern).get(reverse("practice_month", args=[NOVEMBER]))

    assert "Goes to the registrar on 1 January 2027" in page.content.decode()


def test_the_receipt_says_that_it_was_signed_on_paper(client, sign_in, agreement, now):
    a_submitted_entry(agreement, now=now)
    paper = a_paper(agreement.mentor, agreement.intern, NOVEMBER, now=now)
    signoff = actions.confirm_paper(paper, by=a_registrar(), now=now)

    page = sign_in(client, agreement.intern).get(
        reverse("signature_receipt", args=[signoff.public_id])
    )

    assert "Signed on paper" in page.content.decode()


def test_staff_see_no_note_of_a_missing_month(client, sign_in, agreement, now, count_queries):
    an_old_entry(agreement, now=now, note="A canary")
    ids = [agreement.intern.public_id, agreement.mentor.public_id]
    staff = sign_in(client, a_registrar())

    with count_queries(at_most=45):
        page = staff.get(reverse("practice_missing", args=[*ids, date(2026, 9, 1)]))

    assert "A canary" not in page.content.decode()
    assert "Record the paper" in page.content.decode()


def test_a_party_of_a_contest_finds_no_form_to_decide_it(client, sign_in, agreement, now):
    from training_site.accounts.actions.roles import give_role

    contest = a_contest(an_old_entry(agreement, now=now), now=now)
    give_role(agreement.mentor, "registrar", by=None, now=now)
    mentor = type(agreement.mentor).objects.get(pk=agreement.mentor.pk)

    page = sign_in(client, mentor).get(reverse("practice_contest", args=[contest.public_id]))

    assert "Somebody else decides" in page.content.decode()
