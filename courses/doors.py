"""Who gets to read a lesson: learners in the player, its authors on the page, others a kind answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from courses.branches import Branch, branch_of
from courses.models import CoursePage, Enrolment, LessonPage, LessonProgress, LessonVersion
from courses.outline import enrolment_and_progress
from training_site.accounts.permissions import may
from training_site.accounts.second_factor import second_factor_missing


@dataclass(frozen=True)
class Seat:
    """A learner in front of a lesson. Without an enrolment the door stays shut."""

    page: LessonPage
    version: LessonVersion
    course: CoursePage
    branch: Branch
    enrolment: Enrolment | None
    progress: Mapping[UUID, LessonProgress]


def seat_or_404(user, lesson_uuid) -> Seat:
    """A lesson that is not there and one of a closed course answer alike."""
    current = LessonVersion.objects.of(lesson_uuid).current().with_page().with_last_major()
    version = get_object_or_404(current, page__live=True)
    branch = branch_of(version.page.course_path)
    course = next(iter(branch.courses), None)
    if course is None:
        raise Http404
    enrolment, progress = enrolment_and_progress(user, course)
    if enrolment is None and not course.public:
        raise Http404
    return Seat(version.page, version, course, branch, enrolment, progress)


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
    mine = Enrolment.objects.visible_to(request.user).exclude(ended_at=None)
    ended = mine.filter(programme__path=course.programme_path).last()
    context = {"course": course, "ended": ended}
    return render(request, "courses/not_enrolled.html", context, status=403)


def _as_author(page: LessonPage, request):
    if second_factor_missing(request):
        return redirect("mfa_activate_totp")
    return render(request, page.template, page.get_context(request))
