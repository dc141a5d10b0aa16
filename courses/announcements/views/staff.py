"""Instructors: what was told and what is to be, writing, withdrawing."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from courses.announcements.actions.announcing import announce, withdraw
from courses.announcements.forms import AnnouncementForm
from courses.models import Announcement
from courses.teaching import in_programmes_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 30


def mine(user):
    told = Announcement.objects.filter(in_programmes_of(user))
    return told.select_related("programme", "cohort", "written_by")


@needs("courses.teach")
@require_GET
def index(request):
    return staff_page(
        request,
        "courses/staff/announcements.html",
        title=_("Announcements"),
        icon="mail",
        page=Paginator(mine(request.user), PAGE).get_page(request.GET.get("page")),
        now=timezone.now(),
    )


@needs("courses.teach")
@require_http_methods(["GET", "POST"])
def add(request):
    form = AnnouncementForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            announce(**form.cleaned_data, by=request.user, now=timezone.now())
        except Refused as refused:
            form.add_error("day", sentence(refused))
        else:
            messages.success(request, _("Written. Everybody it is for is told when it shows."))
            return redirect("announcement_desk")
    return staff_page(
        request,
        "courses/staff/announcement.html",
        title=_("Write an announcement"),
        icon="mail",
        crumbs=_crumbs(),
        form=form,
    )


@needs("courses.teach")
@require_http_methods(["GET", "POST"])
def take_back(request, public_id):
    """Withdraw one, after the page has said what that does."""
    announcement = get_object_or_404(mine(request.user), public_id=public_id)
    if request.method == "POST":
        try:
            withdraw(announcement, by=request.user, now=timezone.now())
        except Refused as refused:
            messages.error(request, sentence(refused))
        else:
            messages.success(request, _("Withdrawn. No learner sees it any more."))
        return redirect("announcement_desk")
    return staff_page(
        request,
        "courses/staff/withdraw_announcement.html",
        title=_("Withdraw an announcement"),
        icon="mail",
        crumbs=_crumbs(),
        announcement=announcement,
    )


def _crumbs():
    return [(_("Announcements"), reverse("announcement_desk"))]
