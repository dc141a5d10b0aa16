"""First answers are counted once, without a person and without a time."""

import pytest
from django.db.models import CASCADE

from courses.models import CheckCounted, CheckTally, LessonPage, LessonVersion
from courses.reports.actions.counting import count_answer
from tests.factories.accounts import a_trainee
from tests.factories.checks import a_check, answered_by, check_of, readers_of
from tests.factories.courses import version_of
from training_site.audit.models import AuditEvent

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def counts(name: str = "answers") -> list[int]:
    return list(CheckTally.objects.order_by("option").values_list(name, flat=True))


def test_the_first_answer_counts_and_no_later_one(lesson):
    learner, other = a_trainee(), a_trainee()
    version, block = version_of(lesson), check_of(lesson)
    recorded = AuditEvent.objects.count()

    assert count_answer(learner, version, block, 1)
    assert not count_answer(learner, version, block, 2)
    assert count_answer(other, version, block, 2)

    assert counts() == [1, 1, 0]
    assert list(CheckTally.objects.values_list("right", flat=True)) == [False, True, False]
    assert AuditEvent.objects.count() == recorded


def test_figures_follow_in_steps_of_five(course, lesson):
    enrolments = readers_of(lesson, course, 11)

    answered_by(enrolments[:4], lesson, 1)
    assert counts("shown") == [0, 0, 0]
    answered_by(enrolments[4:5], lesson, 2)
    assert counts("shown") == [4, 1, 0]
    answered_by(enrolments[5:9], lesson, 3)
    assert counts("shown") == [4, 1, 0]
    answered_by(enrolments[9:], lesson, 3)
    assert counts("shown") == [4, 1, 5]
    assert counts() == [4, 1, 6]


@pytest.mark.parametrize(("block", "option"), [("another", 1), (None, 0), (None, 4)])
def test_what_is_unknown_is_let_go(lesson, block, option):
    counted = count_answer(a_trainee(), version_of(lesson), block or check_of(lesson), option)

    assert not counted
    assert not CheckCounted.objects.exists()
    assert not CheckTally.objects.exists()


def published_again(lesson: LessonPage, title: str) -> LessonVersion:
    page = LessonPage.objects.get(pk=lesson.pk)
    page.title = title
    page.save_revision().publish()
    return version_of(page)


def test_an_older_version_counts_no_more_and_forgets_who_was_counted(course, lesson):
    [enrolment] = readers_of(lesson, course, 1)
    old = version_of(lesson)
    answered_by([enrolment], lesson, 1)

    new = published_again(lesson, "Said otherwise")
    old.refresh_from_db()

    assert not CheckCounted.objects.exists()
    assert not count_answer(enrolment.learner, old, check_of(lesson), 2)
    assert counts() == [1, 0, 0]
    assert count_answer(enrolment.learner, new, check_of(lesson), 2)


def test_tallies_go_with_their_version():
    """The database removes no version today; whoever allows that one day removes these as well."""
    relations = [model._meta.get_field("version") for model in (CheckTally, CheckCounted)]

    assert all(one.remote_field.on_delete is CASCADE for one in relations)


def test_there_is_no_person_and_no_time_in_it():
    """No field leads to a person, and none holds a moment or a day."""
    fields = [*CheckTally._meta.get_fields(), *CheckCounted._meta.get_fields()]

    assert {f.related_model for f in fields if f.is_relation} == {LessonVersion}
    assert {f.get_internal_type() for f in fields} <= {
        "BigAutoField",
        "BooleanField",
        "CharField",
        "ForeignKey",
        "PositiveIntegerField",
        "PositiveSmallIntegerField",
    }


def test_that_somebody_was_counted_does_not_say_how_they_answered(course, lesson):
    """Two who answered differently leave rows that differ in the digest alone."""
    enrolments = readers_of(lesson, course, 2)
    answered_by(enrolments[:1], lesson, 1)
    answered_by(enrolments[1:], lesson, 2)

    rows = CheckCounted.objects.values()

    assert {tuple(row) for row in rows} == {("digest", "version_id")}
    assert len({row["digest"] for row in rows}) == 2
    assert a_check()["id"] not in str(rows)
