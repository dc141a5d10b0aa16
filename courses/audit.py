"""The verbs of this app. Reading a page is nobody's business, so no page view is among them."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "courses.enrolment.opened": _("enrolled a learner"),
        "courses.enrolment.ended": _("ended an enrolment"),
        "courses.course.completed": _("completed a course"),
    }
)
