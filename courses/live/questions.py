"""Questions about a live day and people: who is concerned, who comes, who has signed minutes."""

from django.db.models import Q, QuerySet

from courses.models import Attendance, Enrolment, LiveDay
from training_site.accounts.models import User


def concerned(live_day: LiveDay) -> QuerySet:
    """Whoever studies now in its cohort, or in its programme where it names none."""
    enrolled = Enrolment.objects.active().filter(programme=live_day.programme_id)
    if live_day.cohort_id:
        enrolled = enrolled.filter(cohort=live_day.cohort_id)
    return User.objects.filter(is_active=True, pk__in=enrolled.values("learner")).order_by("name")


def expected(live_day: LiveDay) -> QuerySet:
    """The concerned without those who said that they stay away: a reminder would press them."""
    away = live_day.answers.filter(coming=False)
    return concerned(live_day).exclude(pk__in=away.values("learner"))


def to_sign(live_day: LiveDay) -> list[User]:
    """Who can still be put on the sheet: the concerned, and whoever said they come and has left.

    Those who come stand first. Who stays away is not told apart from who has not answered.
    """
    coming = set(live_day.answers.filter(coming=True).values_list("learner", flat=True))
    signed = Attendance.objects.filter(live_day=live_day).values("learner")
    people = User.objects.filter(Q(pk__in=concerned(live_day).values("pk")) | Q(pk__in=coming))
    found = list(people.exclude(pk__in=signed).order_by("name"))
    for person in found:
        person.comes = person.pk in coming
    return sorted(found, key=lambda person: not person.comes)


def seats_taken(live_day: LiveDay) -> int:
    return live_day.answers.filter(coming=True).count()
