"""Each kind of item by plain posts, from the page to the mark, and what its page never tells."""

import json
import re
from copy import deepcopy

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import Attempt
from assessments.views.questions import field_name
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.assessments.rules.kinds.strategies import with_another_key
from tests.assessments.views.sheets import saved, untouched
from tests.factories.assessments import an_assessment
from tests.factories.examinations import (
    KINDS,
    an_attempt_at,
    of_every_kind,
    positions,
    the_right_fields,
)
from tests.factories.item_pictures import a_drawn_picture, marker_of

pytestmark = pytest.mark.django_db


def posted(attempt, position=1):
    """The right answer in the names of the page's controls."""
    fields = the_right_fields(attempt, position)
    return {field_name(position, field): values for field, values in fields.items()}


def one(kind, **changes):
    entry = EXAMPLES[kind] | {"outcome": "9.1", "content_note": None} | changes
    blueprint = [{"outcome": "9.1", "draw": 1}]
    assessment = an_assessment([entry], draws=1, pass_marks=1, blueprint=blueprint)
    return an_attempt_at(assessment, now=timezone.now())


@pytest.mark.lesson(5, 9)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_answered_submitted_and_marked_without_scripts(signed_in, at, kind):
    attempt = an_attempt_at(of_every_kind(kind), now=timezone.now())
    client = signed_in(attempt.learner)

    client.post(at(attempt), untouched(attempt) | posted(attempt) | {"submit": "1"})
    again = client.get(at(attempt)).content.decode()
    confirming = client.get(at(attempt, "attempt_submit")).content.decode()
    token = re.search(r'name="token" value="(\w+)"', confirming)[1]
    result = client.post(at(attempt, "attempt_submit"), {"token": token}, follow=True)

    ended = Attempt.objects.get()
    assert "<span data-answered>1</span>" in again
    assert "All 1 questions are answered and saved." in confirming
    assert ended.state == Attempt.State.SUBMITTED
    assert result.status_code == 200
    assert ended.marks == (None if kind == "essay" else ended.max_marks)
    expected = "you hear by mail" if kind == "essay" else "Your answers and the reasons"
    assert expected in result.content.decode()


@pytest.mark.lesson(5)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_looks_the_same_whatever_the_key_is(signed_in, at, kind):
    entry = EXAMPLES[kind]
    other = with_another_rubric(entry) if kind == "essay" else with_another_key(entry)
    one_key, other_key = (
        one(kind, **{name: changed[name] for name in ("options", "body") if name in changed})
        for changed in (entry, other)
    )

    assert shape(signed_in, at, one_key) == shape(signed_in, at, other_key)


def with_another_rubric(entry):
    """The key of an essay: what it is marked by."""
    changed = deepcopy(entry)
    for criterion in changed["body"]["rubric"]:
        criterion |= {"name": f"Other {criterion['name']}", "text": "Something else."}
    return changed


def shape(signed_in, at, attempt):
    """The questions of the page, without what differs between any two attempts."""
    page = signed_in(attempt.learner).get(at(attempt)).content.decode()
    form = page.split("data-question=")[1].split("attempt-bar")[0]
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "id", form)


@pytest.mark.lesson(5)
@pytest.mark.parametrize("kind", KINDS)
def test_the_key_is_in_no_answer_of_the_server_while_the_attempt_goes_on(signed_in, at, kind):
    attempt = one(kind, feedback="This is the overall feedback.")
    version = attempt.items.get().item_version
    shown_anyway = json.dumps(
        version.behaviour.shown(
            version.wording, attempt.items.get().layout, version.behaviour.blank()
        )
    )
    texts = [text for text in version.behaviour.texts(version.wording) if len(text) > 3]
    secrets = [text for text in texts if json.dumps(text)[1:-1] not in shown_anyway]
    secrets = [text for text in secrets if text not in version.stem] + [version.feedback]
    client = signed_in(attempt.learner)
    address = at(attempt, "attempt_answer", 1)

    answers = [client.get(at(attempt)), client.get(at(attempt, "attempt_submit"))]
    answers.append(client.get(reverse("assessment", args=[attempt.assessment.public_id])))
    for fields in (the_right_fields(attempt, 1), {"nothing": ["x"]}, {"": ["x", "y"]}):
        for sequence in (0, 0, 7):
            body = {"fields": fields, "sequence": sequence}
            answers.append(client.post(address, body, content_type="application/json"))
    answers.append(client.post(at(attempt), untouched(attempt) | {"check": "1"}, follow=True))
    answers.append(client.post(at(attempt, "attempt_submit"), {"token": "stale"}))

    if kind not in ("true_false", "numeric", "matching", "ordering", "gaps"):
        assert len(secrets) > 1
    told = [
        (secret, answer.request["PATH_INFO"])
        for answer in answers
        for secret in secrets
        if secret in answer.content.decode()
    ]
    assert told == []


def test_a_number_that_cannot_be_read_is_kept_and_remarked_upon(signed_in, at):
    attempt = one("numeric")
    client = signed_in(attempt.learner)

    client.post(at(attempt), untouched(attempt) | {"answer-1": "about nine"})
    page = client.get(at(attempt)).content.decode()

    assert saved(attempt)[1] == {"value": "about nine"}
    assert 'value="about nine"' in page
    assert "about nine" in page.split("data-remark")[1].split("</p>")[0]


def test_a_text_that_is_too_long_is_refused_and_not_lost(signed_in, at):
    attempt = one("essay")
    text = "word " * 10_001

    answer = signed_in(attempt.learner).post(at(attempt), untouched(attempt) | {"answer-1": text})

    assert answer.status_code == 409
    assert "Nothing was shortened" in answer.content.decode()
    assert text.strip() in answer.content.decode()


def test_a_case_is_told_once_and_its_questions_are_numbered(signed_in, at):
    attempt = one("scenario")
    page = signed_in(attempt.learner).get(at(attempt)).content.decode()

    assert page.count("by chance in a shop") == 1
    for name in ('name="answer-1-colleague"', 'name="answer-1-minutes"', 'name="answer-1-next.'):
        assert name in page
    assert [f">1.{n}<" in page for n in (1, 2, 3)] == [True] * 3


def test_pictures_stand_in_the_words_and_nothing_else_does(signed_in, at):
    picture = a_drawn_picture()
    stem = f"One <b>bold</b>\n\nTwo {marker_of(picture, 'three chairs')}"
    attempt = one("single", stem=stem)

    page = signed_in(attempt.learner).get(at(attempt)).content.decode()

    address = reverse("attempt_picture", args=[picture.digest])
    assert "<p>One &lt;b&gt;bold&lt;/b&gt;</p>" in page
    assert f'<img class="item-picture" src="{address}" alt="three chairs">' in page


def test_a_picture_is_given_to_whoever_was_asked_and_to_nobody_else(signed_in, at):
    picture, other = a_drawn_picture(), a_drawn_picture()
    attempt = one("single", stem=f"What is it? {marker_of(picture)}")
    client = signed_in(attempt.learner)

    given = client.get(reverse("attempt_picture", args=[picture.digest]))

    assert given.content == bytes(picture.content)
    assert given["Content-Type"] == "image/png"
    assert given["X-Content-Type-Options"] == "nosniff"
    assert given["Content-Security-Policy"].startswith("default-src 'none'")
    assert given["Cache-Control"].startswith("private")
    assert client.get(reverse("attempt_picture", args=[other.digest])).status_code == 404


def test_positions_name_every_kind():
    attempt = an_attempt_at(of_every_kind(), now=timezone.now())

    assert sorted(positions(attempt).values()) == list(range(1, 11))
