"""The verbs of files."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "courses.file.added": _("added a file for lessons"),
        "courses.file.discarded": _("removed a file that no lesson ever named"),
    }
)
