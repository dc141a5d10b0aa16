"""The association itself: what it is called, where it allows practice, who starts together."""

from datetime import timedelta

from certification.practice.actions import decide_place
from certification.practice.models.places import PlaceStatus
from courses.cohorts.actions.schedules import set_schedule
from courses.cohorts.forms import modules_of
from courses.models import Cohort, Pacing, ProgrammePage
from training_site.content.association import association
from training_site.demo.stages.past import MONDAY, Past
from training_site.demo.stages.people import somebody

NAME = "Association for Triadic Practice (demonstration)"
PLACE = "England"
SETTLED = 85  # weeks ago, as those below
COHORTS = {"Cohort 1": 84, "Cohort 2": 62, "Cohort 3": 7, "Cohort 4": -3}
PACED = ("Cohort 3", "Cohort 4")
A_WEEK, WHOLE_LENGTH = 7, timedelta(weeks=40)
PREPARATION = (
    "Find a quiet hour twice a week and a place where nobody reads over your shoulder.\n\n"
    "Talk with the people you live with about what you are going to learn, as far as you like."
)


def name_it() -> None:
    record = association()
    record.name = record.issuer_name = NAME
    record.sender_name = "Association for Triadic Practice"
    record.support_contact = "Regina Falk, registrar@example.org, weekdays 9:00 to 17:00"
    record.concern_contact = "Dr Noor Haddad, who is no part of the training, listener@example.org"
    record.full_clean()
    record.save()


def answer_for_places(past: Past) -> None:
    """One place is open, one is for study only; of any other nobody has asked yet."""
    registrar, now = somebody("registrar"), past.at(SETTLED)
    for place, status, note in (
        (PLACE, PlaceStatus.ALLOWED, "Legal advice taken; looked at again every year."),
        ("Ireland", PlaceStatus.STUDY_ONLY, "Advice asked for, not there yet."),
    ):
        decide_place(
            place,
            status=status,
            effective_from=past.day(SETTLED, MONDAY),
            by=registrar,
            now=now,
            note=note,
        )


def open_cohorts(past: Past) -> None:
    programme = ProgrammePage.objects.live().get(code="foundation")
    for title, weeks_ago in COHORTS.items():
        cohort = Cohort.objects.create(
            programme=programme, title=title, starts_on=past.day(weeks_ago)
        )
        if title in PACED:
            _give_dates(cohort, past)


def _give_dates(cohort: Cohort, past: Past) -> None:
    """A module a week, course after course."""
    cohort.ends_on, cohort.preparation = cohort.starts_on + WHOLE_LENGTH, PREPARATION
    cohort.save()
    set_schedule(
        cohort,
        pacing=Pacing.PACED,
        days={module: A_WEEK * place for place, module in enumerate(modules_of(cohort))},
        by=somebody("registrar"),
        now=min(past.on(cohort.starts_on), past.now),
    )


def cohort(title: str) -> Cohort:
    return Cohort.objects.select_related("programme").get(title=title)
