"""Pages of attempts and accommodations: what is typed is kept, an error stands at its field."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import Accommodation
from tests.factories.accounts import a_trainee
from tests.factories.assessments import a_learner, an_assessment
from tests.factories.correcting import (
    a_closed_attempt,
    a_running_attempt,
    a_timed_assessment,
    an_accommodation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.now()


def page_of(attempt):
    return reverse("attempt_time", args=[attempt.assessment.public_id, attempt.public_id])


@pytest.mark.lesson(23)
def test_time_is_added_on_the_page_and_shown_with_its_reason(instructor, today):
    attempt = a_running_attempt(began=today)

    page = instructor.post(
        page_of(attempt), {"minutes": "12", "reason": "A power cut."}, follow=True
    )

    attempt.refresh_from_db()
    assert attempt.added_minutes == 12
    assert "A power cut." in page.content.decode()


@pytest.mark.parametrize(
    ("minutes", "reason", "field"),
    [("", "A power cut.", "minutes"), ("9999", "A power cut.", "minutes"), ("5", " ", "reason")],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    instructor, today, minutes, reason, field
):
    attempt = a_running_attempt(began=today)

    page = instructor.post(page_of(attempt), {"minutes": minutes, "reason": reason})

    form = page.context["form"]
    assert list(form.errors) == [field]
    assert form["minutes"].value() == minutes
    assert form["reason"].value() == reason


@pytest.mark.lesson(23)
def test_an_ended_attempt_is_reopened_on_the_page(instructor, today):
    attempt = a_closed_attempt(began=today - timedelta(hours=2))

    instructor.post(page_of(attempt), {"minutes": "15", "reason": "The network failed."})

    attempt.refresh_from_db()
    assert attempt.is_open


def test_what_stands_in_the_way_is_said_instead_of_a_form(instructor, today):
    attempt = a_closed_attempt(began=today - timedelta(hours=2), right=3)

    page = instructor.get(page_of(attempt)).content.decode()

    assert "nothing to go on with" in page
    assert 'name="minutes"' not in page


@pytest.mark.lesson(25)
def test_ending_in_bulk_is_a_filter_a_list_and_then_that_list(instructor, today):
    assessment = an_assessment()
    old = a_running_attempt(assessment, began=today - timedelta(hours=9))
    address = reverse("attempts_close", args=[assessment.public_id])

    dry = instructor.get(address, {"hours": "8"})
    old.refresh_from_db()
    assert dry.context["attempts"] == [old]
    assert old.is_open
    sent = {"hours": "8", "attempt": [str(old.public_id)], "reason": "It is over."}
    said = instructor.post(address, sent, follow=True)
    log = instructor.get(address)

    old.refresh_from_db()
    assert not old.is_open
    assert "1 attempt was ended" in said.content.decode()
    assert "It is over." in log.content.decode()


def test_a_list_that_changed_is_shown_again_with_the_reason_kept(instructor, today):
    assessment = an_assessment()
    a_running_attempt(assessment, began=today - timedelta(hours=9))
    address = reverse("attempts_close", args=[assessment.public_id])

    page = instructor.post(address, {"hours": "8", "reason": "It is over."})

    assert "Look at the new list" in page.content.decode()
    assert page.context["form"]["reason"].value() == "It is over."


@pytest.mark.lesson(18)
def test_an_accommodation_is_found_given_and_ended_on_its_pages(administrator):
    learner = a_learner(a_timed_assessment(), name="Ada Vale")
    found = administrator.get(reverse("accommodations"), {"q": "vale"}).content.decode()
    address = reverse("accommodation", args=[learner.public_id])
    assert address in found

    administrator.post(address, {"factor": "1.25", "minutes": "", "reason": "A letter."})
    given = Accommodation.objects.get()
    page = administrator.get(address).content.decode()
    administrator.post(reverse("accommodation_end", args=[learner.public_id, given.public_id]))

    assert "1.25 times the limit" in page
    assert "A letter." in page
    assert not Accommodation.objects.standing().exists()


@pytest.mark.parametrize(
    ("factor", "minutes", "reason", "field"),
    [
        ("", "", "A letter.", "minutes"),
        ("1.25", "20", "A letter.", "minutes"),
        ("9", "", "A letter.", "factor"),
        ("", "9999", "A letter.", "minutes"),
        ("x", "", "A letter.", "factor"),
        ("1.25", "", "", "reason"),
    ],
)
def test_an_accommodation_that_cannot_be_says_why_at_its_field(
    administrator, factor, minutes, reason, field
):
    address = reverse("accommodation", args=[a_trainee().public_id])
    sent = {"factor": factor, "minutes": minutes, "reason": reason}

    form = administrator.post(address, sent).context["form"]

    assert list(form.errors) == [field]
    assert {name: form[name].value() for name in sent} == sent


def test_no_page_of_an_instructor_tells_an_accommodation(instructor, today):
    attempt = a_running_attempt(began=today)
    an_accommodation(attempt.learner, at=today)

    pages = [
        reverse("attempts_of", args=[attempt.assessment.public_id]),
        page_of(attempt),
        reverse("attempts_close", args=[attempt.assessment.public_id]),
    ]

    for page in pages:
        assert "letter" not in instructor.get(page).content.decode()
    assert instructor.get(reverse("accommodations")).status_code == 302


def test_lists_cost_the_same_for_one_as_for_many(instructor, today, count_queries):
    assessment = a_timed_assessment()
    addresses = [
        reverse("attempts_desk"),
        reverse("attempts_of", args=[assessment.public_id]),
        reverse("attempts_close", args=[assessment.public_id]),
    ]
    a_running_attempt(assessment, began=today - timedelta(hours=1))
    costs = []
    for _round in range(2):
        for address in addresses:
            instructor.get(address)
        with count_queries() as counted:
            for address in addresses:
                instructor.get(address)
        costs.append(len(counted))
        for _more in range(4):
            a_running_attempt(assessment, began=today - timedelta(hours=1))

    assert costs[0] == costs[1]
