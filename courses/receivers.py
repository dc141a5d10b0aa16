"""News that this app listens to; each receiver does one thing, in the sender's transaction."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished, post_page_move

from assessments.signals import attempt_marked
from courses.models import CoursePage, LessonPage, ModulePage, ProgrammePage
from training_site.accounts.roles import Role
from training_site.accounts.signals import invitation_accepted
from training_site.content.signals import policy_attested
from training_site.jobs import enqueue

PROGRAMME_DEPTH = 3  # below the root and the front page


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


@receiver(policy_attested, dispatch_uid="courses.settle_signed_course")
def settle_signed_course(sender, attestation, now, **kwargs):
    """A signature may be the last piece of a course."""
    from courses.actions.completion import settle_signed

    settle_signed(attestation.person, attestation.version.policy, now=now)


@receiver(attempt_marked, dispatch_uid="courses.settle_passed_course")
def settle_passed_course(sender, attempt, now, **kwargs):
    """A pass may be the last piece of a course."""
    from courses.actions.completion import settle_assessed

    if attempt.passed:
        settle_assessed(attempt.learner, attempt.assessment, now=now)


@receiver(page_published, dispatch_uid="courses.settle_after_publishing")
def settle_after_publishing(sender, instance, **kwargs):
    """A course or a programme may have got its assessment. A new lesson completes nothing."""
    if sender in (CoursePage, ProgrammePage):
        _settle_at(instance.path)


@receiver(page_unpublished, dispatch_uid="courses.settle_after_archiving")
@receiver(post_delete, dispatch_uid="courses.settle_after_deleting")
def settle_after_removing(sender, instance, **kwargs):
    """It may have been what somebody still lacked."""
    if sender in (CoursePage, ModulePage, LessonPage):
        _settle_at(instance.path)


@receiver(post_page_move, dispatch_uid="courses.settle_after_moving")
def settle_after_moving(sender, parent_page_before, parent_page_after, **kwargs):
    """Both where the lessons came from and where they are now."""
    if sender in (CoursePage, ModulePage, LessonPage):
        for path in {top_of(parent_page_before.path), top_of(parent_page_after.path)}:
            _settle_at(path)


def _settle_at(path: str) -> None:
    """A job, since there may be many learners; the moment tells one change from the next."""
    programme = ProgrammePage.objects.filter(path=top_of(path)).only("pk").first()
    if programme:
        key = f"settle:{programme.pk}:{timezone.now():%Y%m%d%H%M%S%f}"
        enqueue("courses.settle_programme", key=key, args=[programme.pk])


def top_of(path: str) -> str:
    """The programme in which a page of the curriculum stands."""
    return path[: ProgrammePage.steplen * PROGRAMME_DEPTH]
