"""The instructors' pages: the bank, an item's life, a draft, and the attempt more."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import Grant, Item, ItemVersion
from tests.factories.accounts import a_person, a_registrar, a_trainee
from tests.factories.assessments import (
    a_learner,
    a_learner_who_passed,
    a_learner_who_used_all_attempts,
    an_assessment,
    an_ended_attempt,
)
from tests.factories.items import form_of
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def instructor(signed_in):
    return signed_in(a_person(Role.INSTRUCTOR))


def refs(page):
    return set(re.findall(r">(item-\d\d)<", page.content.decode()))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, 12),
        ({"outcome": "9.2"}, 3),
        ({"kind": "multiple"}, 4),
        ({"state": "draft"}, 0),
        ({"state": "live", "kind": "single", "outcome": "9.1"}, 3),
        ({"outcome": "no such", "page": "x"}, 12),  # what cannot be read narrows nothing
    ],
)
def test_the_bank_is_filtered_by_outcome_kind_and_state(instructor, query, shown):
    an_assessment()

    assert len(refs(instructor.get(reverse("item_bank"), query))) == shown


def test_an_item_shows_its_versions_with_key_and_feedback(instructor):
    an_assessment()
    item = Item.objects.get(ref="item-01")

    page = instructor.get(reverse("item", args=[item.public_id])).content.decode()

    assert "What does item-01 ask?" in page
    assert "item-01 feedback 0" in page
    assert reverse("item_preview", args=[item.public_id, 1]) in page


def test_a_draft_is_written_reviewed_by_another_and_made_live(instructor, client, sign_in):
    an_assessment()
    item = Item.objects.get(ref="item-00")
    address = reverse("item_draft", args=[item.public_id])
    instructor.post(address, form_of(item.newest, {"stem": "Asked in better words?"}))

    page = reverse("item", args=[item.public_id])
    refused = instructor.post(page, {"version": "2", "state": "reviewed"}, follow=True)
    colleague = sign_in(client, a_person(Role.INSTRUCTOR))
    colleague.post(page, {"version": "2", "state": "reviewed"})
    colleague.post(page, {"version": "2", "state": "live"})

    assert "does not review it" in refused.content.decode()
    live = item.versions.get(state="live")
    assert (live.number, live.stem) == (2, "Asked in better words?")


@pytest.mark.parametrize(
    "sent",
    [
        {"version": "9", "state": "live"},
        {"version": "1", "state": "gone"},
        {"version": "1"},
        {"version": "1", "state": "draft"},
    ],
)
def test_a_move_that_is_not_there_changes_nothing(instructor, sent):
    an_assessment()
    item = Item.objects.get(ref="item-00")

    answer = instructor.post(reverse("item", args=[item.public_id]), sent)

    assert answer.status_code == 302
    assert ItemVersion.objects.exclude(state="live").count() == 0


def test_the_last_failures_wait_until_one_attempt_more_is_given(instructor):
    assessment = an_assessment()
    learner = a_learner_who_used_all_attempts(assessment, now=timezone.now())
    address = reverse("extra_attempt", args=[assessment.public_id, learner.public_id])

    assert address in instructor.get(reverse("attempts_used_up")).content.decode()
    instructor.post(address, {"reason": "Ill on the day"})

    assert address not in instructor.get(reverse("attempts_used_up")).content.decode()
    assert Grant.objects.get(extra_attempts=1).reason == "Ill on the day"


def test_only_those_with_nothing_left_wait(instructor):
    assessment = an_assessment()
    a_learner_who_passed(assessment, now=timezone.now())
    an_ended_attempt(assessment, a_learner(assessment), right=0, now=timezone.now())

    page = instructor.get(reverse("attempts_used_up"))

    assert "Nobody has used all attempts" in page.content.decode()


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 10_000_0])
def test_an_attempt_more_without_a_reason_is_told_at_its_field(instructor, reason):
    assessment = an_assessment()
    learner = a_learner_who_used_all_attempts(assessment, now=timezone.now())
    address = reverse("extra_attempt", args=[assessment.public_id, learner.public_id])

    page = instructor.post(address, {"reason": reason})

    assert page.context["form"].errors["reason"]
    assert not Grant.objects.filter(extra_attempts=1).exists()


def test_an_attempt_more_is_not_given_twice(instructor):
    assessment = an_assessment()
    learner = a_learner_who_used_all_attempts(assessment, now=timezone.now())
    address = reverse("extra_attempt", args=[assessment.public_id, learner.public_id])
    instructor.post(address, {"reason": "Ill on the day"})

    page = instructor.post(address, {"reason": "Ill on the day"})

    assert "There are attempts left" in page.content.decode()
    assert Grant.objects.filter(extra_attempts=1).count() == 1


def test_a_learner_who_never_sat_it_is_not_found(instructor):
    assessment = an_assessment()
    address = reverse("extra_attempt", args=[assessment.public_id, a_trainee().public_id])

    assert instructor.get(address).status_code == 404


@pytest.mark.parametrize("name", ["item_bank", "attempts_used_up"])
def test_other_staff_do_not_see_the_keys(signed_in, name):
    assert signed_in(a_registrar()).get(reverse(name)).url == reverse("wagtailadmin_home")


@pytest.mark.parametrize("name", ["item_bank", "attempts_used_up"])
def test_learners_are_turned_away(signed_in, name):
    assert signed_in(a_trainee()).get(reverse(name)).status_code in {302, 403}


def test_an_instructor_without_the_second_factor_is_sent_to_it(client, sign_in):
    client = sign_in(client, a_person(Role.INSTRUCTOR), second_factor=False)

    assert "2fa" in client.get(reverse("item_bank")).url


def test_the_bank_costs_few_queries(instructor, count_queries):
    an_assessment()

    with count_queries(at_most=20):
        instructor.get(reverse("item_bank"))
