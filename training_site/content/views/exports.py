"""Staff: which files left the house."""

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.exports import export_events, made_of

PAGE = 50


@needs("content.see_exports")
@require_safe
def index(request):
    page = Paginator(export_events(), PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "content/staff/exports.html",
        title=_("Exports made"),
        icon="download",
        page=page,
        rows=made_of(list(page)),
    )
