"""Policies lock lessons until they are signed, complete a course, and stand before a live day."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.actions.progress import mark_done
from courses.live.actions.answering import answer
from courses.models import CourseCompletion, LessonProgress, ReflectionEntry
from courses.rules.completion import completed_at
from courses.rules.signing import may_come, may_study
from tests.factories.cohorts import programme_of
from tests.factories.courses import (
    LONG_AGO,
    a_course,
    an_enrolment,
    do,
    lessons_in,
    open_one,
    prompt_in,
    version_of,
)
from tests.factories.live_days import a_live_day
from training_site.content.actions import attest
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion
from training_site.dashboard.home import home_of
from training_site.verdict import Refused

DAY = timedelta(days=1)


def a_version(policy, number="1", day=date(2026, 1, 1), **fields):
    fields = {"title": policy.capitalize(), "body": "<p>Text.</p>"} | fields
    return PolicyVersion.objects.create(policy=policy, number=number, effective_from=day, **fields)


def signs(person, policy, now):
    version = PolicyVersion.objects.in_force(policy, civil_date(now))
    return attest(person, version, typed_name=person.name, now=now)


@pytest.mark.parametrize(
    ("unsigned", "done", "reason"),
    [
        ([], False, ""),
        (["Contract"], False, "policies_before_study"),
        (["Contract"], True, ""),  # what was done stays open
    ],
)
def test_lessons_wait_for_a_signature(unsigned, done, reason):
    assert may_study(unsigned, done=done).reason == reason


def test_a_refusal_names_every_policy():
    assert may_study(["Notice", "Contract"]).details == {"titles": "Notice, Contract"}
    assert may_come(["Notice"]).reason == "policies_before_live_day"


@pytest.mark.parametrize(
    ("signed", "complete"),
    [([], 1), ([2], 2), ([2, None], None)],
)
def test_a_course_is_complete_with_its_last_signature(signed, complete):
    when = completed_at(["a"], {"a": 1}, assessed=False, passed_at=None, signed=signed)

    assert when == complete


@pytest.fixture
def course(db):
    return a_course(lessons=2)


@pytest.fixture
def enrolment(course):
    return an_enrolment(course)


@pytest.fixture
def learner(client, sign_in, enrolment):
    sign_in(client, enrolment.learner)
    return enrolment.learner


@pytest.fixture
def lessons(course, enrolment):
    """The first done, the second open, under the first version of the contract; then a second one."""
    a_version("confidentiality-contract")
    signs(enrolment.learner, "confidentiality-contract", LONG_AGO)
    found = lessons_in(course)
    do(enrolment, found[0], course)
    open_one(enrolment, found[1], course)
    a_version("confidentiality-contract", "2", civil_date(timezone.now()))
    return found


def address(lesson):
    return reverse("lesson", args=[lesson.lesson_uuid])


def test_a_new_version_locks_what_is_not_done_and_leads_there_and_back(client, learner, lessons):
    shut, opened = client.get(address(lessons[1])), client.get(address(lessons[0]))

    assert (shut.status_code, opened.status_code) == (403, 200)
    way = f"/policies/confidentiality-contract/?next={address(lessons[1])}"
    assert way in shut.text.replace("%2F", "/")
    signed = client.post(way, {"typed_name": learner.name, "next": address(lessons[1])})
    assert signed.url == address(lessons[1])
    assert client.get(signed.url).status_code == 200


def test_marking_done_waits_as_well_in_page_and_action(client, learner, course, enrolment, lessons):
    page = client.post(reverse("lesson_done", args=[lessons[1].lesson_uuid]))

    assert page.url == address(lessons[1])
    with pytest.raises(Refused, match="policies_before_study"):
        mark_done(enrolment, version_of(lessons[1]), course, now=timezone.now())
    with pytest.raises(Refused, match="policies_before_study"):
        open_one(enrolment, lessons[1], course, at=timezone.now())
    assert LessonProgress.objects.done().count() == 1


def test_what_is_being_written_is_kept_and_nothing_else_is_locked(client, learner, course, lessons):
    kept = client.post(
        reverse("save_reflection", args=[lessons[1].lesson_uuid, prompt_in(lessons[1])]),
        {"text": "Half a thought."},
    )

    assert kept.status_code == 302
    assert ReflectionEntry.objects.get().text == "Half a thought."
    for name in ("reflections", "glossary", "learn", "export_learning"):
        assert client.get(reverse(name)).status_code == 200
    outline = client.get(reverse("course_outline", args=[course.slug]))
    assert "Waiting for your signature" in outline.text


def test_a_correction_locks_nothing(client, learner, lessons):
    signs(learner, "confidentiality-contract", timezone.now())
    a_version("confidentiality-contract", "2.1", civil_date(timezone.now()), asks_again=False)

    assert client.get(address(lessons[1])).status_code == 200


@pytest.fixture
def named(course, enrolment, now):
    """All is done in a course that names a policy which is not signed."""
    a_version("code")
    course.policies = ["code", "never-published"]
    course.save()
    for lesson in lessons_in(course):
        do(enrolment, lesson, course)
    return enrolment.learner


@pytest.mark.both_stacks
def test_the_signature_completes_the_course(named, now):
    assert not CourseCompletion.objects.exists()

    signs(named, "code", now)

    assert CourseCompletion.objects.get().completed_at == now


def test_a_signature_of_another_policy_completes_nothing(named, now):
    a_version("other")

    signs(named, "other", now)

    assert not CourseCompletion.objects.exists()


def test_a_completion_stays_when_the_policy_asks_again(named, now):
    signs(named, "code", now)
    a_version("code", "2", now.date())

    signs(named, "code", now + DAY)

    assert CourseCompletion.objects.get().completed_at == now


def test_the_home_and_the_outline_say_that_a_signature_is_missing(
    client, sign_in, named, course, now
):
    sign_in(client, named)

    assert home_of(named, now).next_step.url == "/policies/code/?next=/learn/"
    page = client.get(reverse("course_outline", args=[course.slug]))
    assert "complete once this is signed as well" in page.text


def test_a_live_day_waits_for_its_signature_and_staying_away_does_not(course, enrolment, now):
    a_version("code")
    programme = programme_of(course)
    programme.live_day_policies = ["code"]
    programme.save()
    day = a_live_day(programme, date=(now + 7 * DAY).date())
    learner = enrolment.learner

    with pytest.raises(Refused, match="policies_before_live_day"):
        answer(day, learner, coming=True, now=now)
    answer(day, learner, coming=False, now=now)
    signs(learner, "code", now)

    assert answer(day, learner, coming=True, now=now).coming


def test_the_page_of_a_live_day_leads_to_the_policy_and_back(client, learner, course, now):
    a_version("code")
    programme = programme_of(course)
    programme.live_day_policies = ["code"]
    programme.save()
    day = a_live_day(programme, date=(timezone.now() + 7 * DAY).date())

    page = client.get(day.url).text

    assert f"/policies/code/?next={day.url}" in page
    assert "I am coming" not in page
    assert "I can&#x27;t come" in page or "I can't come" in page
