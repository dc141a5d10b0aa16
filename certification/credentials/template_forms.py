"""The form of a certificate template. Whatever is amiss is said at its field, and nothing is lost."""

import base64
import binascii
from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from certification.credentials.actions.templates import MOST_SIGNATORIES, Words, clean_logo
from certification.credentials.models import CertificateTemplate
from certification.credentials.rules.template_words import PLACEHOLDERS, braced, check_wording
from certification.credentials.specimens import LABELS, ORDINARY
from certification.practice.fields import PlainTextField
from certification.practice.forms import ActionForm
from training_site.accounts.forms import clean_line
from training_site.content.typesetting import missing_glyphs
from training_site.verdict import Refused
from training_site.wording import sentence

PEOPLE = range(1, MOST_SIGNATORIES + 1)
LONGEST_WORDING = 1_200


class LineField(forms.CharField):
    """One line of text without what can't be seen."""

    def to_python(self, value):
        return clean_line(super().to_python(value))


class InstantField(forms.CharField):
    """When a draft was written last, as the page that comes back had seen it."""

    widget = forms.HiddenInput

    def clean(self, value) -> datetime:
        try:
            return datetime.fromisoformat(super().clean(value))
        except ValueError:
            raise ValidationError(_("Open this page anew; it is older than the draft.")) from None


class PublishForm(ActionForm):
    seen = InstantField(required=False)


class SampleForm(forms.Form):
    """With whose name the page is shown. Anything else shows the ordinary one."""

    sample = forms.ChoiceField(
        label=_("Show it with"), choices=list(LABELS.items()), required=False
    )

    @classmethod
    def chosen(cls, data) -> str:
        form = cls(data)
        return (form.is_valid() and form.cleaned_data["sample"]) or ORDINARY


class TemplateForm(ActionForm):
    heading = LineField(
        label=_("Heading"),
        help_text=_("Above everything else. Leave it empty for none."),
        max_length=80,
        required=False,
    )
    wording = PlainTextField(
        label=_("Wording"),
        help_text=_("Line by line. Filled in for each certificate: {placeholders}.").format(
            placeholders=" ".join(map(braced, PLACEHOLDERS))
        ),
        max_length=LONGEST_WORDING,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "true"}),
    )
    closing = LineField(
        label=_("Line at the foot"),
        help_text=_("Small, below the number and the dates."),
        max_length=200,
        required=False,
    )
    logo = forms.FileField(
        label=_("Picture"),
        help_text=_(
            "PNG or JPEG, up to 2 MB; it stands at the top, up to 56 mm wide. Only its pixels are kept."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    logo_alt = LineField(
        label=_("What the picture shows"),
        help_text=_("For those who hear the certificate read aloud."),
        max_length=120,
        required=False,
    )
    drop_logo = forms.BooleanField(label=_("Without the picture"), required=False)
    chosen_logo = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = InstantField(required=False)

    field_of = {"template_does_not_fit": "wording"}

    def __init__(self, *args, template: CertificateTemplate, **kwargs):
        self.template = template
        super().__init__(*args, initial=_initial(template), **kwargs)
        for place in PEOPLE:
            self.fields[f"name_{place}"] = LineField(
                label=_("Name"), max_length=100, required=False
            )
            self.fields[f"role_{place}"] = LineField(label=_("Role"), max_length=60, required=False)

    @property
    def people(self):
        """The fields of those who sign besides whoever decided, two by two."""
        return [(self[f"name_{place}"], self[f"role_{place}"]) for place in PEOPLE]

    def clean_wording(self):
        wording = self.cleaned_data["wording"]
        if not (verdict := check_wording(wording)):
            raise ValidationError(sentence(verdict), code=verdict.reason)
        return wording

    def clean_logo(self):
        return _cleaned(self.cleaned_data["logo"].read()) if self.cleaned_data["logo"] else b""

    def clean_chosen_logo(self):
        """A picture chosen before, kept in the form; what came back is looked at like any other."""
        try:
            data = base64.b64decode(self.cleaned_data["chosen_logo"], validate=True)
        except (binascii.Error, ValueError):
            return b""
        return _cleaned(data) if data else b""

    def clean(self):
        cleaned = super().clean()
        if self._picture() and not cleaned.get("logo_alt"):
            self.add_error("logo_alt", sentence("logo_needs_words"))
        for place in PEOPLE:
            if cleaned.get(f"role_{place}") and not cleaned.get(f"name_{place}"):
                self.add_error(f"name_{place}", _("Write whose role this is, or leave both empty."))
        self._say_what_has_no_glyph()
        self._keep_the_picture()
        return cleaned

    def words(self) -> Words:
        """What was typed, once it is valid."""
        typed = self.cleaned_data
        pairs = [(typed[f"name_{place}"], typed[f"role_{place}"]) for place in PEOPLE]
        return Words(
            heading=typed["heading"],
            wording=typed["wording"],
            closing=typed["closing"],
            signatories=[{"name": name, "role": role} for name, role in pairs if name],
            logo=self._picture(),
            logo_alt=typed["logo_alt"],
        )

    def _picture(self) -> bytes:
        typed = self.cleaned_data
        if typed.get("drop_logo"):
            return b""
        stored = bytes(self.template.logo or b"")
        return typed.get("logo") or typed.get("chosen_logo") or stored

    def _say_what_has_no_glyph(self) -> None:
        printed = {
            name: text
            for name, text in self.cleaned_data.items()
            if name in ("heading", "wording", "closing") or name[:5] in ("name_", "role_")
        }
        missing = missing_glyphs("\n".join(printed.values()))
        for name, text in printed.items():
            if here := "".join(each for each in missing if each in text):
                self.add_error(name, sentence("words_without_glyph", characters=here))

    def _keep_the_picture(self) -> None:
        """Browsers forget a chosen file when a form comes back; this one has it already."""
        if self.cleaned_data.get("logo"):
            self.data = self.data.copy()
            kept = base64.b64encode(self.cleaned_data["logo"]).decode()
            self.data[self.add_prefix("chosen_logo")] = kept


def _cleaned(data: bytes) -> bytes:
    try:
        return clean_logo(data)
    except Refused as refused:
        raise ValidationError(sentence(refused), code=refused.reason) from None


def _initial(template: CertificateTemplate) -> dict:
    people = {}
    for place, each in enumerate(template.signatories, start=1):
        people |= {f"name_{place}": each["name"], f"role_{place}": each["role"]}
    return people | {
        "heading": template.heading,
        "wording": template.wording,
        "closing": template.closing,
        "logo_alt": template.logo_alt,
        "seen": template.written_at.isoformat(),
    }
