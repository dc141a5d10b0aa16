"""The hint about a learning note, in words: what in it might tell who the client is."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certification.practice.rules.notes import identifiers_in, words_in

KINDS = {
    "mail": gettext_lazy("an e-mail address"),
    "phone": gettext_lazy("a telephone number"),
    "date": gettext_lazy("a date"),
    "age": gettext_lazy("an age"),
    "name": gettext_lazy("the name of a person or a place"),
}


def hint_about(note: str) -> str:
    """Empty where nothing was found."""
    kinds = identifiers_in(note)
    if not kinds:
        return ""
    return _(
        "Is there something here that could tell who the client is? It may hold %(kinds)s: "
        "%(words)s. Please take it out, or save it as it is if it identifies nobody."
    ) % {
        "kinds": get_text_list([str(KINDS[kind]) for kind in kinds], _("or")),
        "words": ", ".join(f"“{word}”" for word in words_in(note)),
    }
