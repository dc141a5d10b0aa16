"""How an instant is written for a person: in their zone, and in the association's where it differs."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from training_site.content.association import association

register = template.Library()


@register.inclusion_tag("assessments/instant.html", takes_context=True)
def instant(context, moment: datetime):
    """{% instant attempt.ends_at %}; reads the signed-in person and the association."""
    here, there = _written_both(moment, context["request"].user, context["association"].zone)
    return {"moment": moment, "here": here, "there": there}


def in_words(moment: datetime, person) -> str:
    """The same in one line, for answers that are no page."""
    here, there = _written_both(moment, person, association().zone)
    if not there:
        return here
    return _("%(here)s, %(there)s for the association") % {"here": here, "there": there}


def _written_both(moment: datetime, person, zone: str) -> tuple[str, str]:
    """In the person's zone, and in the association's: empty where that is the same."""
    there = ZoneInfo(zone)
    own = getattr(person, "zone", "")
    here = ZoneInfo(own) if own else there
    differs = moment.astimezone(here).utcoffset() != moment.astimezone(there).utcoffset()
    return _written(moment, here), _written(moment, there) if differs else ""


def _written(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{date_format(local, 'j F Y, H:i')} ({zone.key})"
