"""Logging once more what was logged before: in three taps, or on another date."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from certification.practice.habits import copied, habits_in, just_like, last_entries
from certification.practice.hours_form import HoursForm
from certification.practice.models import SupervisionAgreement
from certification.practice.models.hours import Category
from certification.practice.views.saving import logged, own_entry, posted, say_no, tell_and_go
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date


@needs("practice.keep_record")
@require_safe
def quick(request):
    """The patterns of the last entries; then every kind of hour, and the last entry to copy."""
    entries = last_entries(request.user)
    context = {
        "habits": habits_in(entries),
        "last": max(entries, key=lambda entry: entry.logged_at, default=None),
        "categories": Category.choices,
        "may_log": SupervisionAgreement.objects.of(request.user).ever_approved().exists(),
    }
    return render(request, "certification/practice/quick.html", context)


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def just_now(request, public_id):
    """One like this entry, over just now: to look at and to save."""
    like, now = own_entry(request.user, public_id), timezone.now()
    return _again(request, like, just_like(like, request.user, now), now, copying=False)


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def copy(request, public_id):
    """The same at the same time, on another date."""
    like, now = own_entry(request.user, public_id), timezone.now()
    return _again(request, like, copied(like, civil_date(now)), now, copying=True)


def _again(request, like, initial, now, *, copying):
    form = HoursForm(posted(request), intern=request.user, initial=initial)
    if entry := logged(request, form, now):
        return tell_and_go(request, entry)
    if refused := say_no(request, form):
        return refused
    context = {"form": form, "like": like, "copying": copying}
    return render(request, "certification/practice/again.html", context)
