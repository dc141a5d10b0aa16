"""The doorways of jobs to recalls."""

from django.utils import timezone

from training_site.jobs import job, periodic


@job("certification.write_recall_items")
def write_recall_items(recall_id: int):
    from certification.recalls.actions import write_items
    from certification.recalls.models import Recall

    write_items(Recall.objects.get(pk=recall_id), now=timezone.now())


@periodic(minutes=24 * 60)
@job("certification.tell_overdue_recalls")
def tell_overdue_recalls():
    from certification.recalls.actions import tell_overdue

    tell_overdue(timezone.now())
