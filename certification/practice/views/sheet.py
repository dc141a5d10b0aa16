"""A month's sheet before its supervisor: every line, returned, ticked and signed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.practice import actions
from certification.practice.differences import differences
from certification.practice.models import HoursEntry
from certification.practice.sheets import MonthSheet, month_before, sheet_of, supervises
from certification.practice.signing_forms import ReturnForm, SignForm
from certification.practice.waiting import months_waiting
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
    today = civil_date(now)
    form = SignForm(request.POST if request.method == "POST" else None)
    signoff = request.method == "POST" and form.carry_out(
        lambda: _sign(request.user, agreement.intern, month, form, now)
    )
    if signoff:
        messages.success(request, _("Signed. This is your receipt."))
        return redirect("signature_receipt", public_id=signoff.public_id)
    sheet = sheet_of(request.user, agreement.intern, month, today=today)
    context = {"agreement": agreement, "form": form, "today": today, **shown(sheet, form)}
    queue = months_waiting(request.user, today)
    context["waiting"] = next((one for one in queue if _is(one, agreement.intern, month)), None)
    return render(request, "certification/practice/month_sheet.html", context)


def _is(waiting, intern, month) -> bool:
    return waiting.intern.pk == intern.pk and waiting.month == month


def _sign(supervisor, intern, month, form: SignForm, now):
    said = form.cleaned_data
    return actions.sign_month(
        supervisor,
        intern,
        month,
        shown_hash=said["shown"],
        ticked=said["entries"],
        typed_name=said["typed_name"],
        by=supervisor,
        now=now,
    )


def shown(sheet: MonthSheet, form=None) -> dict:
    """The lines with their remarks, and the totals beside those of the month before.

    What was not ticked stays so when the page comes back.
    """
    ticked = set(form.data.getlist("entries")) if form is not None and form.is_bound else None
    lines = [
        {
            "entry": entry,
            "remarks": sheet.noticed.get(entry.pk, ()),
            "ticked": ticked is None or str(entry.public_id) in ticked,
        }
        for entry in sheet.to_sign
    ]
    return {
        "sheet": sheet,
        "lines": lines,
        "differences": differences(sheet),
        "earlier_month": month_before(sheet.month),
    }


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
