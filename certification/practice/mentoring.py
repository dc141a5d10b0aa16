"""Who mentors whom now: courses ask, so that an entry can be shared with one's mentor."""

from datetime import date

from django.db.models import Q

from certification.practice.models import SupervisionAgreement
from courses.notes.mentors import Mentoring


def mentoring_of(person, today: date) -> list[Mentoring]:
    """Of somebody's agreements as intern or as mentor, those in force on that day."""
    theirs = SupervisionAgreement.objects.filter(Q(intern=person) | Q(mentor=person))
    return [
        Mentoring(one.public_id, one.intern, one.mentor)
        for one in theirs.in_force(today).with_people()
    ]
