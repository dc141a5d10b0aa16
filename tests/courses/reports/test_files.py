"""Reports as files: inert in a spreadsheet, recorded; and nothing of another programme anywhere."""

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from courses.authoring.actions.teams import give_team, join
from tests.courses.reports.world import a_cohort_that_did
from tests.factories.accounts import a_person
from tests.factories.authoring import an_instructor, under_review
from tests.factories.checks import a_lesson_with_a_check, answered_by, readers_of
from tests.factories.courses import a_course
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent, AuditText
from training_site.content.rules.inert import inert
from training_site.content.sheets import Sheet, as_file

REPORTS = ("missed_checks_report", "progress_report", "citations_report", "clinical_review_report")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FORMULA = "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("\rwords", "'\rwords"),
        ("\u00a0=1", "'\u00a0=1"),
        ("words = more", "words = more"),
        ("", ""),
        (-3, -3),  # a number is no text
        (None, None),
    ],
)
def test_a_text_that_begins_a_formula_gets_an_apostrophe(value, said):
    assert inert(value) == said


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_of_a_file_is_a_formula(kind):
    sheet = Sheet("report", ["Title", FORMULA], [[FORMULA, 7], ["@x", None]])

    content = as_file(sheet, kind).content

    if kind == "csv":
        cells = [cell for line in read_csv(content) for cell in line]
        assert not any(cell.startswith(("=", "@")) for cell in cells)
        assert "7" in cells
    else:
        page = load_workbook(BytesIO(content)).active
        assert {cell.data_type for line in page.iter_rows() for cell in line} <= {"s", "n"}
        assert page["A2"].value == f"'{FORMULA}"
        assert page["B2"].value == 7


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("name", REPORTS)
def test_each_download_is_recorded(instructor, course, lesson, name, kind):
    before = AuditEvent.objects.count()

    answer = instructor.get(f"{reverse(name)}?format={kind}&course={course.code}")

    assert answer["Content-Disposition"].endswith(f'.{kind}"')
    event = AuditEvent.objects.get(verb="courses.report.exported")
    assert AuditEvent.objects.count() == before + 1
    assert event.actor_id is not None
    values = AuditText.objects.get(event=event).values
    assert (values["format"], values["course"]) == (kind, course.code)


@pytest.mark.django_db
@pytest.mark.parametrize("name", REPORTS)
def test_looking_is_not_recorded(instructor, course, lesson, name):
    before = AuditEvent.objects.count()

    assert instructor.get(reverse(name) + "?format=pdf").status_code == 200
    assert AuditEvent.objects.count() == before


@pytest.fixture
def elsewhere():
    """Another programme, in which there is something for every report."""
    course = a_course(lessons=0, title="Canary course", free_order=True)
    programme = under_review(course)
    give_team(programme, by=None, now=NOW)
    lesson = a_lesson_with_a_check(
        course, title="Canary lesson", for_clinical_review="Canary words."
    )
    answered_by(readers_of(lesson, course, 5), lesson, 1)
    a_cohort_that_did(course, [1] * 5, "Canary cohort")
    return course


@pytest.fixture
def stranger(client, sign_in, elsewhere, course):
    """An instructor of this programme alone."""
    programme = course.get_parent().specific
    give_team(programme, by=None, now=NOW)
    person = an_instructor("Ben Here")
    join(person, programme, by=None, now=NOW)
    return sign_in(client, person)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?format=csv"])
@pytest.mark.parametrize("name", REPORTS)
def test_another_programme_is_not_there(stranger, elsewhere, name, query):
    assert "Canary" not in stranger.get(reverse(name) + query).text


@pytest.mark.django_db
@pytest.mark.parametrize("name", REPORTS)
def test_asking_for_it_by_its_code_finds_nothing(stranger, elsewhere, name):
    programme = elsewhere.get_parent().specific
    for query in (f"?programme={programme.code}", f"?course={elsewhere.code}", "?course=nothing"):
        assert stranger.get(reverse(name) + query).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("name", REPORTS)
def test_it_is_there_for_the_office(client, sign_in, stranger, elsewhere, name):
    sign_in(client, a_person(Role.ADMINISTRATOR))
    programme = elsewhere.get_parent().specific

    assert "Canary" in client.get(f"{reverse(name)}?programme={programme.code}").text


@pytest.mark.django_db
def test_the_first_page_shows_nothing_of_another_programme(stranger):
    assert "Canary" not in stranger.get(reverse("wagtailadmin_home")).text


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.REVIEWER])
def test_reports_stand_in_the_menu_of_whoever_may_see_them(client, sign_in, role):
    sign_in(client, a_person(role))

    assert reverse("progress_report") not in client.get(reverse("wagtailadmin_home")).text
    assert client.get(reverse("progress_report")).status_code != 200
