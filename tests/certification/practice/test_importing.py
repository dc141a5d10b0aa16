"""A spreadsheet of hours: a report first, then every good line of it as a draft, or none."""

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from certification.practice import actions
from certification.practice.importing import report_on
from certification.practice.models import HoursEntry
from certification.practice.rules.spreadsheets import read_spreadsheet
from tests.factories.certification import a_case, an_agreement, an_entry
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
URL = "/practice/hours/import/"
HEAD = "date,start,minutes,category,modality,case,note"
GOOD = "2026-11-03,10:00,60,mentor_individual,video,,"
MIXED = f"""{HEAD}
{GOOD}
2026-11-04,10:00,1:30,Direct session,In person,A,We went slower.
2026-11-02,10:00,90,mentor_individual,in_person,,
2026-11-03,10:00,60,mentor_individual,video,,
2026-11-03,10:30,60,documentation,alone,,
2026-13-03,10:00,none,mentor_individual,video,,=cmd()
2026-11-05,10:00,60,direct_session,video,B,
2099-11-05,10:00,60,mentor_individual,video,,
"""


@pytest.fixture
def agreement():
    agreement = an_agreement()
    a_case(agreement)
    return agreement


@pytest.fixture
def intern_client(client, agreement, sign_in):
    return sign_in(client, agreement.intern)


def reasons(report) -> dict[int, list[str]]:
    return {one.line.number: [refused.reason for _name, refused in one.wrong] for one in report.bad}


def test_each_line_is_judged_beside_the_record_and_the_lines_above(agreement, now):
    an_entry(agreement, now=now)  # on 2 November at 10:00, ninety minutes

    report = report_on(agreement.intern, read_spreadsheet(MIXED), now)

    assert [one.line.number for one in report.good] == [2, 3]
    assert report.minutes == 150
    assert reasons(report) == {
        4: ["line_already_logged"],
        5: ["line_twice"],
        6: ["line_overlaps"],
        7: ["cell_no_date", "minutes_not_understood"],
        8: ["case_unknown"],
        9: ["entry_in_future"],
    }


def test_the_good_lines_become_drafts_and_leave_their_traces(agreement, now):
    sheet = read_spreadsheet(MIXED)
    report = report_on(agreement.intern, sheet, now)

    actions.import_hours(
        agreement.intern,
        sheet,
        shown_hash=report.hash,
        notes_read=False,
        by=agreement.intern,
        now=now,
    )

    entries = HoursEntry.objects.of(agreement.intern).in_order()
    assert [(one.date, one.start, one.minutes, one.state) for one in entries] == [
        (date(2026, 11, 2), time(10, 0), 90, "draft"),
        (date(2026, 11, 3), time(10, 0), 60, "draft"),
        (date(2026, 11, 4), time(10, 0), 90, "draft"),
    ]
    assert AuditEvent.objects.filter(verb="certification.hours.logged").count() == 3
    assert AuditEvent.objects.filter(verb="certification.hours.imported").count() == 1


@pytest.mark.parametrize(
    ("text", "shown", "reason"),
    [
        (f"{HEAD}\n{GOOD}", "another", "import_has_changed"),
        (f"{HEAD}\n{GOOD}With Anna.", None, "notes_to_read"),
        (f"{HEAD}\n2099-11-05,10:00,60,mentor_individual,video,,", None, "nothing_to_add"),
    ],
)
def test_what_was_not_shown_or_not_read_adds_nothing(agreement, now, text, shown, reason):
    sheet = read_spreadsheet(text)
    shown = shown or report_on(agreement.intern, sheet, now).hash
    before = AuditEvent.objects.count()

    with pytest.raises(Refused) as refused:
        actions.import_hours(
            agreement.intern,
            sheet,
            shown_hash=shown,
            notes_read=False,
            by=agreement.intern,
            now=now,
        )

    assert refused.value.reason == reason
    assert not HoursEntry.objects.exists()
    assert AuditEvent.objects.count() == before


def test_nobody_adds_hours_for_somebody_else(agreement, now):
    with pytest.raises(Refused, match="not_own_record"):
        actions.import_hours(
            agreement.intern,
            read_spreadsheet(f"{HEAD}\n{GOOD}"),
            shown_hash="",
            notes_read=True,
            by=agreement.mentor,
            now=now,
        )


def test_a_file_is_reported_then_added_without_being_kept(intern_client, agreement):
    file = SimpleUploadedFile("h.csv", MIXED.encode("cp1252"), content_type="text/csv")
    report = intern_client.post(URL, {"file": file, "then": "look"})
    page = report.content.decode()
    assert not HoursEntry.objects.exists()

    body = {"text": report.context["text"], "shown": report.context["report"].hash, "then": "add"}
    added = intern_client.post(URL, body)

    assert "Add the 3 good lines as drafts" in page
    assert "Nothing has been added yet." in page
    assert added.url == "/practice/months/2026-11/"
    assert HoursEntry.objects.of(agreement.intern).count() == 3


def test_the_same_table_sent_again_adds_nothing(intern_client):
    text = f"{HEAD}\n{GOOD}"
    shown = intern_client.post(URL, {"text": text}).context["report"].hash
    body = {"text": text, "shown": shown, "then": "add"}
    intern_client.post(URL, body)

    again = intern_client.post(URL, body)

    assert "This stands in your record already." in again.content.decode()
    assert HoursEntry.objects.count() == 1


def test_the_others_are_given_back_with_reasons_in_inert_cells(intern_client):
    response = intern_client.post(f"{URL}left-over.csv", {"text": MIXED})

    text = response.content.decode("utf-8-sig")
    assert response["Content-Disposition"].startswith("attachment")
    assert text.count("\r\n") == 6
    assert "'=cmd()" in text
    assert "date: Write the day first" in text
    assert "minutes: Write whole minutes" in text


def test_what_is_given_back_can_be_put_right_and_sent_again(intern_client, agreement, now):
    text = intern_client.post(f"{URL}left-over.csv", {"text": MIXED}).content.decode("utf-8-sig")

    report = report_on(agreement.intern, read_spreadsheet(text.replace("2099-", "2026-")), now)

    assert [one.claim.date for one in report.good][-1] == date(2026, 11, 5)


def test_the_template_is_read_by_what_gave_it(intern_client):
    text = intern_client.get(f"{URL}template.csv").content.decode("utf-8-sig")

    columns = text.strip().split(",")

    assert read_spreadsheet(f"{text}2026-11-03,10:00,60,mentor_individual,video").unknown == ()
    assert columns[:3] == ["date", "start", "minutes"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, "Choose a file, or paste the cells."),
        ({"text": "date,start\n1,2"}, "These columns are missing"),
    ],
)
def test_what_is_no_table_is_said_at_the_form(intern_client, body, says):
    assert says in intern_client.post(URL, body).content.decode()


def test_a_report_of_many_lines_asks_a_few_things_for_each(intern_client, count_queries):
    lines = [f"2026-10-{day:02},10:00,60,mentor_individual,video,," for day in range(1, 31)]

    with count_queries(at_most=20 + 4 * len(lines)):
        intern_client.post(URL, {"text": "\n".join([HEAD, *lines])})
