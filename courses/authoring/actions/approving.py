"""Taking a step of the review: approve, publish, ask for changes."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, TaskState

from courses.authoring.authorship import approvers_of, authors_of, content_of
from courses.authoring.reviewing import approving, permitted, sound
from courses.models import Approval, PeerTask
from training_site import audit


@transaction.atomic
def take_step(
    task: PeerTask, state: TaskState, action: str, *, by, now: datetime | None = None, comment=""
) -> None:
    """Carry out one action of a step, by somebody who is not among the page's authors.

    Wagtail calls this without a time, so the server's is taken here.
    """
    now, page = now or timezone.now(), state.workflow_state.content_object.specific
    if not permitted(task, page, by):
        raise PermissionDenied
    approving(page, by).require()
    if action == "approve":
        sound(page.get_latest_revision_as_object()).require()
        approve(page, by=by, now=now)
    else:
        audit.record("courses.page.sent_back", actor=by, at=now, values=_told(page), text=comment)
    task.carry_out(state, by, action, comment=comment)


@transaction.atomic
def approve(page: Page, *, by, now: datetime) -> Approval | None:
    """Record that somebody who did not write it has read the page as it stands.

    Publishing straight away is reading it too, so the second step adds an approval only where the
    words changed since the first. None when they are approved already by this person.
    """
    approving(page, by).require()
    revision = page.get_latest_revision()
    if by.pk in approvers_of(page, revision):
        return None
    approval = Approval.objects.create(
        page_id=page.pk, revision=revision, content_hash=content_of(revision), by=by, at=now
    )
    audit.record("courses.page.approved", actor=by, at=now, target=approval, values=_told(page))
    return approval


@transaction.atomic
def note_publication(page: Page, revision, *, now: datetime) -> None:
    """Mark the approval that a publication stood on; the site's own files stand on none."""
    content, wrote = content_of(revision), authors_of(page, revision)
    given = Approval.objects.filter(page_id=page.pk, content_hash=content, published_at=None)
    approval = given.exclude(by__in=wrote).order_by("at").last()
    if approval is None:
        return
    approval.published_at = now
    approval.save(update_fields=["published_at"])
    audit.record("courses.page.published", actor=None, at=now, target=approval, values=_told(page))


def _told(page: Page) -> dict[str, str]:
    return {"title": page.title, "kind": str(page._meta.verbose_name)}
