"""What learners answer, and what instructors fill in."""

from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from courses.fields import DayField, MinutesField, lines
from courses.forms import WrittenField
from courses.live.actions.planning import Plan
from courses.models import Cohort, LiveCategory, LiveDay
from courses.teaching import in_programmes_of, programmes_of
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.areas import ContentArea
from training_site.content.civil import association_zone

AREA = "area_"


class AccountForm(forms.Form):
    """The rule says what is too long or empty."""

    account = WrittenField(
        label=_("What you did"), required=False, widget=forms.Textarea(attrs={"rows": 7})
    )


class LiveDayForm(forms.Form):
    """One live day. Whom it is for is chosen when it is planned, and stays."""

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
        help_text=_("Neutral: learners have it on a shared screen."),
    )
    category = forms.ChoiceField(label=_("Kind of hours"), choices=LiveCategory.choices)
    date = DayField(label=_("Date"))
    start = forms.TimeField(
        label=_("Start"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    zone = forms.ChoiceField(label=_("Time zone"))
    minutes = MinutesField(label=_("Minutes from start to end, breaks included"), least=1)
    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    link = forms.URLField(label=_("Link"), max_length=300, required=False, assume_scheme="https")
    instructor = forms.ModelChoiceField(label=_("Led by"), queryset=None)
    seats = forms.IntegerField(
        label=_("Seats"),
        min_value=1,
        max_value=1000,
        required=False,
        help_text=_("Empty: no limit."),
    )
    content_note = lines(2, label=_("Content note"), required=False)
    alternative = lines(
        4,
        label=_("Alternative activity"),
        required=False,
        help_text=_("For whoever stays away, whatever the reason; it gives the same minutes."),
    )

    def __init__(self, data=None, *, user, live_day: LiveDay | None = None):
        super().__init__(data, initial=_initial(live_day, user))
        self.live_day = live_day
        if live_day:
            del self.fields["programme"], self.fields["cohort"]
        else:
            self.fields["programme"].queryset = programmes_of(user)
            self.fields["cohort"].queryset = Cohort.objects.filter(in_programmes_of(user))
        self.fields["instructor"].queryset = User.objects.holding(Role.INSTRUCTOR).order_by("name")
        self.fields["zone"].choices = [(zone, zone) for zone in sorted(available_timezones())]
        held = {area.area: area.minutes for area in live_day.areas.all()} if live_day else {}
        for value, label in ContentArea.choices:
            words = _now("Minutes of: %(area)s") % {"area": label}
            self.fields[AREA + value] = MinutesField(
                label=words, required=False, initial=held.get(value)
            )

    def clean(self):
        cleaned = super().clean()
        programme, cohort = cleaned.get("programme"), cleaned.get("cohort")
        if programme and cohort and cohort.programme_id != programme.pk:
            self.add_error("cohort", _("This cohort belongs to another programme."))
        return cleaned

    @property
    def plan(self) -> Plan:
        own = {
            name: self.cleaned_data[name] for name in Plan.__dataclass_fields__ if name != "areas"
        }
        areas = {
            name.removeprefix(AREA): minutes
            for name, minutes in self.cleaned_data.items()
            if name.startswith(AREA) and minutes
        }
        return Plan(areas=areas, **own)


def _initial(live_day: LiveDay | None, user) -> dict:
    if live_day is None:
        return {"zone": str(association_zone()), "instructor": user.pk}
    fields = (name for name in Plan.__dataclass_fields__ if name != "areas")
    return {name: getattr(live_day, name) for name in fields}


class SheetForm(forms.Form):
    """Minutes for each learner who has none signed yet; empty: not signed now."""

    def __init__(self, data=None, *, learners, most: int):
        super().__init__(data)
        self.learners = {f"learner_{learner.public_id}": learner for learner in learners}
        for name, learner in self.learners.items():
            self.fields[name] = MinutesField(
                label=str(learner),
                required=False,
                initial=most if learner.comes else None,
                help_text=_("said they come") if learner.comes else "",
            )

    @property
    def minutes(self) -> dict[User, int]:
        given = {self.learners[name]: some for name, some in self.cleaned_data.items()}
        return {learner: some for learner, some in given.items() if some is not None}


class CorrectionForm(forms.Form):
    minutes = MinutesField(label=_("Minutes"))
    reason = lines(2, label=_("What was wrong"), max_length=500)


class CreditForm(forms.Form):
    minutes = MinutesField(label=_("Minutes"), least=1)


class CommentForm(forms.Form):
    comment = lines(2, label=_("Your question"), max_length=1000)
