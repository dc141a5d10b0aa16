"""Staff: a corrected name, a narrower scope. Each says what it does before it is done."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.credentials import actions
from certification.credentials.lines import waiting_for
from certification.credentials.models import Certificate
from certification.credentials.replacing_forms import NameForm, ScopeForm
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("credentials.correct")
@step_up_required
@require_http_methods(["GET", "POST"])
def correct_name(request, public_id):
    title = _("Correct the name")
    return _page(request, public_id, NameForm, actions.correct_name, title)


@needs("credentials.narrow")
@step_up_required
@require_http_methods(["GET", "POST"])
def narrow_scope(request, public_id):
    title = _("Narrow the scope")
    return _page(request, public_id, ScopeForm, actions.narrow_scope, title)


def _page(request, public_id, form_class, act, title: str):
    reach = Certificate.objects.visible_to(request.user).current().select_related("holder")
    one = get_object_or_404(reach, public_id=public_id)
    form = form_class(request.POST or None, printed=one.frozen)
    if form.is_bound and form.is_valid() and _asked(request, one, form, act):
        messages.success(request, _("Asked for. The new certificate stands here in a minute."))
        return redirect("certification_certificate", public_id)
    number = _("Certificate {number}").format(number=one.display_number)
    return staff_page(
        request,
        "staff/certification/replace.html",
        title=title,
        icon="success",
        crumbs=[
            (_("Certificates"), reverse("certification_certificates")),
            (number, reverse("certification_certificate", args=[one.public_id])),
        ],
        certificate=one,
        form=form,
        links=one.shares.open(timezone.now()).count(),
        waiting=waiting_for(one),
    )


def _asked(request, one: Certificate, form, act) -> bool:
    try:
        act(one, **form.cleaned_data, by=request.user, now=timezone.now())
    except Refused as refused:
        form.add_error(form.field_of(refused.reason), sentence(refused))
        return False
    return True
