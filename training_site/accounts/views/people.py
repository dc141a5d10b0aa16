"""Staff: who is here, who is invited, whose age and identity were seen, who holds which role."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from training_site.accounts.actions import identity, invitations, roles
from training_site.accounts.forms import IdentityForm, InviteForm, RoleForm, clean_line
from training_site.accounts.models import Invitation, User
from training_site.accounts.notices import absolute
from training_site.accounts.permissions import may, needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 50


@needs("accounts.invite")
@require_GET
def index(request):
    search = clean_line(request.GET.get("q", ""))
    people = User.objects.prefetch_related("groups").order_by("name", "pk")
    if search:
        people = people.filter(name__icontains=search) | people.filter(email__icontains=search)
    now = timezone.now()
    mine = Invitation.objects.visible_to(request.user)
    open_invitations = mine.filter(accepted_at=None, revoked_at=None)
    return staff_page(
        request,
        "staff/people/index.html",
        title=_("People"),
        icon="group",
        page=Paginator(people, PAGE).get_page(request.GET.get("page")),
        invitations=[(one, one.state(now)) for one in open_invitations[:PAGE]],
        search=search,
    )


@needs("accounts.invite")
@require_http_methods(["GET", "POST"])
def invite(request):
    form = InviteForm(request.POST or None, inviter=request.user)
    if request.method == "POST" and form.is_valid():
        sent = invitations.invite(**form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Invited. The link can be copied here as well."))
        return redirect("people_invitation", sent.public_id)
    return staff_page(
        request,
        "staff/people/invite.html",
        title=_("Invite somebody"),
        icon="mail",
        crumbs=_crumbs(),
        form=form,
    )


@needs("accounts.invite")
@require_http_methods(["GET", "POST"])
def invitation(request, public_id):
    """One invitation: its link to copy, sent again or revoked."""
    one = get_object_or_404(Invitation.objects.visible_to(request.user), public_id=public_id)
    now = timezone.now()
    if request.method == "POST":
        act = {"again": invitations.send_again, "revoke": invitations.revoke}.get(
            request.POST.get("act")
        )
        if act:
            _try(request, lambda: act(one, by=request.user, now=now), _("Done."))
        return redirect("people_invitation", public_id)
    return staff_page(
        request,
        "staff/people/invitation.html",
        title=_("Invitation for {name}").format(name=one.name),
        icon="mail",
        crumbs=_crumbs(),
        invitation=one,
        state=one.state(now),
        link=absolute(one.path),
    )


@needs("accounts.record_identity")
@step_up_required
@require_http_methods(["GET", "POST"])
def person(request, public_id):
    """One person: roles, and the record that age and identity were seen."""
    who = get_object_or_404(User, public_id=public_id)
    identity_form = IdentityForm(request.POST if "seen_on" in request.POST else None)
    role_form = RoleForm(request.POST if "role" in request.POST else None)
    if request.method == "POST":
        if _record_identity(request, who, identity_form) or _change_role(request, who, role_form):
            return redirect("people_person", public_id)
    return staff_page(
        request,
        "staff/people/person.html",
        title=who.name,
        icon="user",
        crumbs=_crumbs(),
        person=who,
        checks=who.identity_checks.select_related("seen_by"),
        grants=who.role_grants.order_by("-given_at").select_related("given_by"),
        identity_form=identity_form,
        role_form=role_form,
        may_give_role=may(request.user, "accounts.give_role"),
    )


def _record_identity(request, who, form) -> bool:
    if not (form.is_bound and form.is_valid()):
        return False
    day = form.cleaned_data["seen_on"]
    try:
        identity.record_identity_seen(who, seen_on=day, by=request.user, now=timezone.now())
    except Refused as refused:
        form.add_error("seen_on", sentence(refused))
        return False
    messages.success(request, _("Recorded: age and identity seen."))
    return True


def _change_role(request, who, form) -> bool:
    if not (form.is_bound and form.is_valid() and may(request.user, "accounts.give_role")):
        return False
    change = roles.take_role if form.cleaned_data["take"] else roles.give_role
    try:
        change(who, form.cleaned_data["role"], by=request.user, now=timezone.now())
    except Refused as refused:
        form.add_error("role", sentence(refused))
        return False
    messages.success(request, _("Changed. It holds from the person's next request on."))
    return True


def _try(request, act, done: str) -> None:
    try:
        act()
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, done)


def _crumbs():
    return [(_("People"), reverse("people"))]
