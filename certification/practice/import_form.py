"""A spreadsheet of hours, chosen as a file or pasted."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from certification.practice.forms import ActionForm
from certification.practice.rules.spreadsheets import read_spreadsheet, text_of
from training_site.verdict import Refused
from training_site.wording import sentence


class ImportForm(ActionForm):
    """`text` carries the table from the report to the adding; `shown` the hash of what it showed."""

    file = forms.FileField(
        label=_("CSV file"),
        required=False,
        help_text=_("It is read and not kept."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv,text/plain"}),
    )
    text = forms.CharField(
        label=_("Or paste the cells"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=_("Headings first. Copied from a spreadsheet, the cells stay apart."),
    )
    notes_read = forms.BooleanField(
        label=_("I have read these notes again: they identify nobody."), required=False
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    field_of = {"notes_to_read": "notes_read"}

    def clean(self):
        cleaned = super().clean()
        file, text = cleaned.get("file"), cleaned.get("text") or ""
        if self.errors:
            return cleaned
        if not file and not text.strip():
            raise ValidationError(_("Choose a file, or paste the cells."), code="required")
        try:
            cleaned["text"] = text_of(file.read()) if file else text
            cleaned["sheet"] = read_spreadsheet(cleaned["text"])
        except Refused as refused:
            self.add_error("file" if file else "text", sentence(refused))
        return cleaned
