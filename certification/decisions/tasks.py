"""The doorways of jobs to decisions."""

from django.utils import timezone

from training_site.jobs import job, periodic


@periodic(minutes=24 * 60)
@job("certification.tell_overdue_conditions")
def tell_overdue_conditions():
    from certification.decisions.actions import tell_overdue

    tell_overdue(timezone.now())
