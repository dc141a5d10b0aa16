"""Does this entry count, and why: for its intern, for whoever signs it, and for staff."""

from collections.abc import Collection
from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.practice.models import HoursEntry
from certification.practice.models.hours import EntryState
from certification.scheme.why import why_of
from training_site.accounts.permissions import may, needs


@needs("practice.ask_why")
@require_safe
def why(request, public_id):
    people = ("intern", "supervisor", "case", "corrects", "correction")
    readable = _readable(request.user)
    entry = get_object_or_404(
        readable.select_related(*people).defer("note", "returned_comment"), public_id=public_id
    )
    if entry.intern_id != request.user.pk and entry.state == EntryState.DRAFT:
        raise Http404
    context = {
        "entry": entry,
        "own": entry.intern_id == request.user.pk,
        "why": why_of(entry, partial(_by_id, readable), timezone.now()),
    }
    return render(request, "certification/scheme/why.html", context)


def _readable(user):
    """Staff read what was handed in; everybody else what is theirs, or theirs to sign."""
    if may(user, "practice.manage"):
        return HoursEntry.objects.all()
    return HoursEntry.objects.visible_to(user)


def _by_id(readable, ids: Collection[str]) -> dict[str, HoursEntry]:
    found = readable.filter(public_id__in=ids).exclude(state=EntryState.DRAFT)
    found = found.select_related("case").defer("note", "returned_comment")
    return {str(one.public_id): one for one in found}
