"""Outcomes in the admin: by course, with the lessons that teach them and the items that test them."""

import pytest
from django.urls import reverse

from courses.authoring.actions.teams import give_team
from courses.models import ProgrammePage
from tests.factories.assessments import an_assessment
from tests.factories.authoring import READ_AT, an_instructor
from tests.factories.courses import a_course, lessons_in
from training_site.content.models import LearningOutcome

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_content_learningoutcome:list"


@pytest.fixture
def editor(client, sign_in):
    return sign_in(client, an_instructor())


def test_the_list_says_where_an_outcome_is_taught_and_how_it_is_tested(editor, course):
    an_assessment()
    tested = LearningOutcome.objects.get(code="9.1")
    lesson = lessons_in(course)[0]
    type(lesson).objects.filter(pk=lesson.pk).update(outcome=tested)

    rows = {one.code: one for one in editor.get(reverse(LIST)).context["object_list"]}

    assert rows["9.1"].lesson_numbers == lesson.number
    assert rows["9.1"].live_items == 9
    assert rows["9.2"].lesson_numbers == "–"


def test_it_asks_the_database_as_often_for_many_as_for_one(editor, course, count_queries):
    editor.get(reverse(LIST))
    with count_queries() as few:
        editor.get(reverse(LIST))
    a_course(lessons=6, programme=ProgrammePage.objects.get())
    with count_queries() as many:
        editor.get(reverse(LIST))

    assert len(many) == len(few)


def test_it_can_be_narrowed_to_a_course(editor, course):
    LearningOutcome.objects.create(code="1.1", course_code="ethics", text="Decide.")

    found = editor.get(reverse(LIST), {"course_code": "ethics"}).context["object_list"]

    assert [one.code for one in found] == ["1.1"]


def test_an_instructor_words_an_outcome_anew(editor, course):
    outcome = LearningOutcome.objects.first()
    address = reverse("wagtailsnippets_content_learningoutcome:edit", args=[outcome.pk])
    form = {"code": outcome.code, "course_code": outcome.course_code, "text": "Decide otherwise."}

    editor.post(address, form)

    outcome.refresh_from_db()
    assert outcome.text == "Decide otherwise."


def test_those_of_another_programme_are_not_listed(client, sign_in, course):
    LearningOutcome.objects.update(course_code=course.code)
    elsewhere = a_course(lessons=0)
    give_team(ProgrammePage.objects.get(path=course.programme_path), by=None, now=READ_AT)
    stranger = an_instructor()
    sign_in(client, stranger)

    assert not client.get(reverse(LIST)).context["object_list"]
    assert elsewhere.code != course.code
