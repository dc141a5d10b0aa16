"""What a learner sees of the counting: the explanation opens, with a script and without."""

import pytest
from django.urls import reverse

from courses.models import CheckTally
from tests.factories.checks import STEM, a_lesson_with_a_check, check_of, readers_of
from tests.factories.courses import an_enrolment, version_of

pytestmark = pytest.mark.django_db
PROMISE = "counted without your name, to see where a lesson fails its readers"


@pytest.fixture
def reader(client, sign_in, course, lesson):
    [enrolment] = readers_of(lesson, course, 1)
    return sign_in(client, enrolment.learner, second_factor=False)


@pytest.fixture
def address(lesson):
    return reverse("answer_check", args=[lesson.lesson_uuid, check_of(lesson)])


def counted() -> list[int]:
    return list(CheckTally.objects.order_by("option").values_list("answers", flat=True))


def test_the_page_says_what_is_counted_and_opens_nothing(reader, lesson, address):
    page = reader.get(reverse("lesson", args=[lesson.lesson_uuid]))

    assert PROMISE in page.text
    assert f'action="{address}#b-{check_of(lesson)}"' in page.text
    assert 'aria-expanded="true"' not in page.text
    assert counted() == []


def test_without_a_script_the_same_page_comes_with_the_explanation_open(reader, lesson, address):
    page = reader.post(address, {"option": "2", "version": "1"})

    assert page.status_code == 200
    assert STEM in page.text
    assert page.text.count('aria-expanded="true"') == 1
    [_before, after] = page.text.split('value="2" aria-expanded="true"')
    assert after.split('<div class="choice__body"')[1].startswith(">")  # not hidden
    assert page.text.count('<div class="choice__body" hidden>') == 2
    assert counted() == [0, 1, 0]


def test_a_script_gets_a_word_and_no_page(reader, address):
    answer = reader.post(address, {"option": "1"}, headers={"accept": "application/json"})
    again = reader.post(address, {"option": "3"}, headers={"accept": "application/json"})

    assert (answer.json(), again.json()) == ({"counted": True}, {"counted": False})
    assert counted() == [1, 0, 0]


def test_coming_back_to_the_address_leads_to_the_place_in_the_lesson(reader, lesson, address):
    answer = reader.get(address)

    assert answer.url == f"{reverse('lesson', args=[lesson.lesson_uuid])}#b-{check_of(lesson)}"
    assert counted() == []


@pytest.mark.parametrize("option", ["", "0", "4", "nine", "99999999999", "²"])
def test_what_is_no_answer_counts_nothing(reader, address, option):
    assert reader.post(address, {"option": option}).status_code == 200
    assert counted() == []


def test_a_lesson_that_was_not_opened_is_not_counted(client, sign_in, course, lesson, address):
    sign_in(client, an_enrolment(course).learner, second_factor=False)

    assert client.post(address, {"option": "1"}).status_code == 302
    assert counted() == []


def test_another_lessons_check_is_not_there(reader, course, lesson):
    other = a_lesson_with_a_check(course, number="9.8")
    address = reverse("answer_check", args=[lesson.lesson_uuid, check_of(other)])

    assert reader.post(address, {"option": "1"}).status_code == 404


def test_an_older_version_is_explained_and_not_counted(reader, lesson, address):
    lesson.title = "Said otherwise"
    lesson.save_revision().publish()

    page = reader.post(address, {"option": "2", "version": "1"})

    assert page.status_code == 200
    assert version_of(lesson).number == 2
    assert counted() == []


def test_an_author_reads_it_without_a_form(instructor, lesson):
    page = instructor.get(lesson.url)

    assert STEM in page.text
    assert "data-check" not in page.text
    assert PROMISE not in page.text


def test_counting_costs_a_reader_little(reader, address, count_queries):
    with count_queries(at_most=20):
        reader.post(address, {"option": "1"}, headers={"accept": "application/json"})
