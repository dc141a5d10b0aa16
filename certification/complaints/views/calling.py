"""Calling a committee: who can sit and who can't, the chair, and people from outside."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.complaints import actions
from certification.complaints.committee_forms import CallForm, InviteForm
from certification.complaints.models import Complaint
from certification.complaints.people import candidates_for, seats_missing
from certification.complaints.rules.states import State
from certification.complaints.views.desk import UNPROCESSABLE, complaint_for, crumbs
from certification.complaints.votes import ballot_of
from certification.complaints.wording import CONFLICT_WORDS
from training_site.accounts.notices import absolute
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("complaints.handle")
@require_http_methods(["GET", "POST"])
def committee(request, public_id):
    one, now = _before_a_committee(request, public_id), timezone.now()
    candidates = candidates_for(one, civil_date(now))
    form = CallForm(request.POST or None, candidates=candidates)
    if request.POST.get("act") == "chair":
        return _name_chair(request, one, now)
    if form.is_bound and form.carry_out(
        lambda: actions.call_member(one, **form.cleaned_data, by=request.user, now=now)
    ):
        messages.success(request, _("Called. They are asked to accept first."))
        return redirect("complaint_committee", public_id)
    return staff_page(
        request,
        "staff/complaints/committee.html",
        title=_("Committee"),
        icon="group",
        crumbs=crumbs(one),
        status=UNPROCESSABLE if form.errors else 200,
        complaint=one,
        ballot=ballot_of(one),
        missing=seats_missing(one),
        invited=one.outside_invitations.filter(person=None, ended_at=None).select_related(
            "invitation"
        ),
        excluded=[(each.person, _why(each)) for each in candidates if not each.verdict],
        form=form if form.people else None,
    )


@needs("complaints.handle")
@require_http_methods(["GET", "POST"])
def invite(request, public_id):
    one, form = _before_a_committee(request, public_id), InviteForm(request.POST or None)
    case = form.is_bound and form.carry_out(
        lambda: actions.invite_outsider(
            one, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    )
    if case:
        link = absolute(case.invitation.path)
        messages.success(request, _("Invited. The link: {link}").format(link=link))
        return redirect("complaint_committee", public_id)
    way = [*crumbs(one), (_("Committee"), reverse("complaint_committee", args=[public_id]))]
    return staff_page(
        request,
        "staff/complaints/invite.html",
        title=_("Invite somebody from outside"),
        icon="mail",
        crumbs=way,
        status=UNPROCESSABLE if form.errors else 200,
        form=form,
    )


def _before_a_committee(request, public_id) -> Complaint:
    one = complaint_for(request, public_id)
    if one.state != State.COMMITTEE:
        raise Http404
    return one


def _name_chair(request, one: Complaint, now):
    members = one.members.filter(round=one.round, stepped_back_at=None)
    member = get_object_or_404(members, public_id=public_id_in(request.POST.get("member")))
    try:
        actions.name_chair(member, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Named. They are told."))
    return redirect("complaint_committee", one.public_id)


def _why(candidate) -> list[str]:
    """What stands in the way; the conflicts that the record shows, one by one."""
    if candidate.verdict.reason != "in_conflict":
        return [sentence(candidate.verdict)]
    kinds = dict.fromkeys(one.kind for one in candidate.conflicts.excluding)
    return [str(CONFLICT_WORDS[kind]) for kind in kinds]
