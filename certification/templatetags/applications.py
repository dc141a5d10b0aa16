"""For pages of lower layers that have to say whether somebody has applied."""

from django import template

from certification.decisions.models import Application

register = template.Library()


@register.simple_tag
def newest_application_of(person) -> Application | None:
    return Application.objects.of(person).first()
