"""Who gets to read a lesson: learners in the player, its authors on the page, others a kind answer."""

from dataclasses import dataclass

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from courses.models import CoursePage, Enrolment, LessonPage
from courses.outline import enrolment_for
from training_site.accounts.permissions import may
from training_site.accounts.second_factor import second_factor_missing


@dataclass(frozen=True)
class Seat:
    """A learner in front of a lesson. Without an enrolment the door stays shut."""

    page: LessonPage
    course: CoursePage
    enrolment: Enrolment | None


def seat_of(user, page: LessonPage) -> Seat:
    courses = CoursePage.objects.live().select_related("assessment")
    course = get_object_or_404(courses, path=page.course_path)
    return Seat(page, course, enrolment_for(user, course))


def seat_or_404(user, lesson_uuid) -> Seat:
    """A lesson that is not there and one of a closed course answer alike."""
    seat = seat_of(user, get_object_or_404(LessonPage.objects.live(), lesson_uuid=lesson_uuid))
    if seat.enrolment is None and not seat.course.public:
        raise Http404
    return seat


def serve_lesson(page: LessonPage, request):
    """The lesson's own address in the page tree: a doorway to the player."""
    if may(request.user, "courses.read_unenrolled"):
        return _as_author(page, request)
    seat = seat_or_404(request.user, page.lesson_uuid)
    if seat.enrolment is not None:
        return redirect("lesson", page.lesson_uuid)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    return not_enrolled(request, seat.course)


def not_enrolled(request, course: CoursePage):
    """A kind refusal, for a course whose outline anybody may see."""
    return render(request, "courses/not_enrolled.html", {"course": course}, status=403)


def _as_author(page: LessonPage, request):
    if second_factor_missing(request):
        return redirect("mfa_activate_totp")
    return render(request, page.template, page.get_context(request))
