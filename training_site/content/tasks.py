"""Doorways of the job engine."""

from django.utils import timezone

from training_site.jobs import job, periodic


@periodic(minutes=60)
@job("content.tell_of_policies")
def tell_of_policies():
    from training_site.content.actions.telling import tell_who_signs_again

    tell_who_signs_again(now=timezone.now())
