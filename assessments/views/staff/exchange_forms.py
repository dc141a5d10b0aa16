"""What an import and an export are asked for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.interchange import FORMATS
from assessments.interchange.formats import LARGEST_FILE
from training_site.content.models import LearningOutcome

ENCODINGS = [
    ("", _("as the file says, else UTF-8")),
    ("cp1252", "Windows-1252"),
    ("iso-8859-1", "ISO 8859-1"),
    ("utf-16", "UTF-16"),
]


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("GIFT, Aiken, Moodle XML, QTI, Cloze or CSV; 32 MB at most."),
        required=False,
        allow_empty_file=True,
    )
    format = forms.ChoiceField(
        label=_("Format"),
        choices=[("", _("tell it by the content")), *((f.name, f.label) for f in FORMATS.values())],
        required=False,
    )
    outcome = forms.ModelChoiceField(
        LearningOutcome.objects.none(),
        label=_("Outcome"),
        help_text=_("For questions that name none of ours."),
        required=False,
        empty_label=_("none"),
    )
    encoding = forms.ChoiceField(label=_("Encoding"), choices=ENCODINGS, required=False)
    partial = forms.BooleanField(
        label=_("Import what can be imported, even where questions are skipped"), required=False
    )
    held = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(widget=forms.HiddenInput, max_length=300, required=False)
    use_required_attribute = False

    def __init__(self, *args, outcomes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].queryset = outcomes

    def clean(self):
        chosen = self.cleaned_data.get("file")
        if not chosen and not self.cleaned_data.get("held"):
            self.add_error("file", _("Choose the file. The page keeps small ones, not large ones."))
        elif chosen and chosen.size > LARGEST_FILE:
            self.add_error("file", _("The file is larger than 32 MB. Split it, then import each."))


class ExportForm(forms.Form):
    format = forms.ChoiceField(
        label=_("Format"),
        choices=[(known.name, known.label) for known in FORMATS.values() if known.write],
    )
    drafts = forms.BooleanField(
        label=_("The newest wording of each item, drafts too"),
        help_text=_("Otherwise the live one; items without one are left out."),
        required=False,
    )
