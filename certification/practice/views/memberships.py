"""Staff: who is a member until when, and what was recorded of each."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.practice import actions
from certification.practice.leave_forms import MembershipForm
from certification.practice.membership_questions import member, members, members_sheet
from certification.practice.models import Membership
from certification.practice.views.staff import crumbs, posted
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import asked_before_export
from training_site.content.actions.exporting import take_along
from training_site.content.civil import civil_date
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 100


@needs("practice.manage")
@require_safe
def index(request):
    everybody = members(civil_date(timezone.now()))
    return staff_page(
        request,
        "staff/practice/memberships.html",
        title=_("Memberships"),
        icon="group",
        crumbs=crumbs(),
        soon=[one for one in everybody if one.standing == "lapses_soon"],
        page=Paginator(everybody, PAGE).get_page(request.GET.get("page")),
    )


@needs("practice.manage")
@require_safe
def export(request):
    """The same list as a file, inert in a spreadsheet; that it was taken is recorded."""
    if asked := asked_before_export(request, reverse("practice_memberships")):
        return asked
    now = timezone.now()
    sheet, verb = members_sheet(civil_date(now)), "certification.memberships.exported"
    return take_along(sheet, "csv", verb, by=request.user, now=now)


@needs("practice.manage")
@require_http_methods(["GET", "POST"])
def person(request, public_id):
    """One person's spans, and a form for the next."""
    who = get_object_or_404(User, public_id=public_id)
    now = timezone.now()
    form = MembershipForm(posted(request, "record"))
    if form.is_bound and form.carry_out(
        lambda: actions.record_membership(who, **form.cleaned_data, by=request.user, now=now)
    ):
        messages.success(request, _("Recorded."))
        return redirect("practice_membership", public_id)
    if request.POST.get("act") == "remove":
        _remove(request, who, now)
        return redirect("practice_membership", public_id)
    return staff_page(
        request,
        "staff/practice/membership.html",
        title=_("Membership of {name}").format(name=who.name),
        icon="user",
        crumbs=[*crumbs(), (_("Memberships"), reverse("practice_memberships"))],
        member=member(who, civil_date(now)),
        spans=Membership.objects.filter(person=who).select_related("recorded_by"),
        form=form,
    )


def _remove(request, who: User, now) -> None:
    spans = Membership.objects.filter(person=who).select_related("person")
    span = get_object_or_404(spans, public_id=public_id_in(request.POST.get("span")))
    try:
        actions.remove_membership(span, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Taken off. The record keeps that it was there."))
