"""Questions about threads and people: who answers, whose thread it is, what is new."""

from django.db.models import QuerySet
from django.urls import reverse

from courses.models import CoursePage, Enrolment, LessonPage, LessonVersion, ProgrammePage, Thread
from courses.outline import enrolment_for
from courses.teaching import in_programmes_of, pages
from training_site.accounts.models import User
from training_site.accounts.roles import Role


def tutors_of(programme: ProgrammePage) -> QuerySet:
    """Instructors who may edit this programme."""
    editors = pages.users_with_permission_for_instance("change", programme)
    teaching = User.objects.holding(Role.INSTRUCTOR).filter(is_active=True)
    return teaching.filter(pk__in=editors.values("pk")).order_by("name")


def tutored_by(user) -> QuerySet:
    """Threads of the programmes in which somebody teaches; never their own."""
    threads = Thread.objects.filter(in_programmes_of(user)).exclude(learner=user)
    return threads.select_related("learner", "course", "programme")


def waiting_for(user) -> int:
    return tutored_by(user).waiting().count()


def own_thread(learner, slug: str) -> tuple[CoursePage, Enrolment | None, Thread | None] | None:
    """The course of that address, the learner's place in it and their thread; None where neither is."""
    for course in CoursePage.objects.filter(slug=slug).order_by("path"):
        enrolment = enrolment_for(learner, course) if course.live else None
        thread = Thread.objects.visible_to(learner).filter(course=course).first()
        if enrolment or thread:
            return course, enrolment, thread
    return None


def has_news(learner, course: CoursePage) -> bool:
    """Whether an answer in this course was not on a page of its learner yet."""
    mine = Thread.objects.visible_to(learner).filter(course=course)
    return mine.with_unread(learner).filter(unread=True).exists()


def way_to_ask(learner, assessment) -> str:
    """Where somebody who studies the course of an assessment writes to those who teach it."""
    mine = Enrolment.objects.visible_to(learner).active().select_related("programme")
    for enrolment in mine:
        courses = CoursePage.objects.live().child_of(enrolment.programme)
        course = courses.filter(assessment=assessment).first()
        if course:
            return reverse("ask_tutor", args=[course.slug])
    return ""


def opened_lessons(enrolment: Enrolment, course: CoursePage) -> QuerySet:
    """What a question can point to: the current versions of lessons that this learner opened."""
    lessons = LessonPage.objects.live().descendant_of(course).values("lesson_uuid")
    mine = enrolment.progress.filter(lesson_uuid__in=lessons).values("lesson_uuid")
    current = LessonVersion.objects.current().without_text()
    return current.filter(lesson_uuid__in=mine).order_by("page__path")
