"""The verbs of this app. Reading a page is nobody's business, so no page view is among them."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "courses.enrolment.opened": _("enrolled a learner"),
        "courses.enrolment.ended": _("ended an enrolment"),
        "courses.course.completed": _("completed a course"),
        "courses.curriculum.exported": _("wrote the curriculum and its items to files"),
        "courses.page.approved": _("approved what somebody else wrote"),
        "courses.page.sent_back": _("asked for changes in what somebody else wrote"),
        "courses.programme.closed": _("gave a programme a team of its own"),
        "courses.programme.opened": _("opened a programme to all instructors"),
        "courses.programme.joined": _("put an instructor into a programme's team"),
        "courses.programme.left": _("took an instructor out of a programme's team"),
        "courses.page.published": _("published what somebody else wrote"),
    }
)
