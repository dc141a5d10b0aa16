"""A file with its words. What it is, its bytes say; the rules refuse, the form only brings it in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.forms import WrittenField
from courses.media.actions.adding import Words
from courses.media.rules.captions import LIMIT
from courses.teaching import programmes_of

TRANSCRIPT = 100_000  # characters
HOURS = 6 * 60  # minutes


class FileForm(forms.Form):
    programme = forms.ModelChoiceField(label=_("Programme"), queryset=None)
    title = forms.CharField(
        label=_("Title"), max_length=120, help_text=_("As it stands in the lesson.")
    )
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        help_text=_(
            "Sound: MP3, M4A, WAV up to 60 MB. Film: MP4 up to 300 MB. To take along: PDF up to 20 "
            "MB, plain text up to 1 MB. What a recording says of device, place and owner is removed; "
            "a PDF keeps its properties, so export it without a name."
        ),
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=HOURS,
        required=False,
        help_text=_("Of sound or film, rounded up."),
    )
    transcript = WrittenField(
        label=_("Transcript"),
        required=False,
        max_length=TRANSCRIPT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Of sound or film: everything that is said, and what is heard or shown."),
    )
    captions = forms.FileField(
        label=_("Captions"), required=False, help_text=_("Of a film: a WebVTT file (.vtt).")
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        programmes = programmes_of(user)
        self.fields["programme"].queryset = programmes
        if len(programmes) == 1:
            self.fields["programme"].initial = programmes[0]

    def clean_captions(self) -> str:
        """The text of the file; the rule looks at what it says."""
        given = self.cleaned_data["captions"]
        if not given:
            return ""
        try:
            return given.read(4 * LIMIT).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise forms.ValidationError(_("Save the captions as UTF-8 text.")) from error

    @property
    def words(self) -> Words:
        names = ("title", "minutes", "transcript", "captions")
        return Words(**{name: self.cleaned_data[name] for name in names})
