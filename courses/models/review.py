"""Who read what before it was published: the step of Wagtail's workflow, and the approval it records."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from courses.authoring.locks import PeerLock
from training_site.crypto.public_id import PubliclyIdentified


class PeerTask(Task):
    """A step of review that nobody takes for their own work.

    Wagtail's own group task lets every member approve, the author and superusers included. Who may
    here is whoever may change the page (to review) or publish it, minus its authors; so there is no
    group to keep, and programmes stay apart by the permissions on their pages.
    """

    class Step(models.TextChoices):
        REVIEW = "review", _("review")
        PUBLISH = "publish", _("publish")

    step = models.CharField(_("step"), max_length=10, choices=Step.choices, default=Step.REVIEW)

    lock_class = PeerLock
    admin_form_fields = [*Task.admin_form_fields, "step"]
    admin_form_readonly_on_edit_fields = ["name", "step"]

    class Meta:
        verbose_name = _("review by somebody else")

    @classmethod
    def get_description(cls):
        return _("Anybody who may edit or publish the page, except those who wrote it")

    def locked_for_user(self, obj, user):
        """What is under review stands still: its authors cancel the review to go on writing."""
        from courses.authoring.authorship import has_written

        return has_written(obj, user)

    def get_actions(self, obj, user):
        from courses.authoring.reviewing import may_take

        if not may_take(self, obj, user):
            return []
        last = self.step == self.Step.PUBLISH
        return [
            ("reject", _("Request changes"), True),
            ("approve", _("Publish") if last else _("Approve"), False),
            ("approve", _("Publish with comment") if last else _("Approve with comment"), True),
        ]

    def on_action(self, task_state, user, action_name, **kwargs):
        from courses.authoring.actions.approving import take_step

        take_step(self, task_state, action_name, by=user, **kwargs)

    def carry_out(self, task_state, user, action_name, **kwargs):
        """What Wagtail does once the rule has said yes."""
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        from courses.authoring.reviewing import may_take

        states = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        states = states.select_related("workflow_state")
        mine = [s.pk for s in states if may_take(self, s.workflow_state.content_object, user)]
        return states.filter(pk__in=mine)


class Approval(PubliclyIdentified):
    """One row for every state of a page that somebody who did not write it has approved.

    It is kept by the hash of what the page says, so a word changed afterwards is not covered, and
    the same words saved again, with a comment or a date, still are.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="peer_approvals"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    content_hash = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("approval")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"approval {self.public_id}"
