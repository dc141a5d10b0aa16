"""What a learner finds, and what stays out of sight, on both engines."""

from datetime import date

import pytest
from django.core.management import call_command
from wagtail.search.models import IndexEntry

from courses.models import LessonPage, LessonVersion
from courses.search.finding import LESSONS
from tests.factories.accounts import a_person
from tests.factories.courses import a_body, a_course, a_lesson, an_enrolment, do, lessons_in
from training_site.accounts.roles import Role
from training_site.content.models import PolicyVersion

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def results(client, words: str):
    return client.post("/learn/search/", {"words": words}, follow=True)


def test_a_word_is_found_and_marked(learner_client, course):
    page = results(learner_client, "touch")

    assert "<mark>Touch</mark> is <mark>" not in page.text
    assert "<mark>Touch</mark> is naïve today." in page.text
    assert "1.1 The open one" in page.text
    lesson = lessons_in(course)[0]
    assert f"/learn/lessons/{lesson.lesson_uuid}/#b-{lesson.body[0].id}" in page.text


@pytest.mark.parametrize("words", ["to", "TOUCH", "naive", "NAÏVE", "toda naive", "1.1 touch"])
def test_beginnings_capitals_and_accents(learner_client, words):
    assert "The open one" in results(learner_client, words).text


@pytest.mark.parametrize("words", ["ouch", "touch nowhere", "short touching"])
def test_every_word_must_be_there_from_its_beginning(learner_client, words):
    assert "Nothing has all of these words" in results(learner_client, words).text


@pytest.mark.parametrize("words", ["touch OR x", 'touch" *', "naive' & !touch:*", "%touch_ \\"])
def test_signs_of_the_engines_mean_nothing(learner_client, words):
    assert results(learner_client, words).status_code == 200


@pytest.mark.parametrize(
    "words",
    ["touch", "canary", "canarytitle", "canarytext", "canarychange", "canaryback", "shut"],
)
def test_what_is_not_open_leaves_no_trace(learner_client, elsewhere, draft, words):
    page = results(learner_client, words)

    shown = page.text.lower().replace(f'value="{words}"', "")
    assert "canary" not in shown
    assert "shut" not in shown
    assert "1 lesson," in shown or "nothing has all of these words" in shown


def test_a_lesson_is_found_once_it_opens(learner_client, enrolment, course):
    assert "Nothing has all of these words" in results(learner_client, "canarytext").text

    do(enrolment, lessons_in(course)[0], course)

    assert "<mark>canarytext</mark>" in results(learner_client, "canarytext").text


def test_nobody_who_is_not_enrolled_finds_a_lesson(client, sign_in, course):
    sign_in(client, a_person(Role.TRAINEE), second_factor=False)

    page = results(client, "touch")

    assert "The open one" not in page.text
    assert "Nothing has all of these words" in page.text


def test_after_an_enrolment_ended_its_lessons_are_not_found(learner_client, enrolment, now):
    enrolment.ended_at = now
    enrolment.save()

    assert "The open one" not in results(learner_client, "touch").text


def test_the_text_that_is_taught_now_is_found(learner_client, course):
    lesson = lessons_in(course)[0]
    lesson.body = a_body("Other words altogether.")
    lesson.save_revision().publish()

    assert "Nothing has all" in results(learner_client, "naive").text
    assert "<mark>altogether</mark>" in results(learner_client, "altogether").text


def test_courses_and_terms_are_found_as_well(learner_client, term):
    page = results(learner_client, "seagull")
    assert "Ground rules" in page.text
    assert "<mark>seagull</mark>" in page.text

    page = results(learner_client, "hands")
    assert "/learn/glossary/#touch" in page.text
    assert "What &lt;i&gt;<mark>hands</mark>&lt;/i&gt; do." in page.text


def test_lessons_stand_under_their_courses(learner_client, enrolment, second):
    page = results(learner_client, "touch")

    assert page.text.index("Ground rules") < page.text.index("The open one")
    assert page.text.index("The open one") < page.text.index("Hands")
    assert page.text.index("Hands") < page.text.index("Another")


