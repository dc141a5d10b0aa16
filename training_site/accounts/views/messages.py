"""Everything the site told a person, newest first."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from training_site.accounts.actions.notices import mark_read
from training_site.accounts.models import Notice


@login_required
@require_GET
def inbox(request):
    notices = Notice.objects.filter(person=request.user)
    page = Paginator(notices, 30).get_page(request.GET.get("page"))
    response = render(request, "accounts/messages.html", {"page": page})
    mark_read(request.user, now=timezone.now())
    return response


@login_required
@require_GET
def open_notice(request, public_id):
    """The address in a mail: after sign-in it leads to the matter."""
    notice = get_object_or_404(Notice, person=request.user, public_id=public_id)
    return redirect(notice.url or "notices")
