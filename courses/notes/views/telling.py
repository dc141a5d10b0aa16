"""The line after something was kept by a plain form: who can read it, and a hint where one is due."""

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.notes.sharing import with_readers
from courses.notes.views.answers import hint_of


def tell_kept(request, entry) -> None:
    [entry] = with_readers([entry], request.user, timezone.now())
    names = ", ".join(str(share.reader) for share in entry.readers)
    if names:
        messages.success(request, _("Kept. You and %(names)s can read it.") % {"names": names})
    else:
        messages.success(request, _("Kept. Only you can read it."))
    hint = hint_of(entry)
    if hint:
        messages.warning(request, hint)