def test_a_lesson_with_a_content_note_quotes_no_more_than_the_note(
    learner_client, enrolment, course, second
):
    lesson = lessons_in(second)[0]
    lesson.content_note, lesson.alternative = "An account of harm.", "Read the summary."
    lesson.save_revision().publish()

    page = results(learner_client, "touching")
    assert "An account of harm." in page.text
    assert "On <mark>" not in page.text

    do(enrolment, lesson, second)
    assert "On <mark>touching</mark>." in results(learner_client, "touching").text


def test_the_address_keeps_the_words_to_itself(learner_client):
    answer = learner_client.post("/learn/search/", {"words": "touch"})

    assert answer.status_code == 302
    assert "touch" not in answer["Location"].lower()
    page = learner_client.get(answer["Location"])
    assert 'value="touch"' in page.text
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] in {"same-origin", "no-referrer"}


def test_anothers_address_opens_nothing(learner_client, client, sign_in, course):
    address = learner_client.post("/learn/search/", {"words": "touch"})["Location"]
    sign_in(client, an_enrolment(course).learner, second_factor=False)

    page = client.get(address)

    assert "can't be opened again" in page.text or "can&#x27;t be opened again" in page.text
    assert "The open one" not in page.text
    assert 'value="touch"' not in page.text


@pytest.mark.parametrize("words", ["", " ", "a", "!?", "a b"])
def test_what_is_too_short_says_so_and_stays(learner_client, words):
    page = learner_client.post("/learn/search/", {"words": words})

    assert page.status_code == 422
    assert "Type a word of at least 2 letters." in page.text


def test_a_long_one_is_cut(learner_client):
    assert results(learner_client, "touch " * 400).status_code == 200


def test_before_anything_is_typed_it_says_how(learner_client):
    assert "Two letters are enough" in learner_client.get("/learn/search/").text


def test_more_than_a_page_says_so(learner_client, course):
    course.free_order = True
    course.save_revision().publish()
    module = LessonPage.objects.first().get_parent()
    for number in range(LESSONS + 2):
        a_lesson(module, number=f"1.{number + 10}", title=f"Many {number}")

    page = results(learner_client, "many")

    assert page.text.count("<mark>Many</mark>") == LESSONS
    assert f"These are the first {LESSONS} lessons." in page.text


def test_finding_more_asks_no_more(learner_client, course, second, term, count_queries):
    results(learner_client, "touch")  # kinds of content are asked for once a process
    address = learner_client.post("/learn/search/", {"words": "nothing of it"})["Location"]
    with count_queries() as none:
        learner_client.get(address)
    address = learner_client.post("/learn/search/", {"words": "touch"})["Location"]
    with count_queries(exactly=len(none)):
        learner_client.get(address)
    assert len(none) <= 19


def test_the_index_holds_what_is_taught_and_nothing_private(learner_client, course):
    lesson = lessons_in(course)[0]
    prompt = next(block.id for block in lesson.body if block.block_type == "reflection")
    learner_client.post(
        f"/learn/lessons/{lesson.lesson_uuid}/reflections/{prompt}/", {"text": "Canarysong"}
    )
    call_command("update_index", verbosity=0)

    entries = IndexEntry.objects.all()
    kept = {entry.content_type.model for entry in entries.select_related("content_type")}
    assert "lessonversion" in kept
    assert not kept & {"reflectionentry", "note", "journalshare", "hoursentry", "user"}
    assert not any("canarysong" in str(vars(entry)).lower() for entry in entries)
    assert "The open one" in results(learner_client, "touch").text
    assert LessonVersion.objects.current().count() == 2


def test_two_courses_of_one_address_are_told_apart(learner_client, course):
    a_course(lessons=1, slug=course.slug)

    assert results(learner_client, "touch").status_code == 200


def test_what_waits_for_a_signature_is_not_quoted(learner_client, enrolment, course):
    done, shut = lessons_in(course)
    do(enrolment, done, course)
    PolicyVersion.objects.create(
        policy="confidentiality-contract",
        number="1",
        title="Contract",
        body="<p>Text.</p>",
        effective_from=date(2026, 1, 1),
    )

    page = results(learner_client, "touch")

    assert "The open one" in page.text
    assert shut.title not in page.text
