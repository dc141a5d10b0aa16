"""Trying an item as a candidate: every kind, any version, and no row for it."""

import pytest
from django.apps import apps
from django.urls import reverse

from assessments.actions.writing import add_item
from assessments.rules.kinds import KINDS_OF_ITEM
from assessments.views.questions import field_name
from tests.factories.accounts import a_person
from tests.factories.items import an_item
from training_site.accounts.roles import Role
from training_site.content.association import association

pytestmark = pytest.mark.django_db
KINDS = list(KINDS_OF_ITEM)


@pytest.fixture
def instructor(signed_in):
    return signed_in(a_person(Role.INSTRUCTOR))


def address(item, number=1):
    return reverse("item_preview", args=[item.public_id, number])


def answers(version, answer) -> dict:
    fields = version.behaviour.fields(answer)
    return {field_name(1, name): values for name, values in fields.items()}


def rows() -> dict[str, int]:
    """How many rows each table holds, but those of the session that looks."""
    models = [model for model in apps.get_models() if model._meta.app_label != "sessions"]
    return {model._meta.label: model._default_manager.count() for model in models}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.lesson(22)
def test_a_try_earns_its_marks_and_leaves_no_row(instructor, kind):
    item = an_item(kind)
    version = item.newest
    right = version.behaviour.right(version.wording)
    association()
    before = rows()

    first = instructor.get(address(item))
    tried = instructor.post(address(item), answers(version, right))
    again = instructor.get(address(item))

    assert rows() == before
    assert first.context["question"].review is None
    review = tried.context["question"].review
    assert review.marks == (version.marks if right else 0)
    assert again.content == first.content or again.context["question"].review is None
    assert not again.context["question"].answered


@pytest.mark.parametrize("kind", KINDS)
def test_a_try_without_an_answer_is_judged_too(instructor, kind):
    page = instructor.post(address(an_item(kind)), {})

    assert page.context["question"].review.marks == 0
    assert page.context["question"].review.state == "blank"


@pytest.mark.parametrize("kind", KINDS)
def test_before_an_answer_the_page_holds_nothing_of_the_key(instructor, kind):
    page = instructor.get(address(an_item(kind))).context["question"]

    assert page.review is None
    assert not hasattr(page, "version")


@pytest.mark.parametrize("kind", KINDS)
def test_an_unfinished_draft_is_shown_and_judges_nothing(instructor, kind, now):
    shelf = an_item("single")
    item = add_item(shelf.bank, shelf.outcome, kind, f"new-{kind}", by=None, now=now)

    page = instructor.post(address(item), {})

    assert "not finished" in page.content.decode()
    assert page.context["question"].review is None


def test_what_does_not_belong_to_the_question_is_said(instructor):
    page = instructor.post(address(an_item("single")), {"answer-1": "zz"})

    assert page.context["question"].problem


def test_another_order_is_asked_for_by_address(instructor):
    item = an_item("multiple")

    orders = {
        tuple(
            one["id"]
            for one in instructor.get(address(item), {"order": n})
            .context["question"]
            .shown["choices"]
        )
        for n in (*range(8), "x", "-1")
    }

    assert len(orders) > 1


def test_a_version_that_is_not_there_is_not_found(instructor):
    assert instructor.get(address(an_item("single"), 7)).status_code == 404
