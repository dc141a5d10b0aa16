"""Threads between learners and tutors for tests, written by the actions of the site."""

from datetime import UTC, datetime

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from courses.models import CoursePage, Enrolment, Thread
from courses.threads.actions import ask
from tests.factories.accounts import a_person
from tests.factories.cohorts import programme_of
from training_site.accounts.models import User
from training_site.accounts.roles import Role

ASKED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
QUESTION = "What does a triad meeting decide, and what not?"


def a_tutor_of(*courses: CoursePage, **fields) -> User:
    """An instructor who may edit the programmes of these courses, and no other."""
    tutor = a_person(Role.INSTRUCTOR, **fields)
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    for course in courses:
        programme = programme_of(course)
        group, _created = Group.objects.get_or_create(name=f"tutors of {programme.code}")
        GroupPagePermission.objects.get_or_create(
            group=group, page=programme.page_ptr, permission=change
        )
        tutor.groups.add(group)
    return tutor


def a_thread(
    enrolment: Enrolment, course: CoursePage, text: str = QUESTION, *, at=ASKED, **more
) -> Thread:
    return ask(enrolment, course, text=text, now=at, **more).thread
