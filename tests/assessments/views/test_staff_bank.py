"""The bank narrowed, searched and ordered, items begun and moved several at once."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.actions.writing import write_draft
from assessments.models import Item, ItemVersion
from tests.factories.accounts import a_person
from tests.factories.assessments import a_learner, an_assessment, an_ended_attempt, an_entry
from tests.factories.items import a_large_bank, an_item
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return a_person(Role.INSTRUCTOR)


@pytest.fixture
def instructor(signed_in, person):
    return signed_in(person)


def refs(page) -> list[str]:
    return [version.item.ref for version in page.context["page"]]


def look(client, **query):
    return client.get(reverse("item_bank"), query)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"difficulty": "medium"}, 12),
        ({"difficulty": "hard"}, 0),
        ({"difficulty": "none"}, 0),
        ({"note": "with"}, 1),
        ({"note": "without"}, 11),
        ({"shown": "never"}, 9),
        ({"shown": "some"}, 3),
        ({"ref": "ITEM-1"}, 2),
        ({"bank": "no such"}, 12),
    ],
)
def test_the_bank_is_narrowed(instructor, query, shown):
    items = [an_entry(f"item-{n:02}", ("9.1", "9.2")[n % 4 == 0]) for n in range(12)]
    items[0]["content_note"] = "It names a loss."
    assessment = an_assessment(items)
    an_ended_attempt(assessment, a_learner(assessment), right=0, now=timezone.now())

    assert len(refs(look(instructor, **query))) == shown


def test_the_words_of_a_search_never_stand_in_the_address(instructor):
    an_assessment()

    found = instructor.post(
        reverse("item_bank"), {"words": "ITEM-03 ask", "kind": "single"}, follow=True
    )

    [(address, _status)] = found.redirect_chain
    assert "03" not in address
    assert "kind=single" in address
    assert refs(found) == ["item-03"]
    assert 'value="ITEM-03 ask"' in found.content.decode()


def test_a_search_is_opened_by_its_own_person_only(instructor, client, sign_in):
    an_assessment()
    address = instructor.post(reverse("item_bank"), {"words": "item-03"}).url

    other = sign_in(client, a_person(Role.INSTRUCTOR))

    assert len(refs(other.get(address))) == 12


@pytest.mark.parametrize("sort", ["outcome", "-outcome", "kind", "state", "difficulty", "-times"])
def test_each_column_orders_the_bank_both_ways(instructor, sort):
    an_assessment()

    page = look(instructor, sort=sort)

    [sorted_by] = [column for column in page.context["columns"] if column.sorted]
    assert sorted_by.name == sort.removeprefix("-")
    assert len(refs(page)) == 12


def test_the_other_way_round_is_one_press_away(instructor):
    an_assessment()

    page = look(instructor, kind="single")
    [ref] = [column for column in page.context["columns"] if column.name == "ref"]
    turned = instructor.get(f"{reverse('item_bank')}?{ref.query}")

    assert refs(turned) == list(reversed(refs(page)))


def test_a_bank_of_344_items_costs_as_few_queries_as_a_small_one(instructor, count_queries):
    a_large_bank()
    look(instructor)

    with count_queries(at_most=20):
        page = look(instructor)

    assert page.context["page"].paginator.count == 344
    assert page.context["counts"] == [("live", 344)]


def test_an_item_begins_as_an_empty_draft_of_its_kind(instructor, person):
    bank = an_assessment().bank
    outcome = bank.items.first().outcome
    sheet = {"bank": bank.pk, "outcome": outcome.pk, "kind": "gaps", "ref": "new-one"}

    answer = instructor.post(reverse("new_item"), sheet)
    twice = instructor.post(reverse("new_item"), sheet)

    item = Item.objects.get(ref="new-one")
    assert answer.url == reverse("item_draft", args=[item.public_id])
    assert (item.newest.kind, item.newest.state, item.newest.written_by) == (
        "gaps",
        "draft",
        person,
    )
    assert list(twice.context["form"].errors) == ["ref"]


def move(client, state, items, **more):
    chosen = [item.public_id for item in items]
    return client.post(reverse("items_several"), {"state": state, "item": chosen, **more})


def drafts(by, count=3, **changes) -> list[Item]:
    an_assessment()
    items = list(Item.objects.order_by("ref")[:count])
    for item in items:
        write_draft(item, an_entry(item.ref, **changes), by=by, now=timezone.now())
    return items


def test_several_are_shown_line_by_line_before_anything_moves(instructor):
    items = drafts(a_person(Role.INSTRUCTOR))

    page = move(instructor, "reviewed", items)

    assert [line.version.item.ref for line in page.context["lines"]] == [one.ref for one in items]
    assert page.context["ready"] == 3
    assert not ItemVersion.objects.filter(state="reviewed").exists()


@pytest.mark.lesson(62)
def test_one_that_may_not_move_keeps_back_no_other(instructor, person):
    colleague = a_person(Role.INSTRUCTOR)
    mine, theirs, unfair = drafts(colleague)
    now = timezone.now()
    write_draft(mine, an_entry("mine"), by=person, now=now)
    write_draft(unfair, an_entry("unfair", options=[]), by=colleague, now=now)

    page = move(instructor, "reviewed", [mine, theirs, unfair], sure="1")

    assert [bool(line.why_not) for line in page.context["lines"]] == [True, False, True]
    assert ItemVersion.objects.get(state="reviewed").item == theirs


@pytest.mark.parametrize(
    "sent", [{}, {"state": "draft"}, {"state": "live", "item": ["x", "1"]}, {"state": "gone"}]
)
def test_nothing_chosen_changes_nothing(instructor, sent):
    an_assessment()

    assert instructor.post(reverse("items_several"), sent).url == reverse("item_bank")


def test_retiring_many_stops_where_an_attempt_could_no_longer_be_drawn(instructor):
    an_assessment([an_entry("one"), an_entry("two"), an_entry("three", "9.2")])

    page = move(instructor, "retired", Item.objects.all(), sure="1")

    assert all(line.why_not for line in page.context["lines"])
    assert ItemVersion.objects.filter(state="live").count() == 3


def test_a_reviewed_version_is_put_on_trial_and_the_page_says_what_that_means(
    instructor, client, sign_in
):
    [item] = drafts(a_person(Role.INSTRUCTOR), count=1)
    page = reverse("item", args=[item.public_id])
    instructor.post(page, {"version": "2", "state": "reviewed"})
    offered = instructor.get(page).content.decode()
    instructor.post(page, {"version": "2", "state": "piloted"})

    assert "Put on trial" in offered
    assert "count for nobody’s marks" in instructor.get(page).content.decode()
    assert item.versions.get(number=2).state == "piloted"


def test_two_versions_stand_side_by_side(instructor, person):
    item = an_item("single")
    entry = {**an_entry("new"), "stem": "What do you do first, and why?"}
    write_draft(item, entry, by=person, now=timezone.now())

    page = instructor.get(reverse("item_comparison", args=[item.public_id, 1, 2]))

    text = page.content.decode()
    assert re.search(r"<ins>.*new choice 0", text)
    assert re.search(r"<del>.*Write the report as always", text)
    absent = reverse("item_comparison", args=[item.public_id, 1, 9])
    assert instructor.get(absent).status_code == 404


@pytest.mark.lesson(27)
def test_the_page_of_an_item_names_what_draws_it_and_how_often_it_was_shown(instructor):
    assessment = an_assessment()
    attempt = an_ended_attempt(assessment, a_learner(assessment), right=0, now=timezone.now())
    item = attempt.items.first().item_version.item

    page = instructor.get(reverse("item", args=[item.public_id]))

    assert page.context["times"] == 1
    assert list(page.context["used_by"]) == [assessment]
