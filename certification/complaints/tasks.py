"""The doorways of jobs to complaints."""

from django.utils import timezone

from training_site.jobs import job, periodic


@periodic(minutes=24 * 60)
@job("certification.tell_of_complaints")
def tell_of_complaints():
    from certification.complaints.actions.telling import tell_of_days

    tell_of_days(now=timezone.now())
