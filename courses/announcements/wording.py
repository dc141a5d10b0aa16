"""The sentences for refusals around announcements."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "announcement_in_the_past": _("Name today or a day to come."),
        "announcement_withdrawn": _("This announcement has been withdrawn already."),
    }
)
