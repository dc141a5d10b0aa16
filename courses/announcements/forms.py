"""What an instructor writes to everybody."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.fields import DayField, lines
from courses.models import Cohort
from courses.teaching import in_programmes_of, programmes_of


class AnnouncementForm(forms.Form):
    programme = forms.ModelChoiceField(label=_("Programme"), queryset=None)
    cohort = forms.ModelChoiceField(
        label=_("Cohort"),
        queryset=None,
        required=False,
        help_text=_("Empty: everybody who studies in the programme."),
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=120,
        help_text=_("Neutral: it stands on the home, where others may look on. No mail has it."),
    )
    text = lines(8, label=_("Text"), help_text=_("An empty line begins a paragraph."))
    day = DayField(
        label=_("Show from"),
        required=False,
        help_text=_("Empty: at once. Otherwise from that day."),
    )

    def __init__(self, data=None, *, user):
        super().__init__(data)
        self.fields["programme"].queryset = programmes_of(user)
        self.fields["cohort"].queryset = Cohort.objects.filter(in_programmes_of(user))

    def clean(self):
        cleaned = super().clean()
        programme, cohort = cleaned.get("programme"), cleaned.get("cohort")
        if programme and cohort and cohort.programme_id != programme.pk:
            self.add_error("cohort", _("This cohort belongs to another programme."))
        return cleaned
