"""What the editor's side panels ask."""

from django import template

from courses.authoring.panels import before_publishing as found_in
from courses.authoring.walls import REVIEWED

register = template.Library()


@register.simple_tag(takes_context=True)
def before_publishing(context, page):
    """The checks of a page of the curriculum; nothing for any other page or snippet."""
    return found_in(page, context["request"].user) if isinstance(page, REVIEWED) else None
