"""How an instant is written for a person: in their zone, and in the association's where it differs."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.inclusion_tag("assessments/instant.html", takes_context=True)
def instant(context, moment: datetime):
    """{% instant attempt.ends_at %}; reads the signed-in person and the association."""
    there = ZoneInfo(context["association"].zone)
    own = getattr(context["request"].user, "zone", "")
    here = ZoneInfo(own) if own else there
    differs = moment.astimezone(here).utcoffset() != moment.astimezone(there).utcoffset()
    return {
        "moment": moment,
        "here": _written(moment, here),
        "there": _written(moment, there) if differs else "",
    }


def _written(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{date_format(local, 'j F Y, H:i')} ({zone.key})"
