"""The verbs of sharing. What somebody writes for themselves is no event."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "courses.journal.shared": _("let a mentor read an entry of the journal"),
        "courses.journal.taken_back": _("took an entry of the journal back from a mentor"),
    }
)
