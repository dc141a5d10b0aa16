"""The public catalogue: courses with their lessons and outcomes, and what it asks of the database."""

import re

import pytest
from wagtail.models import Site

from tests.factories.assessments import an_assessment
from tests.factories.courses import a_course, a_programme, lessons_in
from training_site.content.association import association

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    association()
    return a_programme(slug="curriculum")


def test_it_lists_courses_with_number_lessons_and_time(client, programme):
    a_course(programme, lessons=3, number=1, title="First", assessment=an_assessment())
    a_course(programme, lessons=1, number=2, title="Second")
    a_course(programme, lessons=0, number=3, title="Third")
    a_course(programme, lessons=2, number=4, title="Closed", public=False)

    page = " ".join(client.get("/curriculum/").text.split())

    assert page.index("First") < page.index("Second") < page.index("Third")
    assert "3 lessons, 1 h, an assessment at the end." in page
    assert "1 lesson, 20 min." in page
    assert "No lessons yet." in page
    assert "Closed" not in page
    assert "3 courses, 4 lessons, 1 h 20 min of reading and exercises." in page
    assert 'href="/curriculum/glossary/"' in page


def test_its_addresses_and_tab_titles_stay_neutral(client, programme):
    course = a_course(programme, lessons=1, number=2, slug="course-2", title="A telling title")

    assert "<title>Curriculum" in " ".join(client.get("/curriculum/").text.split())
    page = client.get("/curriculum/course-2/")
    assert re.search(r"<title>\s*Course 2", page.text)
    assert lessons_in(course)[0].outcome.text in page.text


def test_nine_courses_ask_as_much_as_one(client, programme, count_queries):
    a_course(programme, lessons=6)
    Site.clear_site_root_paths_cache()
    client.get("/curriculum/")
    with count_queries() as for_one:
        client.get("/curriculum/")
    for _ in range(8):
        a_course(programme, lessons=6, assessment=an_assessment())

    with count_queries(exactly=len(for_one)):
        client.get("/curriculum/")
