"""Staff: the register of certificates, on screen and as a file."""

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certification.credentials.due import suspensions_due
from certification.credentials.models import Certificate
from certification.credentials.register import certificates_found, register_sheet
from certification.credentials.telling import telling_of
from training_site.accounts.forms import clean_line
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import asked_before_export
from training_site.content.actions.exporting import take_along
from training_site.content.sheets import KINDS

PAGE = 50


@needs("credentials.see_all")
@require_safe
def index(request):
    """With a format asked for, what is found here as a file; that it was taken is recorded."""
    search, now = clean_line(request.GET.get("q", "")), timezone.now()
    shown = certificates_found(Certificate.objects.visible_to(request.user), search)
    if (kind := request.GET.get("format")) in KINDS:
        asked = asked_before_export(request)
        return asked or _file(request, kind, shown, search, now)
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    query = urlencode({"q": search}) if search else ""
    return staff_page(
        request,
        "staff/certification/certificates.html",
        title=_("Certificates"),
        icon="success",
        page=page,
        rows=[(one, telling_of(one, now)) for one in page],
        search=search,
        query=query,
        paging=f"{query}&" if query else "",
        due=list(suspensions_due(request.user, now).select_related("holder")),
    )


def _file(request, kind: str, shown, search: str, now):
    """That it was searched is kept, not for whom: who is erased would stay in the words."""
    return take_along(
        register_sheet(shown, now),
        kind,
        "certification.certificates.exported",
        by=request.user,
        now=now,
        chosen=_("Searched by name or number") if search else "",
    )
