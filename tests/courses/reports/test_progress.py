"""The heat map: figures of fives, held back below, the same for whoever looks twice in a week."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from courses.models import Enrolment
from courses.reports.progress import MODULES, heat_map
from courses.reports.rules.groups import HELD_BACK, NotYet, Share
from tests.courses.reports.world import a_cohort_that_did, enrol_who_did
from tests.factories.authoring import under_review
from tests.factories.cohorts import a_cohort_of, a_course_of_two_modules, programme_of
from tests.factories.courses import a_course

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)  # a Wednesday
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def ordered():
    course = a_course(lessons=3)
    under_review(course)
    return course


def cells(course, **options) -> list[list]:
    chart = heat_map(programme_of(course), now=NOW, **options)
    return [row.cells for part in chart.parts for row in part.rows]


@pytest.mark.both_stacks
def test_a_column_is_a_cohort_and_a_figure_what_it_did(ordered):
    a_cohort_that_did(ordered, [3, 3, 3, 3, 3, 2, 1, 1, 1, 0])

    assert cells(ordered) == [[Share(9, 10)], [Share(6, 10)], [Share(5, 10)]]


def test_a_lesson_that_fewer_than_five_have_got_to_has_no_figure(ordered):
    a_cohort_that_did(ordered, [2, 2, 2, 1, 0, 0, 0, 0, 0, 0])

    assert cells(ordered) == [[Share(4, 10)], [HELD_BACK], [HELD_BACK]]
    assert cells(ordered, rows=MODULES) == [[HELD_BACK]]


def test_in_free_order_every_lesson_is_open_to_all(course):
    a_cohort_that_did(course, [1, 0, 0, 0, 0])

    assert cells(course) == [[Share(1, 5)]]


def test_a_module_is_its_lessons_together(ordered):
    a_cohort_that_did(ordered, [3, 3, 3, 3, 3])

    assert cells(ordered, rows=MODULES) == [[Share(15, 15)]]


def test_a_small_cohort_has_no_figure_and_changes_no_other_column(ordered):
    a_cohort_that_did(ordered, [3, 3, 3, 3, 3], "A")
    alone = cells(ordered)
    a_cohort_that_did(ordered, [3, 0, 0, 0], "B")
    enrol_who_did(ordered, None, [3, 3])

    assert [row[0] for row in cells(ordered)] == [row[0] for row in alone]
    assert {cell for row in cells(ordered) for cell in row[1:]} == {HELD_BACK}


def test_whoever_comes_is_counted_with_the_next_five(ordered):
    cohort = a_cohort_that_did(ordered, [3, 3, 3, 3, 0])
    before = cells(ordered)

    enrol_who_did(ordered, cohort, [0, 0, 0, 0], at=datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    assert cells(ordered) == before
    enrol_who_did(ordered, cohort, [0], at=datetime(2026, 11, 3, 9, 0, tzinfo=UTC))
    assert cells(ordered)[0] == [Share(4, 10)]


def test_whoever_leaves_is_not_subtracted(ordered):
    a_cohort_that_did(ordered, [3, 3, 3, 3, 0])
    before = cells(ordered)

    Enrolment.objects.filter(progress__done_at=None).update(ended_at=SUNDAY)

    assert cells(ordered) == before


def test_figures_stand_still_from_monday_to_sunday(ordered):
    """A cohort that enrolled and studied on Monday is counted from the next Monday on."""
    monday = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    a_cohort_that_did(ordered, [3, 3, 3, 3, 3], at=monday)

    this_week = heat_map(programme_of(ordered), now=NOW)
    next_week = heat_map(programme_of(ordered), now=NOW + timedelta(days=5))

    assert (this_week.until, this_week.groups[0].size) == (date(2026, 11, 22), 0)
    assert (next_week.until, next_week.groups[0].size) == (date(2026, 11, 29), 5)


def test_what_the_schedule_has_not_opened_says_when(course):
    course = a_course_of_two_modules()
    cohort = a_cohort_of(course, days=(0, 14))
    enrol_who_did(course, cohort, [1, 1, 1, 0, 0])

    assert cells(course) == [[Share(3, 5)], [NotYet(date(2026, 11, 30))]]


def test_many_cohorts_stand_on_pages(ordered):
    for number in range(9):
        a_cohort_that_did(ordered, [0], f"Cohort {number}")

    first, second = (heat_map(programme_of(ordered), page=page, now=NOW) for page in (1, 9))

    assert (len(first.groups), len(second.groups)) == (8, 1)
    assert (second.page, second.pages) == (2, 2)


@pytest.mark.both_stacks
def test_however_many_learners_the_questions_stay_few(ordered, instructor, count_queries):
    for number in range(3):
        a_cohort_that_did(ordered, [number] * 100, f"Cohort {number}")

    with count_queries(at_most=12):
        heat_map(programme_of(ordered), now=NOW)


def test_nobody_is_named_on_the_page_or_in_its_files(ordered, instructor):
    a_cohort_that_did(ordered, [3, 3, 3, 3, 3, 1])
    address = reverse("progress_report")

    page = instructor.get(address)
    files = [instructor.get(f"{address}?format={kind}").content for kind in ("csv", "xlsx")]

    assert "5 counted" in page.text
    assert "Zora Canary" not in page.text
    assert not any(b"Zora" in content for content in files)


def test_a_cell_held_back_says_so_in_words(ordered, instructor):
    a_cohort_that_did(ordered, [3, 3, 3, 3])
    address = reverse("progress_report")

    page = instructor.get(address)

    assert '<span class="w-sr-only">fewer than five</span>' in page.text
    assert "heat--5" not in page.text.split("</ul>")[-1]
    assert "fewer than five" in instructor.get(f"{address}?format=csv").text


def test_colours_stand_in_classes_beside_figures(ordered, instructor):
    a_cohort_that_did(ordered, [3, 3, 3, 0, 0])

    page = instructor.get(reverse("progress_report")).text

    assert '<td class="heat heat--3">60<span class="w-sr-only"> %</span></td>' in page
    assert "style=" not in page.split('class="report-heat"')[1].split("</table>")[0]
