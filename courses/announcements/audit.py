"""The verbs of announcements. Who read one is not among them."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "courses.announcement.written": _("wrote an announcement"),
        "courses.announcement.withdrawn": _("withdrew an announcement"),
    }
)
