"""A learner's outline of a course: done, open, to come, and what is next."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from courses.doors import not_enrolled
from courses.knots import course_knots
from courses.models import CoursePage
from courses.outline import enrolment_for, outline_of
from training_site.accounts.permissions import needs


@needs("courses.study")
@require_GET
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
    context = {"outline": outline, "course": course, "parts": course_knots(outline)}
    return render(request, "courses/course_outline.html", context)
