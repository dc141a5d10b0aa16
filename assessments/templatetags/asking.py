"""The way to somebody who can be asked."""

from django import template

from assessments import asking

register = template.Library()


@register.simple_tag(takes_context=True)
def way_to_ask(context, assessment) -> str:
    """The address of a page to ask on; empty where nobody offers one."""
    return asking.way_to_ask(context["request"].user, assessment)
