"""What one has been told, and putting it away."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from courses.announcements.actions.announcing import put_away
from courses.models import Announcement, AnnouncementRead
from training_site.accounts.permissions import needs

PAGE = 20


@needs("courses.read_announcements")
@require_GET
def index(request):
    """Newest first; those put away stay here."""
    told = Announcement.objects.visible_to(request.user, timezone.now())
    page = Paginator(told.select_related("written_by", "cohort", "programme"), PAGE)
    page = page.get_page(request.GET.get("page"))
    read = AnnouncementRead.objects.filter(person=request.user, announcement__in=list(page))
    context = {"page": page, "read": set(read.values_list("announcement", flat=True))}
    return render(request, "courses/announcements/index.html", context)


@needs("courses.read_announcements")
@require_POST
def read(request, public_id):
    told = Announcement.objects.visible_to(request.user, timezone.now())
    put_away(get_object_or_404(told, public_id=public_id), request.user, now=timezone.now())
    back = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if ours and back.startswith("/") else "announcements")
