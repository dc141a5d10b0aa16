"""A learner's outline of a course: done, open, to come, and what is next."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET

from courses.doors import not_enrolled
from courses.knots import course_knots
from courses.models import CoursePage
from courses.outline import enrolment_for, outline_of
from courses.signing import unsigned_before_study, unsigned_in_course
from courses.threads.questions import has_news
from training_site.accounts.permissions import needs


@needs("courses.study")
@require_GET
@gzip_page
def course_outline(request, slug):
    courses = list(CoursePage.objects.live().filter(slug=slug).select_related("assessment"))
    for course in courses:
        enrolment = enrolment_for(request.user, course)
        if enrolment is not None:
            return _outline(request, course, enrolment)
    public = [course for course in courses if course.public]
    if not public:
        raise Http404
    return not_enrolled(request, public[0])


def _outline(request, course, enrolment):
    outline = outline_of(course, enrolment)
    now = timezone.now()
    context = {
        "outline": outline,
        "answered": has_news(request.user, course),
        "course": course,
        "parts": course_knots(outline),
        "before_study": [] if outline.completed_at else unsigned_before_study(request.user, now),
        "to_sign": [] if outline.completed_at else unsigned_in_course(request.user, course, now),
    }
    return render(request, "courses/course_outline.html", context)
