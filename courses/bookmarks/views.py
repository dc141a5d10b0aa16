"""Marking a place, the list of them, removing one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET, require_POST

from courses.bookmarks.actions import mark, unmark
from courses.bookmarks.shelf import shelf_of
from courses.models import Bookmark
from courses.views.lesson import seated_or_404, way_back
from training_site.accounts.permissions import needs


@needs("courses.study")
@require_GET
@gzip_page
def index(request):
    return render(request, "courses/bookmarks/index.html", {"shelf": shelf_of(request.user)})


@needs("courses.study")
@require_POST
def add(request, lesson_uuid):
    """Back to where the reader was: the same place, with the same choice at a content note."""
    seat = seated_or_404(request, lesson_uuid)
    anchor = request.POST.get("anchor", "")
    if mark(request.user, seat.version, anchor, now=timezone.now()) is None:
        raise Http404
    return redirect(way_back(request, lesson_uuid, anchor or "lesson"))


@needs("courses.study")
@require_POST
def remove(request, public_id):
    """To the lesson where it was removed from there, to the list otherwise."""
    bookmark = get_object_or_404(Bookmark.objects.visible_to(request.user), public_id=public_id)
    unmark(bookmark)
    if request.POST.get("in_lesson"):
        return redirect(way_back(request, bookmark.lesson_uuid, bookmark.anchor or "lesson"))
    messages.success(request, _("The bookmark is gone."))
    return redirect("bookmarks")
