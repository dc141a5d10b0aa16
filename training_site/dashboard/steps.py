"""The one thing to do now, and those that others wait for beside one's own learning."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class NextStep:
    """The one thing to do now: what, why, where."""

    title: str
    text: str
    url: str = ""
    label: str = ""


def committees_step(waiting: int) -> NextStep | None:
    """Somebody is called to a committee, or the others wait for their vote. Nothing of the case."""
    if not waiting:
        return None
    title = ngettext("A committee waits for you", "%(n)d committees wait for you", waiting) % {
        "n": waiting
    }
    text = _("Its page says what is asked of you. You can step back.")
    return NextStep(title, text, reverse("committees"), _("See your committees"))


def nothing_to_do() -> NextStep:
    text = _("When something is opened to you or needs your answer, it stands here.")
    return NextStep(_("Nothing to do just now"), text)
