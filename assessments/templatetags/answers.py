"""Names of controls and marks for people."""

from django import template

from assessments.rules.scoring import in_figures
from assessments.views.questions import field_name

register = template.Library()
register.filter("in_figures", in_figures)


@register.simple_tag
def control(position: int, field: str = "") -> str:
    """The name of the control for a field of the question at this position."""
    return field_name(position, field)


@register.filter
def holds(where, tab) -> bool:
    """Whether the page shown holds the question of this line of the overview."""
    return where.holds(tab)
