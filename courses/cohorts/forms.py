"""The schedule of a cohort, and another last day for one learner."""

from datetime import timedelta

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from courses.cohorts.rules.schedules import spread
from courses.fields import DayField, lines
from courses.models import Cohort, CoursePage, ModulePage, Pacing

YEARS = 10 * 365


class ScheduleForm(forms.Form):
    """One field for each module; a cohort without a schedule is offered an even one."""

    pacing = forms.ChoiceField(label=_("Pace"), choices=Pacing.choices, widget=forms.RadioSelect)

    def __init__(self, data=None, *, cohort: Cohort, evenly: bool = False):
        super().__init__(data)
        self.cohort = cohort
        self.modules = list(modules_of(cohort))
        saved = {} if evenly else dict(cohort.openings.values_list("module", "days"))
        even = spread(len(self.modules), cohort.starts_on, cohort.ends_on)
        self.is_saved = bool(saved)
        self.fields["pacing"].initial = Pacing.PACED if evenly else cohort.pacing
        for module, days in zip(self.modules, even, strict=True):
            self._add(module, saved.get(module.pk, 0 if saved else days))

    def _add(self, module: ModulePage, days: int) -> None:
        opens = self.cohort.starts_on + timedelta(days=days)
        self.fields[f"module_{module.pk}"] = forms.IntegerField(
            label=_now("%(course)s, module %(number)s: %(title)s")
            % {"course": module.course, "number": module.number, "title": module.title},
            help_text=date_format(opens, "l j F Y"),
            min_value=0,
            max_value=YEARS,
            initial=days,
        )

    @property
    def rows(self):
        return [self[f"module_{module.pk}"] for module in self.modules]

    @property
    def days(self) -> dict[ModulePage, int]:
        return {module: self.cleaned_data[f"module_{module.pk}"] for module in self.modules}


def modules_of(cohort: Cohort):
    """The published modules of a cohort's programme, in order, each knowing its course's title."""
    courses = {
        course.path: course.title
        for course in CoursePage.objects.live().child_of(cohort.programme).order_by("path")
    }
    modules = ModulePage.objects.live().descendant_of(cohort.programme).order_by("path")
    for module in modules:
        module.course = courses.get(module.path[: -module.steplen])
        if module.course:
            yield module


class ExtensionForm(forms.Form):
    last_day = DayField(label=_("Last day, that day included"))
    reason = lines(
        3,
        label=_("Reason"),
        max_length=1000,
        help_text=_("For the record; kept encrypted. Leave out what nobody needs to know."),
    )
