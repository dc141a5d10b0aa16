"""Staff: supervisors from outside whom interns have named."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.practice import actions
from certification.practice.models import SupervisorNomination
from certification.practice.views.staff import crumbs
from training_site.accounts.models import Invitation, User
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.manage")
@require_http_methods(["GET", "POST"])
def nomination(request, public_id):
    """Who was named, by whom; to invite them or to decline."""
    nominations = SupervisorNomination.objects.select_related("intern", "invited_by", "declined_by")
    one = get_object_or_404(nominations, public_id=public_id)
    if request.method == "POST":
        _answer(request, one)
        return redirect("practice_nomination", public_id)
    invitations = Invitation.objects.visible_to(request.user)
    return staff_page(
        request,
        "staff/practice/nomination.html",
        title=one.name,
        icon="user",
        crumbs=crumbs(),
        nomination=one,
        known=User.objects.filter(email__iexact=one.email).first(),
        invitation=invitations.filter(public_id=one.invitation_id).first(),
    )


def _answer(request, nomination: SupervisorNomination) -> None:
    act = {"invite": actions.invite_nominated, "decline": actions.decline_nomination}.get(
        request.POST.get("act")
    )
    if act is None:
        return
    try:
        act(nomination, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Done. The intern has been told."))
