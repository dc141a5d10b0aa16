"""The verbs of live days. What learners answer is nobody's business, so it is not among them."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "courses.live_day.planned": _("planned a live day"),
        "courses.live_day.changed": _("changed a live day"),
        "courses.live_day.cancelled": _("cancelled a live day"),
        "courses.attendance.signed": _("signed a learner's minutes of a live day"),
        "courses.attendance.corrected": _("corrected a learner's minutes by another entry"),
    }
)
