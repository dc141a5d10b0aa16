"""Pages of corrections, incidents and reports, from the first choice to the way back."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import Incident, Irregularity, Regrade
from tests.factories.correcting import (
    a_report,
    a_running_attempt,
    a_timed_assessment,
    an_incident,
    an_instructor,
    applied,
    corrected,
    planned,
    question,
    sat,
    three_questions,
)
from training_site.content.association import association

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.now()


@pytest.fixture
def attempts(today):
    assessment = three_questions()
    return [sat(assessment, right, now=today - timedelta(hours=1)) for right in range(3)]


def plan_page(version):
    return reverse("regrade_plan", args=[version.item.public_id, version.number])


@pytest.mark.lesson(29)
def test_a_correction_is_planned_looked_at_applied_and_taken_back(instructor, attempts):
    failed = attempts[1]
    version = question(failed, 2)
    sent = {"mode": "full_credit", "never_lower": "on", "reason": "No option was right."}

    dry = instructor.post(plan_page(version), sent, follow=True)
    regrade = Regrade.objects.get()
    listed = dry.content.decode()
    assert str(failed.public_id)[:8] in listed
    assert "1 of 3" in listed
    assert "2 of 3" in listed
    failed.refresh_from_db()
    assert failed.marks == 1
    look = instructor.get(reverse("regrade_apply", args=[regrade.public_id])).content.decode()
    instructor.post(reverse("regrade_apply", args=[regrade.public_id]))
    failed.refresh_from_db()
    assert "A second look" in look
    assert (failed.marks, failed.passed) == (2, True)
    back = reverse("regrade_reverse", args=[regrade.public_id])
    assert instructor.post(back, {"reason": " "}).context["form"].errors.keys() == {"reason"}
    page = instructor.post(back, {"reason": "It was right after all."}, follow=True)

    failed.refresh_from_db()
    assert (failed.marks, failed.passed) == (1, False)
    assert "It was right after all." in page.content.decode()


def test_a_pass_that_goes_says_what_becomes_of_courses_and_certification(instructor, attempts):
    version = question(attempts[2], 1)
    key = corrected(version, right=3)
    regrade = planned(version, "corrected_key", corrected_version=key, now=timezone.now())

    page = instructor.get(reverse("regrade", args=[regrade.public_id])).content.decode()

    assert "A course that was completed by a pass stays completed." in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"mode": ""}, "mode"),
        ({"mode": "corrected_key"}, "corrected_version"),
        ({"reason": ""}, "reason"),
    ],
)
def test_a_plan_that_cannot_be_says_why_at_its_field(instructor, attempts, changes, field):
    sent = {"mode": "drop", "reason": "Two options were right."} | changes

    form = instructor.post(plan_page(question(attempts[0], 1)), sent).context["form"]

    assert list(form.errors) == [field]
    assert form["reason"].value() == sent["reason"]
    assert not Regrade.objects.exists()


def test_a_plan_is_set_aside(instructor, attempts, today):
    regrade = planned(question(attempts[0], 1), "drop", now=today)

    instructor.post(reverse("regrade_discard", args=[regrade.public_id]))

    regrade.refresh_from_db()
    assert regrade.state == "discarded"
    assert instructor.get(reverse("regrade_apply", args=[regrade.public_id])).status_code == 404


def test_an_incident_is_recorded_seen_and_remedied(instructor, today):
    attempt = a_running_attempt(began=today - timedelta(minutes=25))
    here = today.astimezone(ZoneInfo(association().zone))
    sent = {
        "title": "The network failed",
        "began": f"{here - timedelta(minutes=20):%Y-%m-%dT%H:%M}",
        "ended": f"{here - timedelta(minutes=10):%Y-%m-%dT%H:%M}",
        "remedy": "time_back",
        "minutes": "10",
    }

    page = instructor.post(
        reverse("incident_new", args=[attempt.assessment.public_id]), sent, follow=True
    )
    incident = Incident.objects.get()
    assert "in reach" in page.content.decode()
    page = instructor.post(reverse("incident_apply", args=[incident.public_id]), follow=True)

    attempt.refresh_from_db()
    assert attempt.added_minutes == 10
    assert "Everybody whom this remedy can reach has it already." in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"ended": "2020-01-01T10:00"}, "ended"),
        ({"ended": "2999-01-01T10:00"}, "ended"),
        ({"minutes": ""}, "minutes"),
        ({"remedy": "drop_item"}, "item_version"),
        ({"began": "yesterday"}, "began"),
    ],
)
def test_an_incident_that_cannot_be_says_why_at_its_field(instructor, changes, field):
    sent = {
        "title": "The network failed",
        "began": "2026-01-05T10:00",
        "ended": "2026-01-05T10:30",
        "remedy": "time_back",
        "minutes": "10",
    } | changes
    address = reverse("incident_new", args=[a_timed_assessment().public_id])

    form = instructor.post(address, sent).context["form"]

    assert list(form.errors) == [field]
    assert form["title"].value() == sent["title"]
    assert not Incident.objects.exists()


def test_a_report_is_written_and_decided_by_another(client, sign_in, attempts):
    writer = sign_in(client, an_instructor())
    writer.post(
        reverse("irregularity_report", args=[attempts[0].public_id]), {"seen": "Two voices."}
    )
    report = Irregularity.objects.get()
    address = reverse("irregularity", args=[report.public_id])
    assert "Somebody else decides" in writer.get(address).content.decode()

    other = sign_in(client, an_instructor())
    wrong = other.post(address, {"to": "", "reason": "Nothing in it."}).context["form"]
    other.post(address, {"to": "unfounded", "reason": "A radio."})

    report.refresh_from_db()
    assert list(wrong.errors) == ["to"]
    assert report.state == "unfounded"


def test_no_learner_is_shown_a_report(client, sign_in, attempts, today):
    attempt = attempts[0]
    report = a_report(attempt, at=today)
    learner = sign_in(client, attempt.learner)

    for name in ("assessment", "attempt_result"):
        args = [attempt.assessment.public_id, attempt.public_id]
        page = learner.get(reverse(name, args=args[: 1 if name == "assessment" else 2]))
        assert report.seen not in page.content.decode()


def test_lists_and_changes_cost_the_same_for_one_as_for_many(instructor, today, count_queries):
    assessment = three_questions(minutes=60)
    began = today - timedelta(minutes=40)
    first = sat(assessment, 0, now=began)
    version = question(first, 1)
    incident = an_incident(assessment, at=today - timedelta(minutes=1))
    costs = []
    for _round in range(2):
        regrade = planned(version, "full_credit", now=today)
        a_running_attempt(assessment, began=began)
        a_report(first, at=today)
        addresses = [
            reverse("regrades"),
            reverse("regrade", args=[regrade.public_id]),
            reverse("incidents"),
            reverse("incident", args=[incident.public_id]),
            reverse("irregularities"),
        ]
        for address in addresses:
            instructor.get(address)
        with count_queries() as counted:
            for address in addresses:
                instructor.get(address)
        costs.append(len(counted))
        for _more in range(3):
            sat(assessment, 0, now=began)
            a_running_attempt(assessment, began=began)
            an_incident(assessment, at=today - timedelta(minutes=1))
            a_report(first, at=today)

    assert costs[0] == costs[1]


def test_the_list_of_corrections_names_the_question_and_its_state(instructor, attempts, today):
    applied(question(attempts[0], 1), "drop", now=today)

    page = instructor.get(reverse("regrades")).content.decode()

    assert question(attempts[0], 1).item.ref in page
    assert "applied" in page
