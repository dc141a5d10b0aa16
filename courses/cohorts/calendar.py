"""What the calendar says to one enrolment, worked out whenever it is asked: no job opens anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from courses.cohorts.rules.last_days import last_day_of
from courses.cohorts.rules.schedules import opens_on
from courses.models import Enrolment, ModuleOpening, Pacing
from courses.rules.availability import Term
from training_site.content.civil import civil_date


@dataclass(frozen=True)
class Calendar:
    """`openings` holds a date for each module (by its key) that the schedule names."""

    term: Term
    starts_on: date | None = None
    preparation: str = ""
    openings: Mapping[int, date] = field(default_factory=dict)

    def opens_on(self, module_id: int | None) -> date | None:
        """No module opens before the cohort starts; one without a row opens with it."""
        if self.starts_on is None:
            return None
        return self.openings.get(module_id, self.starts_on)

    @property
    def has_begun(self) -> bool:
        return self.starts_on is None or self.starts_on <= self.term.today


def calendar_of(enrolment: Enrolment | None, today: date | None = None) -> Calendar | None:
    """None where neither a cohort nor a last day of one's own sets a date."""
    cohort = enrolment and enrolment.cohort
    if not cohort and not (enrolment and enrolment.last_day):
        return None
    term = Term(today or civil_date(timezone.now()), last_day_for(enrolment))
    if not cohort:
        return Calendar(term)
    return Calendar(term, cohort.starts_on, cohort.preparation, openings_of(cohort))


def last_day_for(enrolment: Enrolment) -> date | None:
    return last_day_of(enrolment.last_day, enrolment.cohort and enrolment.cohort.ends_on)


def openings_of(cohort) -> dict[int, date]:
    """The dates of a paced cohort's modules; nothing for a self-paced one, whose rows wait."""
    if cohort.pacing != Pacing.PACED:
        return {}
    rows = ModuleOpening.objects.filter(cohort=cohort).values_list("module", "days")
    return {module: opens_on(cohort.starts_on, days) for module, days in rows}
