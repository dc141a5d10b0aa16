"""The doorways of jobs to transitions and to evaluations kept ready."""

from django.utils import timezone

from training_site.jobs import job


@job("certification.preview_transition")
def preview_transition(transition_id: int):
    from certification.scheme.actions.transitions import preview_batch
    from certification.scheme.models import SchemeTransition

    preview_batch(SchemeTransition.objects.get(pk=transition_id), now=timezone.now())


@job("certification.move_people")
def move_people(transition_id: int, after: int = 0):
    from certification.scheme.actions.transitions import move_batch
    from certification.scheme.models import SchemeTransition

    transition = SchemeTransition.objects.select_related("old", "new").get(pk=transition_id)
    move_batch(transition, after=after, now=timezone.now())


@job("certification.recompute_evaluations")
def recompute_evaluations(after: int = 0):
    from certification.scheme.actions.recomputing import recompute_batch

    recompute_batch(after=after, now=timezone.now())
