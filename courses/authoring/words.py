"""Refusals told with the people who can go on, as the editor shows them."""

from django.utils.translation import gettext as _

from courses.authoring.reviewing import who_can
from training_site.verdict import Verdict
from training_site.wording import sentence

SHOWN = 4


def refusal(verdict: Verdict, page) -> str:
    """The sentence of a refusal, and who can do it instead."""
    return f"{sentence(verdict)} {others(page)}"


def others(page) -> str:
    people = [str(person) for person in who_can(page)]
    if not people:
        return _(
            "At present nobody else can: an administrator can invite a second instructor, or open "
            "this programme to one."
        )
    if len(people) > SHOWN:
        return _("For example %(names)s can.") % {"names": ", ".join(people[:SHOWN])}
    return _("%(names)s can.") % {"names": _(" or ").join(people)}
