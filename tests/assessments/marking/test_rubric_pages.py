"""The pages of a rubric: its versions, a new one looked at before it is written."""

import pytest
from django.urls import reverse

from assessments.models import Attempt, Item, Marking
from tests.assessments.marking.test_pages import text_of
from tests.factories.assessments import an_assessment
from tests.factories.marking import (
    MIDDLE,
    a_marker,
    a_marking,
    a_written_answer,
    a_written_assessment,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    a_written_assessment()
    return Item.objects.get(ref="essay-0")


@pytest.fixture
def client(desk_of):
    return desk_of()


def new(item):
    return reverse("rubric_edit", args=[item.public_id])


def posted(client, item, act="preview", **changes):
    """The form as the page offers it, with these changes."""
    forms = client.get(new(item)).context["forms"]
    sheet = {"form-TOTAL_FORMS": len(forms.forms), "form-INITIAL_FORMS": forms.initial_form_count()}
    for form in forms:
        for name in form.fields:
            sheet[form.add_prefix(name)] = form.get_initial_for_field(form.fields[name], name) or ""
            if form.get_initial_for_field(form.fields[name], name) == 0:
                sheet[form.add_prefix(name)] = "0"
    sheet |= {name.replace("_", "-"): value for name, value in changes.items()}
    return client.post(new(item), sheet | {"act": act})


CHEAPER = {"form_0_marks_1": "1"}


def test_the_versions_are_shown_with_their_levels(client, item):
    page = client.get(reverse("rubric", args=[item.public_id]))

    assert "Version 1" in text_of(page)
    assert "Weighs it for the client and for the work." in text_of(page)


def test_a_change_is_looked_at_before_it_is_written(client, item, now):
    a_marking(a_written_answer(assessment_of(item), now=now), MIDDLE, now=now)

    page = posted(client, item, **CHEAPER)

    assert "Rescore 1 marking?" in text_of(page)
    assert [one.difference for one, _code in page.context["changed"]] == [-1]
    assert item.rubrics.count() == 1


def test_marks_that_a_second_marker_must_not_see_are_counted_only(desk_of, now):
    assessment = a_written_assessment(second=True)
    item = Item.objects.get(ref="essay-0")
    me = a_marker()
    a_marking(a_written_answer(assessment, now=now), MIDDLE, now=now)
    a_marking(a_written_answer(assessment, now=now), MIDDLE, by=me, now=now)

    page = posted(desk_of(me), item, **CHEAPER)

    assert "Rescore 2 markings?" in text_of(page)
    assert "The marks of 2 markings change." in text_of(page)
    assert [one.before.marker for one, _code in page.context["changed"]] == [me.pk]


@pytest.mark.lesson(32)
@pytest.mark.parametrize(("rescore", "marks"), [("all", 4), ("none", 5)])
def test_the_answer_holds_for_all(client, item, now, rescore, marks):
    answer = a_written_answer(assessment_of(item), now=now)
    a_marking(answer, MIDDLE, now=now)

    page = posted(client, item, act="write", rescore=rescore, **CHEAPER)

    assert page.url == reverse("rubric", args=[item.public_id])
    assert item.rubrics.count() == 2
    assert Attempt.objects.get(pk=answer.attempt_id).marks == marks


def test_without_an_answer_nothing_is_written(client, item, now):
    a_marking(a_written_answer(assessment_of(item), now=now), MIDDLE, now=now)

    page = posted(client, item, act="write", **CHEAPER)

    assert page.status_code == 422
    assert "all of them or none" in text_of(page)
    assert item.rubrics.count() == 1


def test_markings_to_be_made_afresh_are_named(client, item, now):
    a_marking(a_written_answer(assessment_of(item), now=now), MIDDLE, now=now)
    another_level = {
        "form_0_marks_3": "3,5",
        "form_0_level_3": "And more.",
        "form_1_marks_2": "2.5",
    }

    looked = posted(client, item, **another_level)
    client.get(new(item))
    written = posted(client, item, act="write", rescore="all", **another_level)

    assert "has to be made afresh" in text_of(looked)
    page = client.get(written.url)
    assert "must be made afresh" in text_of(page)
    assert not Marking.objects.standing().exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Nothing was changed"),
        ({"form_0_marks_2": "4"}, "come to 7 marks"),
        ({"form_0_marks_2": "many"}, "are a number of zero or more"),
        ({"form_1_name": "Boundaries"}, "a name of its own"),
    ],
)
def test_what_cannot_be_used_is_said_and_what_was_typed_stays(client, item, changes, said):
    page = posted(client, item, **changes)

    assert page.status_code == 422
    assert said in text_of(page)
    for value in changes.values():
        assert f'value="{value}"' in page.content.decode()


def test_another_criterion_finds_room(client, item):
    page = posted(client, item, act="more")

    assert len(page.context["forms"].forms) == 4


def test_a_question_by_rule_has_no_rubric(client):
    an_assessment()
    other = Item.objects.first()

    assert client.get(reverse("rubric", args=[other.public_id])).status_code == 404


def test_a_rubric_page_costs_few_queries(client, item, count_queries):
    client.get(new(item))
    with count_queries(at_most=18):
        client.get(new(item))


def assessment_of(item):
    from assessments.models import Assessment

    return Assessment.objects.get(bank=item.bank)
