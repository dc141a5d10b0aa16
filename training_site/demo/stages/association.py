"""The association itself: what it is called, where it allows practice, who starts together."""

from certification.practice.actions import decide_place
from certification.practice.models.places import PlaceStatus
from courses.models import Cohort, ProgrammePage
from training_site.content.association import association
from training_site.demo.stages.past import MONDAY, Past
from training_site.demo.stages.people import somebody

NAME = "Association for Triadic Practice (demonstration)"
PLACE = "England"
COHORTS = {"Cohort 1": 78, "Cohort 2": 54, "Cohort 3": 9}


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
    registrar, now = somebody("registrar"), past.at(79)
    for place, status, note in (
        (PLACE, PlaceStatus.ALLOWED, "Legal advice taken; looked at again every year."),
        ("Ireland", PlaceStatus.STUDY_ONLY, "Advice asked for, not there yet."),
    ):
        decide_place(
            place,
            status=status,
            effective_from=past.day(79, MONDAY),
            by=registrar,
            now=now,
            note=note,
        )


def open_cohorts(past: Past) -> None:
    programme = ProgrammePage.objects.live().get(code="foundation")
    for title, weeks_ago in COHORTS.items():
        Cohort.objects.create(programme=programme, title=title, starts_on=past.day(weeks_ago))


def cohort(title: str) -> Cohort:
    return Cohort.objects.select_related("programme").get(title=title)
