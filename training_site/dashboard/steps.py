"""The one thing to do now, and those that others wait for beside one's own learning."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.decisions.conditions import Shown, shown
from certification.decisions.models import Condition
from certification.decisions.models.decisions import Outcome
from certification.renewals.standing import Renewing
from training_site.content.templatetags.triad import longdate


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


def open_conditions(user, today: date) -> list[Shown]:
    """What decisions about this person ask for, the earliest day on top."""
    rows = Condition.objects.filter(decision__applicant=user).open().with_case()
    return sorted((shown(one, today) for one in rows), key=lambda one: one.last_day)


def conditions_step(conditions: Sequence[Shown]) -> NextStep | None:
    """What is left to do of them; else, after a deferral, that others look at what was done."""
    left = [one for one in conditions if not one.said]
    deferred = [one for one in conditions if one.condition.decision.outcome == Outcome.DEFER]
    if not (left or deferred):
        return None
    url = reverse("decision_letter", args=[(left or deferred)[0].condition.decision.public_id])
    if not left:
        text = _("You said that everything asked is done. It is looked at, and you are told.")
        return NextStep(_("Your application"), text, url, _("See where it stands"))
    title = ngettext(
        "One thing is asked of you by a decision",
        "%(n)d things are asked of you by a decision",
        len(left),
    ) % {"n": len(left)}
    text = _("The first is due on %(day)s.") % {"day": longdate(left[0].last_day)}
    return NextStep(title, text, url, _("See what is asked"))


def peers_step(asked: int) -> NextStep | None:
    if not asked:
        return None
    title = ngettext(
        "A colleague asks you for a peer review",
        "%(n)d colleagues ask you for a peer review",
        asked,
    ) % {"n": asked}
    text = _("A conversation about their work, and your word on it. You can decline.")
    return NextStep(title, text, reverse("peer_reviews"), _("See who asks"))


def renewal_step(one: Renewing | None) -> NextStep | None:
    """While it is the holder's turn: before that, and while others look, nothing is asked."""
    if one is None or one.phase not in ("open", "grace", "late", "returned"):
        return None
    if one.phase == "returned":
        title, text = _("Your renewal came back"), _("Complete it and hand it in again.")
    else:
        last = {"open": one.term.last, "grace": one.term.grace, "late": one.term.late}[one.phase]
        title = _("Renew your certificate")
        text = _("It is possible until %(day)s, that day included.") % {"day": longdate(last)}
        if one.phase == "open":
            text = _("It runs until %(day)s, that day included.") % {"day": longdate(last)}
    return NextStep(title, text, reverse("renewal"), _("See what is there and what is missing"))


def nothing_to_do() -> NextStep:
    text = _("When something is opened to you or needs your answer, it stands here.")
    return NextStep(_("Nothing to do just now"), text)
