"""Several months under one signature: every line of each, each sheet signed whole or not at all."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from certification.practice import actions
from certification.practice.actions import SheetToSign
from certification.practice.months import MonthConverter
from certification.practice.sheets import sheet_of, supervises
from certification.practice.signing_forms import SignManyForm
from certification.practice.views.sheet import shown
from certification.practice.waiting import months_waiting
from training_site.accounts.permissions import needs
from training_site.accounts.step_up import step_up_required
from training_site.content.civil import civil_date
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused

AT_ONCE = 10
"""Sheets on one page; the others follow once these are signed."""
TEMPLATE = "certification/practice/sign_many.html"


@needs("practice.supervise")
@step_up_required
@require_http_methods(["GET", "POST"])
def sign_many(request):
    now = timezone.now()
    form = SignManyForm(request.POST if request.method == "POST" else None)
    report = request.method == "POST" and form.carry_out(lambda: _sign(request, form, now))
    if report:
        context = {"signed": _signed(report), "kept": _kept(report)}
        return render(request, "certification/practice/signed_many.html", context)
    queue = months_waiting(request.user, civil_date(now))
    sheets = [_sheet(request.user, row, form, now) for row in queue[:AT_ONCE]]
    sheets = [one for one in sheets if one["lines"]]
    context = {"form": form, "sheets": sheets, "further": max(0, len(queue) - AT_ONCE)}
    context["statement"] = sheets[0]["sheet"].statement if sheets else None
    context["line_count"] = sum(len(one["lines"]) for one in sheets)
    context["minutes"] = sum(one["sheet"].minutes for one in sheets)
    return render(request, TEMPLATE, context)


def _sheet(supervisor, row, form, now) -> dict:
    sheet = sheet_of(supervisor, row.intern, row.month, today=civil_date(now))
    return shown(sheet, form) | {"waiting": row}


def _sign(request, form: SignManyForm, now) -> list:
    said = form.cleaned_data
    sheets = [one for one in map(_read, request.POST.getlist("sheets")) if one]
    to_sign = [_ticked(request.user, *one, said["entries"], now) for one in sheets]
    return actions.sign_months(
        request.user,
        [one for one in to_sign if one],
        typed_name=said["typed_name"],
        by=request.user,
        now=now,
    )


def _read(text: str):
    """`intern:month:hash`, as the page wrote it; None where it is something else."""
    intern, _colon, rest = text.partition(":")
    month, _colon, shown_hash = rest.partition(":")
    try:
        return public_id_in(intern), MonthConverter().to_python(month), shown_hash
    except (AttributeError, ValueError):
        return None


def _ticked(supervisor, intern_id, month, shown_hash, entries, now) -> SheetToSign | None:
    """The lines of this sheet among all that were ticked; None where none was, or it is not theirs."""
    agreement = supervises(supervisor, intern_id) if intern_id else None
    if agreement is None:
        return None
    mine = agreement.intern.hours.in_month(month).filter(supervisor=supervisor)
    ticked = list(mine.filter(public_id__in=entries).values_list("public_id", flat=True))
    return SheetToSign(agreement.intern, month, shown_hash, ticked) if ticked else None


def _signed(report) -> list:
    return [done for _one, done in report if not isinstance(done, Refused)]


def _kept(report) -> list:
    return [(one, done) for one, done in report if isinstance(done, Refused)]
