"""The verbs of cohorts in time."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "courses.cohort.scheduled": _("set when the modules of a cohort open"),
        "courses.enrolment.extended": _("gave a learner another last day"),
    }
)
