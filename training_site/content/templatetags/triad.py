"""How minutes, dates, reasons and icons are written on every page."""

from datetime import date, datetime

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from heroicons.templatetags.heroicons import heroicon_outline

from training_site import wording
from training_site.content import scripts, stylesheet

register = template.Library()

MINUTES_IN_HOUR = 60


@register.filter
def duration(minutes: int | None) -> str:
    """Whole minutes with their units in words: 200 is "3 h 20 min"."""
    if minutes is None:
        return ""
    hours, rest = divmod(abs(int(minutes)), MINUTES_IN_HOUR)
    sign = "−" if int(minutes) < 0 else ""
    if hours and rest:
        return sign + _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest}
    if hours:
        return sign + _("%(hours)d h") % {"hours": hours}
    return sign + _("%(minutes)d min") % {"minutes": rest}


@register.filter(expects_localtime=True)
def longdate(value: date | datetime | None) -> str:
    """A civil date with the month written out, so that no reader swaps day and month."""
    return date_format(value, "j F Y") if value else ""


@register.filter
def sentence(verdict: object) -> str:
    """The reader's sentence for a Verdict, a Refused or the name of a reason; nothing for a yes."""
    reason = getattr(verdict, "reason", verdict)
    return wording.sentence(verdict) if reason else ""


@register.simple_tag
def icon(name: str, size: int = 20) -> str:
    """An outline icon that only decorates: the words beside it carry the meaning."""
    return heroicon_outline(name, size=size, **{"class": "icon", "aria-hidden": "true"})


@register.simple_tag
def stylesheet_url(sheet: str) -> str:
    return reverse("stylesheet", args=[sheet, stylesheet.version(sheet)])


@register.simple_tag
def script_url(bundle: str) -> str:
    return reverse("script", args=[bundle, scripts.version(bundle)])
