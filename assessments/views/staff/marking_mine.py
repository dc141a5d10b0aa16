"""One's own markings, and withdrawing one of them with the reason."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from assessments.actions.marking import withdraw
from assessments.models import Marking
from assessments.views.staff.marking_desk import code_of
from assessments.views.staff.marking_scoring import in_words
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

OWN = 200  # of one's own markings, the newest


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("It stays on record beside the marking."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@needs("assessments.mark")
@require_GET
def mine(request):
    own = Marking.objects.filter(marker=request.user).select_related(
        "attempt_item__item_version__item", "rubric"
    )
    return staff_page(
        request,
        "assessments/staff/marking_mine.html",
        title=_("Markings of mine"),
        icon="edit",
        crumbs=[(_("Marking"), reverse("marking"))],
        markings=[(one, code_of(one.attempt_item)) for one in own.order_by("-at", "-pk")[:OWN]],
    )


@needs("assessments.mark")
@require_http_methods(["GET", "POST"])
def take_back(request, marking):
    own = Marking.objects.filter(marker=request.user, withdrawn_at=None)
    found = get_object_or_404(
        own.select_related("attempt_item__item_version__item", "rubric"), public_id=marking
    )
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _withdraw(request, found, form):
        return redirect("my_markings")
    return staff_page(
        request,
        "assessments/staff/marking_withdraw.html",
        title=_("Withdraw a marking"),
        icon="undo",
        crumbs=[
            (_("Marking"), reverse("marking")),
            (_("Markings of mine"), reverse("my_markings")),
        ],
        marking=found,
        code=code_of(found.attempt_item),
        reached=in_words(found.rubric, found.levels),
        form=form,
    )


def _withdraw(request, marking: Marking, form: WithdrawForm) -> bool:
    try:
        withdraw(marking, form.cleaned_data["reason"], by=request.user, now=timezone.now())
    except Refused as refused:
        form.add_error(None, sentence(refused))
        return False
    messages.success(request, _("Withdrawn. The answer waits to be marked again."))
    return True
