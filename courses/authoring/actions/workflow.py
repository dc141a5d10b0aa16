"""The review that every page below a programme goes through."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from courses.models import PeerTask, ProgrammePage


@transaction.atomic
def put_under_review(programme: ProgrammePage) -> Workflow:
    """Two steps, by whoever did not write the page: review, then publish. Safe to repeat.

    One person may take both, so that two people in all are enough. A programme to which the
    association gave another workflow keeps it; the approval is asked for all the same.
    """
    placed = WorkflowPage.objects.filter(page=programme.page_ptr).select_related("workflow").first()
    if placed and placed.workflow.active:
        return placed.workflow
    workflow = _workflow()
    WorkflowPage.objects.update_or_create(page=programme.page_ptr, defaults={"workflow": workflow})
    return workflow


def _workflow() -> Workflow:
    steps = PeerTask.objects.filter(active=True, step=PeerTask.Step.PUBLISH)
    found = Workflow.objects.filter(active=True, workflow_tasks__task__in=steps).first()
    if found:
        return found
    workflow = Workflow.objects.create(name=_("Review and publish"))
    names = {PeerTask.Step.REVIEW: _("Review"), PeerTask.Step.PUBLISH: _("Publish")}
    for place, (step, name) in enumerate(names.items()):
        task = PeerTask.objects.create(name=name, step=step)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=place)
    return workflow
