"""What a lesson's file blocks ask: the file as it was frozen, and how its size is told."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

register = template.Library()
KILO = 1024


@register.simple_tag(takes_context=True)
def lesson_file(context, key) -> dict | None:
    """The file of a block with its addresses; an example where none is named, None where it is gone."""
    reading = context["reading"]
    if not key:
        return {"is_example": True}
    file = reading.source.get("files", {}).get(str(key))
    if file is None:
        return None
    args = [reading.lesson_uuid, key]
    return file | {
        "url": reverse("lesson_file", args=args),
        "captions_url": reverse("lesson_captions", args=args),
    }


@register.filter
def filesize(size: int) -> str:
    """Bytes in words, rounded as a reader needs it."""
    if size < KILO * KILO:
        return _("%(n)d KB") % {"n": max(1, round(size / KILO))}
    return _("%(n).1f MB") % {"n": size / (KILO * KILO)}
