"""A learner's notes beside the lesson they belong to."""

from django import template
from django.utils import timezone

from courses.notes.slots import Notebook

register = template.Library()


@register.simple_tag(takes_context=True)
def notebook_of(context, lesson_version):
    """What this reader noted, and where else they could."""
    return Notebook.of(context["request"].user, lesson_version, timezone.now())
