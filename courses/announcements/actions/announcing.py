"""Writing an announcement, telling of it once it shows, withdrawing it, putting it away."""

from datetime import date, datetime

from django.db import transaction

from courses.announcements.rules.showing import may_date, may_withdraw, shown_from
from courses.models import Announcement, AnnouncementRead, Enrolment
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.content.civil import association_zone, civil_date
from training_site.jobs import enqueue


@transaction.atomic
def announce(
    programme, *, title: str, text: str, cohort=None, day: date | None = None, by, now: datetime
) -> Announcement:
    """It shows itself from its day on; the job that mails is only asked to go then."""
    zone = association_zone()
    may_date(day, today=civil_date(now, zone)).require()
    announcement = Announcement.objects.create(
        programme=programme,
        cohort=cohort,
        title=title,
        text=text,
        written_by=by,
        written_at=now,
        shown_from=shown_from(day, now=now, zone=zone),
    )
    audit.record("courses.announcement.written", actor=by, target=announcement, at=now)
    later = announcement.shown_from if announcement.shown_from > now else None
    key = f"announce:{announcement.public_id}"
    enqueue("courses.tell_announcement", key=key, args=[announcement.pk], run_after=later)
    return announcement


@transaction.atomic
def tell(announcement: Announcement, *, now: datetime) -> int:
    """Everybody it is for by now, each once; nobody, if it has been withdrawn since."""
    if announcement.withdrawn_at or announcement.shown_from > now:
        return 0
    enrolled = Enrolment.objects.active().filter(programme=announcement.programme_id)
    if announcement.cohort_id:
        enrolled = enrolled.filter(cohort=announcement.cohort_id)
    people = User.objects.filter(is_active=True, pk__in=enrolled.values("learner")).order_by("pk")
    key = str(announcement.public_id)
    for person in people:
        notify(person, "courses.announcement", key=key, url=announcement.url, at=now)
    return len(people)


@transaction.atomic
def withdraw(announcement: Announcement, *, by, now: datetime) -> Announcement:
    """It is shown to no learner any more; mail that went out can't be called back."""
    held = Announcement.objects.select_for_update(of=("self",))
    announcement = held.get(pk=announcement.pk)
    may_withdraw(withdrawn=announcement.withdrawn_at is not None).require()
    announcement.withdrawn_at, announcement.withdrawn_by = now, by
    announcement.save(update_fields=["withdrawn_at", "withdrawn_by"])
    audit.record("courses.announcement.withdrawn", actor=by, target=announcement, at=now)
    return announcement


def put_away(announcement: Announcement, person, *, now: datetime) -> None:
    """Off this person's home. Twice is as good as once, also at the same moment."""
    read = AnnouncementRead(announcement=announcement, person=person, read_at=now)
    AnnouncementRead.objects.bulk_create([read], ignore_conflicts=True)
