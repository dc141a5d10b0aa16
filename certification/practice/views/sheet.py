"""A month's sheet before its supervisor: every line, returned or signed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.practice import actions
from certification.practice.models import HoursEntry
from certification.practice.models.hours import Category
from certification.practice.sheets import (
    MonthSheet,
    month_before,
    remarks_on,
    sheet_of,
    supervises,
)
from certification.practice.signing_forms import ReturnForm, SignForm
from training_site.accounts.permissions import needs
from training_site.accounts.step_up import step_up_required
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.supervise")
@step_up_required
@require_http_methods(["GET", "POST"])
def month_sheet(request, public_id, month):
    agreement = supervises(request.user, public_id)
    if agreement is None:
        raise Http404
    now = timezone.now()
    form = SignForm(request.POST if request.method == "POST" else None)
    signoff = request.method == "POST" and form.carry_out(
        lambda: _sign(request.user, agreement.intern, month, form, now)
    )
    if signoff:
        messages.success(request, _("Signed. This is your receipt."))
        return redirect("signature_receipt", public_id=signoff.public_id)
    sheet = sheet_of(request.user, agreement.intern, month, today=civil_date(now))
    context = {"agreement": agreement, "sheet": sheet, "form": form, **_shown(sheet)}
    return render(request, "certification/practice/month_sheet.html", context)


def _sign(supervisor, intern, month, form: SignForm, now):
    said = form.cleaned_data
    return actions.sign_month(
        supervisor,
        intern,
        month,
        shown_hash=said["shown"],
        typed_name=said["typed_name"],
        by=supervisor,
        now=now,
    )


def _shown(sheet: MonthSheet) -> dict:
    """The lines with their remarks, and the totals beside those of the month before."""
    return {
        "lines": [(entry, remarks_on(entry)) for entry in sheet.to_sign],
        "differences": differences(sheet),
        "earlier_month": month_before(sheet.month),
    }


def differences(sheet: MonthSheet) -> list[dict]:
    """Totals by category: to sign, signed already, the month before, and the difference."""
    rows = []
    for category in Category:
        now_, signed = sheet.totals.get(category, 0), sheet.signed_totals.get(category, 0)
        before = sheet.last_month.get(category, 0)
        if now_ or signed or before:
            rows.append(
                {
                    "label": category.label,
                    "to_sign": now_,
                    "signed": signed,
                    "before": before,
                    "change": now_ + signed - before,
                }
            )
    return rows


@needs("practice.supervise")
@require_POST
def return_hours(request, public_id):
    """Back to the intern with a comment. The rest of the sheet stays."""
    mine = HoursEntry.objects.visible_to(request.user).filter(supervisor=request.user)
    entry = get_object_or_404(mine.select_related("intern"), public_id=public_id)
    form = ReturnForm(request.POST)
    if form.is_valid():
        try:
            actions.return_entry(
                entry, comment=form.cleaned_data["comment"], by=request.user, now=timezone.now()
            )
            messages.success(request, _("Returned with your comment."))
        except Refused as refused:
            messages.error(request, sentence(refused))
    else:
        messages.error(request, sentence("comment_needed"))
    return redirect("month_sheet", public_id=entry.intern.public_id, month=entry.month)
