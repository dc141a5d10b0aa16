"""The doorways of jobs to the registry."""

from django.utils import timezone

from training_site.jobs import job, periodic


@periodic(minutes=24 * 60)
@job("certification.empty_old_letters")
def empty_old_letters():
    from certification.registry.actions import empty_old_letters as empty

    empty(now=timezone.now())


@periodic(minutes=24 * 60)
@job("certification.tell_of_suppression_reviews")
def tell_of_suppression_reviews():
    from certification.registry.actions import tell_of_reviews

    tell_of_reviews(now=timezone.now())
