"""The log of practice: what is in it, the same in every form, and who may take it."""

import csv
from datetime import date, datetime, time
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from certification.practice import actions
from certification.scheme.documents.log_pdf import log_pdf
from certification.scheme.log import log_of
from tests.factories.accounts import a_registrar, a_trainee
from tests.factories.certification import (
    a_claim,
    a_signed_entry,
    a_submitted_entry,
    an_agreement,
    an_entry,
    the_scheme,
)
from training_site.audit.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


@pytest.fixture
def some_hours(agreement, now):
    """One signed, one waiting, one draft, and one of the month before."""
    a_signed_entry(agreement, now=now)
    a_submitted_entry(agreement, now=now, start=time(14, 0), minutes=45)
    an_entry(agreement, now=now, start=time(18, 0))
    a_submitted_entry(agreement, now=now, date=date(2026, 10, 5), minutes=30)
    return agreement.intern


def test_a_log_holds_what_was_handed_in_and_its_sums(some_hours, now):
    log = log_of(some_hours, now)

    assert [line.entry.minutes for line in log.lines] == [30, 90, 45]
    assert [line.counts for line in log.lines] == [0, 90, 0]
    [total] = log.totals
    assert (total.logged, total.signed, total.counts) == (165, 90, 90)
    assert log.minutes == sum(total.logged for total in log.totals)


@pytest.mark.lesson(60)
def test_a_correction_that_waits_is_listed_and_not_added_up(agreement, now):
    signed = a_signed_entry(agreement, now=now)
    correction = actions.correct_entry(signed, a_claim(minutes=60), by=agreement.intern, now=now)
    actions.submit(correction, by=agreement.intern, now=now)

    log = log_of(agreement.intern, now)

    assert [line.entry.minutes for line in log.lines] == [90, 60]
    [total] = log.totals
    assert (log.minutes, total.logged, total.signed) == (90, 90, 90)


def test_a_log_can_be_of_some_months(some_hours, now):
    october = log_of(some_hours, now, first=date(2026, 10, 1), last=date(2026, 10, 1))

    assert [line.entry.minutes for line in october.lines] == [30]
    assert october.signoffs == []


def test_the_pdf_is_tagged_and_the_same_for_the_same_log(some_hours, now):
    log = log_of(some_hours, now)

    pdf = log_pdf(log, "An association")

    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf
    assert pdf == log_pdf(log, "An association")


def test_an_empty_log_is_a_document_too(agreement, now):
    assert log_pdf(log_of(agreement.intern, now), "An association").startswith(b"%PDF")


def test_an_intern_takes_the_same_lines_in_each_form(client, sign_in, some_hours):
    sign_in(client, some_hours)

    as_csv = client.get("/practice/log/", {"kind": "csv"})
    as_xlsx = client.get("/practice/log/", {"kind": "xlsx"})

    rows = list(csv.reader(StringIO(as_csv.content.decode("utf-8-sig"))))
    book = load_workbook(BytesIO(as_xlsx.content)).active
    cells = [["" if cell is None else str(cell) for cell in row] for row in book.values]
    assert rows == cells
    assert [row[5] for row in rows[1:]] == ["30", "90", "45"]
    assert as_csv["Cache-Control"] == "private, no-store"


def test_a_name_that_looks_like_a_formula_stays_a_name(client, sign_in, now):
    agreement = an_agreement()
    agreement.mentor.name = "=HYPERLINK(1)"
    agreement.mentor.save()
    a_submitted_entry(agreement, now=now)
    sign_in(client, agreement.intern)

    content = client.get("/practice/log/", {"kind": "csv"}).content.decode("utf-8-sig")

    assert "'=HYPERLINK(1)" in content


def test_months_in_the_wrong_order_are_said_at_the_field(client, sign_in, some_hours):
    sign_in(client, some_hours)

    page = client.get("/practice/log/", {"kind": "pdf", "first": "2026-11", "last": "2026-10"})

    assert "The last month lies before the first." in page.content.decode()


def test_staff_take_a_log_and_its_subject_can_see_that(client, sign_in, some_hours):
    registrar = a_registrar()
    sign_in(client, registrar)

    answer = client.get(f"/admin/practice/internships/{some_hours.public_id}/log/?kind=csv")

    assert answer.status_code == 200
    taken = AuditEvent.objects.get(verb="certification.log.taken")
    assert str(some_hours.public_id) in str(taken.__dict__)


def test_nobody_else_takes_it(client, sign_in, some_hours, agreement):
    sign_in(client, agreement.mentor)

    answer = client.get(f"/admin/practice/internships/{some_hours.public_id}/log/?kind=csv")

    assert answer.status_code in (302, 403, 404)
    assert not AuditEvent.objects.filter(verb="certification.log.taken").exists()


def test_somebody_without_practice_has_no_log(client, sign_in):
    sign_in(client, a_trainee())

    assert client.get("/practice/log/").status_code in (403, 404)


def test_the_page_asks_little_of_the_database(client, sign_in, some_hours, count_queries):
    sign_in(client, some_hours)

    with count_queries(at_most=10):
        client.get("/practice/log/")


def test_the_log_asks_no_more_for_more_lines(agreement, now, count_queries):
    def asked() -> int:
        log_of(agreement.intern, now)
        with count_queries(at_most=30) as counted:
            log_of(agreement.intern, now)
        return len(counted)

    a_signed_entry(agreement, now=now)
    few = asked()
    for hour in range(12, 18):
        a_submitted_entry(agreement, now=now, start=time(hour, 0), minutes=30)

    assert asked() == few


def test_a_claim_is_not_in_the_log_before_it_is_handed_in(agreement, now: datetime):
    entry = an_entry(agreement, now=now)

    assert a_claim().minutes == entry.minutes
    assert log_of(agreement.intern, now).lines == []
