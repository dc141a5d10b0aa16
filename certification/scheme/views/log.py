"""The log of practice to take away: for the intern their own, for staff anybody's they answer for."""

from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from certification.practice.models import HoursEntry
from certification.scheme.actions import record_log_taken
from certification.scheme.documents.log_pdf import log_pdf
from certification.scheme.documents.log_sheet import log_sheet
from certification.scheme.log import Log, log_of
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.content.association import association
from training_site.content.sheets import as_file
from training_site.content.typesetting import GlyphMissing

KINDS = (
    ("pdf", gettext_lazy("PDF, to print or to read aloud")),
    ("xlsx", gettext_lazy("XLSX, for a spreadsheet")),
    ("csv", gettext_lazy("CSV, for other software")),
)


class LogForm(forms.Form):
    """Which months, and in which form. The months are those there are."""

    first = forms.ChoiceField(label=gettext_lazy("From"), required=False)
    last = forms.ChoiceField(label=gettext_lazy("To"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("As"), choices=KINDS, widget=forms.RadioSelect)

    def __init__(self, person, data=None):
        super().__init__(data, initial={"kind": "pdf"})
        months = [(f"{one:%Y-%m}", f"{one:%B %Y}") for one in _months(person)]
        self.fields["first"].choices = [("", _("the beginning")), *months]
        self.fields["last"].choices = [("", _("the end")), *months]

    def clean(self):
        cleaned = super().clean()
        first, last = self.month("first"), self.month("last")
        if first and last and last < first:
            self.add_error("last", _("The last month lies before the first."))
        return cleaned

    def month(self, name: str) -> date | None:
        value = self.cleaned_data.get(name)
        return date.fromisoformat(f"{value}-01") if value else None


@needs("practice.keep_record")
@require_safe
def own(request):
    """The choice; with a kind chosen, the file itself."""
    form = LogForm(request.user, request.GET if "kind" in request.GET else None)
    if form.is_bound and form.is_valid():
        return _answer(request, form, request.user)
    return render(request, "certification/scheme/log.html", {"form": form})


@needs("practice.manage")
@require_safe
def of_intern(request, public_id):
    """The same for staff; that they took it is on the record, where its subject sees it."""
    person = get_object_or_404(User, public_id=public_id, internship_admission__isnull=False)
    form = LogForm(person, request.GET if "kind" in request.GET else {"kind": "pdf"})
    if form.is_valid():
        return _answer(request, form, person)
    return HttpResponse(_("There is no such log."), status=400)


def _answer(request, form: LogForm, person) -> HttpResponse:
    now = timezone.now()
    log = log_of(person, now, first=form.month("first"), last=form.month("last"))
    kind = form.cleaned_data["kind"]
    response = _pdf(log) if kind == "pdf" else as_file(log_sheet(log), kind)
    if response.status_code == 200 and person != request.user:
        record_log_taken(person, kind=kind, by=request.user, now=now)
    response["Cache-Control"] = "private, no-store"
    return response


def _pdf(log: Log) -> HttpResponse:
    try:
        content = log_pdf(log, association().name)
    except GlyphMissing as missing:
        told = _("The PDF can't print these characters: %(some)s. Take the XLSX or CSV instead.")
        return HttpResponse(told % {"some": missing.characters}, status=422)
    response = HttpResponse(content, content_type="application/pdf")
    name = log_sheet(log).name
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _months(person) -> list[date]:
    days = HoursEntry.objects.of(person).exclude(state="draft").dates("date", "month")
    return list(days)
