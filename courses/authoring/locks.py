"""Why the authors of a page under review can't change it, in a sentence of their own."""

from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock


class PeerLock(WorkflowLock):
    """Wagtail says that only reviewers can edit; here it is that authors wait."""

    def get_message(self, user):
        if not self.for_user(user):
            return None
        return _(
            "Somebody else is to read this. You wrote part of it, so it stands still until they "
            "have. Take it back if you want to go on writing."
        )

    def get_locked_by(self, user, can_lock=False):
        return _("Under review")

    def get_description(self, user, can_lock=False):
        return _("Whoever wrote part of it waits until it is read.")
