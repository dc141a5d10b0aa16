"""News that this app listens to; each receiver does one thing, in the sender's transaction."""

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from assessments.signals import attempt_marked
from courses.models import LessonPage
from training_site.accounts.roles import Role
from training_site.accounts.signals import invitation_accepted


@receiver(page_published, sender=LessonPage, dispatch_uid="courses.freeze_published_lesson")
def freeze_published_lesson(sender, instance, **kwargs):
    """Every way of publishing sends this: by hand, in bulk, by a workflow, on a schedule."""
    from courses.actions.versions import freeze_version

    freeze_version(instance, now=timezone.now())


@receiver(invitation_accepted, dispatch_uid="courses.enrol_invited_trainee")
def enrol_invited_trainee(sender, invitation, person, now, **kwargs):
    """A trainee starts in the programme of the cohort named, or in the only one there is."""
    from courses.actions.enrolment import enrol_invited

    if invitation.role == Role.TRAINEE:
        enrol_invited(person, invitation.cohort_id, by=invitation.invited_by, now=now)


@receiver(attempt_marked, dispatch_uid="courses.settle_passed_course")
def settle_passed_course(sender, attempt, now, **kwargs):
    """A pass may be the last piece of a course."""
    from courses.actions.completion import settle_assessed

    if attempt.passed:
        settle_assessed(attempt.learner, attempt.assessment, now=now)
