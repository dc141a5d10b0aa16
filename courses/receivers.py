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
    """A trainee invited with a cohort starts in the programme of that cohort."""
    from courses.actions.enrolment import enrol
    from courses.models import Cohort, Enrolment

    if invitation.role != Role.TRAINEE or invitation.cohort_id is None:
        return
    cohort = (
        Cohort.objects.select_related("programme").filter(public_id=invitation.cohort_id).first()
    )
    held = Enrolment.objects.active().filter(learner=person)
    if cohort and not held.filter(programme=cohort.programme).exists():
        enrol(person, cohort.programme, cohort=cohort, by=invitation.invited_by, now=now)


@receiver(attempt_marked, dispatch_uid="courses.settle_passed_course")
def settle_passed_course(sender, attempt, now, **kwargs):
    """A pass may be the last piece of a course."""
    from courses.actions.completion import settle_assessed

    if attempt.passed:
        settle_assessed(attempt.learner, attempt.assessment, now=now)
