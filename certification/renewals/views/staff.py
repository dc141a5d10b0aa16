"""Staff: renewals handed in, and whose term ends soon, is in grace or has lapsed."""

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from certification.renewals.due import handed_in, near_their_end
from certification.renewals.rules.due import SHOWN
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date

PAGE = 50
ICON = "rotate"
STRETCHES = {
    "ahead": _lazy("Ends within twelve months"),
    "grace": _lazy("In grace"),
    "lapsed": _lazy("Lapsed within a year"),
}


@needs("renewals.see")
@require_safe
def index(request):
    """The queue on top; below it one stretch of last days at a time."""
    now = timezone.now()
    today = civil_date(now)
    which = request.GET.get("which")
    which = which if which in SHOWN else "ahead"
    rows = near_their_end(which, today)
    return staff_page(
        request,
        "staff/renewals/index.html",
        title=_("Renewals"),
        icon=ICON,
        queue=handed_in(request.user, now),
        which=which,
        heading=STRETCHES[which],
        stretches=STRETCHES.items(),
        page=Paginator(rows, PAGE).get_page(request.GET.get("page")),
        today=today,
    )
