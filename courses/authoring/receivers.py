"""News of the review: whom it is told, and what is noted; each in the sender's transaction.

Wagtail would mail these itself, with the page's title in the subject. A receiver is known by its
`dispatch_uid`, so ours carry the names of Wagtail's and stand in their place.
"""

from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState
from wagtail.signals import (
    page_published,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from assessments.scope import register_scope
from courses.authoring import walls, wording  # noqa: F401
from courses.authoring.scope import ProgrammeScope
from courses.models import PeerTask
from training_site.accounts.notices import notify

register_scope(
    items=lambda user: ProgrammeScope(user).items(),
    assessments=lambda user: ProgrammeScope(user).assessments(),
)


@receiver(page_published, dispatch_uid="courses.note_publication")
def note_what_was_published(sender, instance, revision, **kwargs):
    from courses.authoring.actions.approving import note_publication

    if revision is not None and issubclass(sender, walls.REVIEWED):
        note_publication(instance, revision, now=timezone.now())


@receiver(
    workflow_submitted,
    sender=WorkflowState,
    dispatch_uid="workflow_state_submitted_email_notification",
)
def tell_reviewers(sender, instance, user, **kwargs):
    """Everybody who could take it, and wrote none of it."""
    from courses.authoring.reviewing import who_can

    if _is_ours(instance):
        for person in who_can(instance.content_object):
            _tell(person, "courses.review_waits", instance)


@receiver(
    workflow_rejected,
    sender=WorkflowState,
    dispatch_uid="workflow_state_rejected_email_notification",
)
def tell_author_of_changes(sender, instance, user, **kwargs):
    if instance.requested_by:
        _tell(instance.requested_by, "courses.changes_asked", instance)


@receiver(
    workflow_approved,
    sender=WorkflowState,
    dispatch_uid="workflow_state_approved_email_notification",
)
def tell_author_of_publication(sender, instance, user, **kwargs):
    if instance.requested_by:
        _tell(instance.requested_by, "courses.published", instance)


def _is_ours(state: WorkflowState) -> bool:
    task = state.current_task_state and state.current_task_state.task
    return bool(task) and isinstance(task.specific, PeerTask)


def _tell(person, event: str, state: WorkflowState) -> None:
    """Once for each time that this review comes to this point."""
    key = f"{state.pk}-{state.task_states.count()}"
    url = reverse("wagtailadmin_pages:edit", args=[state.object_id])
    notify(person, event, key=key, url=url, at=timezone.now())
