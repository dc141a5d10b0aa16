"""The loaded demo as learners and instructors find it: courses, examinations, what was left there."""

import pytest
from django.utils import timezone

from assessments.models import Attempt
from assessments.models.standing import standing_of
from assessments.rules.standing import may_start
from courses.authoring.reviewing import to_review
from courses.completion import live_entries
from courses.final import final_of
from courses.models import (
    Announcement,
    Bookmark,
    Cohort,
    Enrolment,
    JournalShare,
    LiveDay,
    Note,
    ProgrammePage,
    ReflectionEntry,
    Thread,
)
from courses.outline import outlines_of
from courses.reports.choices import Choice
from courses.reports.missed import missed_checks
from courses.reports.progress import heat_map
from courses.reports.rules.groups import Share
from courses.threads.questions import tutored_by
from tests.training_site.demo.world import (
    enrolment_of,
    ethics,
    today,
)
from training_site.accounts.models import RoleGrant
from training_site.accounts.roles import Role
from training_site.demo.people import FELLOWS, IN_PRACTICE, RECALLED, UNSETTLED
from training_site.demo.stages.people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


@pytest.mark.parametrize("key", ["intern", "intern2", "ready", "applied", "certified", "suspended"])
def test_whoever_practises_has_every_course_and_the_final_examination_behind(key):
    enrolment, began = enrolment_of(key), RoleGrant.objects.get(person=somebody(key), role="intern")
    final = final_of(enrolment)
    finished = [outline.completed_at for outline in outlines_of(enrolment)]

    assert len(finished) == 9
    assert all(at < began.given_at for at in [*finished, final.passed_at])
    attempts = Attempt.objects.of(somebody(key), final.assessment).count()
    assert attempts == (2 if key == "intern2" else 1)


def test_the_trainee_is_in_the_middle_of_the_second_course():
    first, second, *later = outlines_of(enrolment_of("trainee"))
    attempts = Attempt.objects.of(somebody("trainee"), first.exam.assessment)

    assert first.completed_at
    assert sorted(attempts.values_list("passed", flat=True)) == [False, True]
    assert (second.done, second.next_lesson.page.number) == (5, "2.6")
    assert second.next_lesson.begun
    assert not any(outline.done for outline in later)


def test_one_who_failed_waits_for_the_next_attempt():
    standing = standing_of(ethics(), somebody("trainee2"))

    assert (standing.ended, standing.passed) == (1, False)
    assert may_start(standing, timezone.now()).reason == "cooling_off"


def test_the_intern_failed_once_and_passed_on_another_form():
    attempts = Attempt.objects.of(somebody("intern"), ethics()).order_by("number")

    assert [(attempt.marks, attempt.passed) for attempt in attempts] == [(9, False), (12, True)]
    assert len({attempt.form_id for attempt in attempts}) == 2


def test_private_writing_is_kept_and_one_page_of_it_shared_with_the_mentor():
    shared = JournalShare.objects.get()

    assert (shared.learner, shared.reader) == (somebody("intern"), somebody("mentor"))
    for key, pages in {"trainee": 1, "intern": 2}.items():
        assert ReflectionEntry.objects.visible_to(somebody(key)).count() == pages
        assert Bookmark.objects.visible_to(somebody(key)).exists()
    assert Note.objects.visible_to(somebody("trainee")).count() == 1


def test_one_question_waits_for_a_tutor_and_one_is_answered():
    assert tutored_by(somebody("instructor")).waiting().get().learner == somebody("trainee2")
    theirs = Thread.objects.visible_to(somebody("trainee")).with_unread(somebody("trainee"))
    assert theirs.get(unread=True).waiting_since is None


def test_reports_have_a_cohort_and_checks_to_tell_of():
    chart = heat_map(ProgrammePage.objects.get(code="foundation"), now=timezone.now())
    shown = {group.cohort.title for group in chart.groups if group.size}
    checks = missed_checks(Choice.of(somebody("instructor"), {}))

    assert shown == {"Cohort 2", "Cohort 3"}
    assert isinstance(chart.parts[0].rows[0].cells[1], Share)
    assert checks.rows


def test_a_lesson_waits_for_somebody_who_did_not_write_it():
    assert (to_review(somebody("instructor")), to_review(somebody("instructor2"))) == (0, 1)


def test_every_learner_is_enrolled_with_a_cohort():
    learners = Enrolment.objects.active().values_list("learner__email", "cohort__title")

    others = (*IN_PRACTICE, *UNSETTLED, *RECALLED)
    in_practice = [one for one in others if Role.INTERN in one.roles]
    assert len(learners) == 8 + len(FELLOWS) + len(in_practice)
    assert {title for _learner, title in learners} == {"Cohort 1", "Cohort 2", "Cohort 3"}


def test_one_cohort_is_paced_and_one_is_to_come():
    lessons = [one for outline in outlines_of(enrolment_of("trainee")) for one in outline.lessons]

    assert {one.verdict.reason for one in lessons} & {
        "lesson_opens_on",
        "lesson_opens_on_and_after",
    }
    assert Cohort.objects.get(title="Cohort 4").starts_on > today()


def test_a_past_day_is_signed_and_one_is_to_come():
    past, to_come = LiveDay.objects.filter(cohort=None)
    minutes = dict(past.attendance.values_list("learner__email", "minutes"))

    assert past.ends_at < timezone.now() < to_come.begins_at
    there = {"trainee": 300, "trainee2": 265, "intern": 300, "ready": 300}
    assert minutes == {f"{key}@example.org": some for key, some in there.items()}
    assert not past.reports.exists()
    assert {one.category for one in live_entries(somebody("ready"))} == {"experiential_lab"}
    assert to_come.answers.filter(coming=True).count() == 2


def test_an_announcement_waits_on_the_home_of_the_cohort():
    seen = Announcement.objects.visible_to

    assert seen(somebody("trainee"), timezone.now()).unread_by(somebody("trainee")).count() == 1
    assert not seen(somebody("ready"), timezone.now()).exists()
