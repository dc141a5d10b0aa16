"""For pages of lower layers that have to say whether somebody has applied."""

from django import template

from certification.decisions.dossier import PSEUDONYM
from certification.decisions.models import Application
from certification.decisions.rules.pseudonyms import masked

register = template.Library()


@register.simple_tag
def newest_application_of(person) -> Application | None:
    return Application.objects.of(person).first()


@register.filter
def without(text: str, names: list[str]) -> str:
    """A text from a dossier, with the letter where one of these names stood."""
    return masked(text, names=names, word=str(PSEUDONYM))
