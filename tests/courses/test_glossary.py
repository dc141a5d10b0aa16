"""The glossary: every term, by letter, found by its words; and the way back to the lesson."""

from uuid import uuid4

import pytest

from tests.factories.courses import a_body, lessons_in
from training_site.content.models import GlossaryTerm

pytestmark = pytest.mark.django_db
MANY = 84


@pytest.fixture
def terms():
    rows = [
        GlossaryTerm(
            slug=f"term-{n}", term=f"{chr(65 + n % 26)}-term {n}", definition=f"Means {n}."
        )
        for n in range(MANY)
    ]
    return GlossaryTerm.objects.bulk_create(rows)


def test_all_terms_stand_there_by_letter(learner_client, terms, count_queries):
    learner_client.get("/learn/glossary/")

    with count_queries(at_most=7):
        page = learner_client.get("/learn/glossary/").text

    assert f"{MANY} terms" in page
    assert page.count("<dt>") == MANY
    assert page.count('href="#letter-') == page.count('class="glossary"') == 26


def test_terms_are_found_by_their_words_without_javascript(learner_client, terms):
    page = learner_client.get("/learn/glossary/", {"q": "MEANS 83"}).text

    assert page.count("<dt>") == 1
    assert "1 term<" in page
    assert 'value="MEANS 83"' in page


def test_words_that_no_term_holds_say_what_to_do(learner_client, terms):
    page = learner_client.get("/learn/glossary/", {"q": "<script>"}).text

    assert "No term holds these words." in page
    assert "<dt>" not in page
    assert 'value="<script>' not in page


def test_a_term_in_a_lesson_shows_its_frozen_definition_and_leads_there_and_back(
    learner_client, course
):
    GlossaryTerm.objects.create(slug="triad", term="Triad", definition="Three people.")
    lesson = lessons_in(course)[0]
    lesson.body = a_body("Once [[triad]], twice [[triad|the three]].")
    lesson.save_revision().publish()
    GlossaryTerm.objects.update(definition="Otherwise now.")

    page = learner_client.get(f"/learn/lessons/{lesson.lesson_uuid}/").text
    there = f"/learn/glossary/?from={lesson.lesson_uuid}.2"

    assert page.count('role="tooltip"') == 2
    assert "Three people." in page
    assert "Otherwise now." not in page
    assert f'id="t-2" href="{there}#triad"' in page
    back = f'href="/learn/lessons/{lesson.lesson_uuid}/#t-2"'
    assert back in learner_client.get(there).text


@pytest.mark.parametrize("chosen", ["on", "alternative", "nonsense"])
def test_the_way_back_does_not_ask_about_a_content_note_again(learner_client, terms, chosen):
    lesson = uuid4()
    referer = f"http://testserver/learn/lessons/{lesson}/?read={chosen}"

    page = learner_client.get(f"/learn/glossary/?from={lesson}.3", headers={"referer": referer})

    query = "" if chosen == "nonsense" else f"?read={chosen}"
    assert f'href="/learn/lessons/{lesson}/{query}#t-3"' in page.text


@pytest.mark.parametrize("came_from", ["", "x", "//evil.example/.3", "javascript:1.1"])
def test_there_is_no_way_back_to_anywhere_else(learner_client, terms, came_from):
    page = learner_client.get("/learn/glossary/", {"from": came_from}).text

    assert "Back to where you were reading" not in page


def test_everybody_may_look_a_word_up(client, terms):
    page = client.get("/curriculum/glossary/", {"q": "term 3"})

    assert page.status_code == 200
    assert "/learn/" not in page.text
