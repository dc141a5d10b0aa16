"""What the pages of renewing show of the engine's answer: each thing asked for, with its bar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.renewals.models import CEActivity, PeerReview
from certification.renewals.models.education import CEState
from certification.renewals.rules.evidence import enough_peers
from certification.renewals.rules.term_plot import TermPlot, term_plot
from certification.renewals.standing import Renewing
from certification.scheme.hours_in_words import hours_of
from certification.scheme.path import KNOTS, TONES
from certification.scheme.rules.renewing import RenewalTerms
from certification.scheme.rules.requirements import Renewal as RenewalRule
from certification.scheme.rules.requirements.hours import words_of
from certification.scheme.rules.requirements.renewals import Part as RulePart
from certification.scheme.wording import message, state_word
from training_site.content.templatetags.triad import duration, longdate


@dataclass(frozen=True)
class Part:
    """So much of it has to be of one kind."""

    title: str
    have: int
    need: int

    @property
    def text(self) -> str:
        return _amount(self.have, self.need)


@dataclass(frozen=True)
class Asked:
    """One thing that another term asks for."""

    id: str
    title: str
    source: str
    word: str
    tone: str
    knot: str
    message: str
    have: int
    need: int
    projected: int
    in_hours: bool
    parts: list[Part]
    counted: list[tuple[CEActivity, int]]

    @property
    def amount(self) -> str:
        return _amount(self.have, self.need)

    @property
    def waiting(self) -> int:
        """Minutes that the registrar has not answered, as far as they would count."""
        return max(0, self.projected - self.have)


def asked_of(
    document: Mapping[str, Any], terms: RenewalTerms, activities: Mapping[str, CEActivity]
) -> list[Asked]:
    """Every requirement of the engine's answer, and the peer reviews as one more."""
    rules = {one.id: one for one in terms.requirements}
    rows = [_asked(row, rules.get(row["id"]), activities) for row in document["requirements"]]
    return rows + ([_peers(document["peers"])] if document["peers"]["needed"] else [])


def activities_of(person) -> dict[str, CEActivity]:
    """By their ids in the engine's answer."""
    return {str(one.public_id): one for one in CEActivity.objects.of(person)}


def plot_of(one: Renewing, activities: Mapping[str, CEActivity]) -> TermPlot | None:
    if one.term is None:
        return None
    shown = (CEState.CLAIMED, CEState.ACCEPTED)
    learnt = [
        (row.date, row.minutes, row.state == CEState.ACCEPTED)
        for row in activities.values()
        if row.state in shown
    ]
    return term_plot(one.term, learnt, one.today)


def thread_of(one: Renewing) -> list[dict]:
    """The days of a term, and where today lies among them."""
    term, window = one.term, one.window
    order = ["before", "open", "grace", "late", "over"]
    at = order.index(window)
    days = [
        (_("The term began"), term.first, ""),
        (_("Renewal opens"), term.opens, _("What you did before counts too.")),
        (_("Last day of the certificate"), term.last, _("The next term counts from here.")),
        (_("Days of grace end"), term.grace, _("Valid until then, renewal due. Still in time.")),
    ]
    if term.late > term.grace:
        text = _("Expired, but can be renewed: the next term then counts from its decision.")
        days.append((_("Renewal closes"), term.late, text))
    return [_knot(number, at, *day) for number, day in enumerate(days)]


def reviews_in_words(reviews) -> list[dict]:
    """Each peer review as a line: who, how it stands, in which tone."""
    tones = {"asked": "info", "declined": "quiet", "signed": "good"}
    return [
        {
            "row": one,
            "word": _word(one),
            "tone": "warn" if one.judgement == "concerns" else tones[one.state],
        }
        for one in reviews
    ]


def _asked(row: Mapping, rule, activities: Mapping[str, CEActivity]) -> Asked:
    in_hours = row["unit"] == "minutes"
    return Asked(
        id=row["id"],
        title=row["title"],
        source=row["source"],
        word=str(state_word(row)),
        tone=TONES[row["state"]],
        knot=KNOTS[row["state"]],
        message=message(row),
        have=row["have"],
        need=row["need"],
        projected=row["projected"],
        in_hours=in_hours,
        parts=_parts(row, rule) if isinstance(rule, RenewalRule) else [],
        counted=[
            (activities[one["entry"]], one["minutes"])
            for one in row["counted"]
            if one["entry"] in activities
        ],
    )


def _parts(row: Mapping, rule: RenewalRule) -> list[Part]:
    """What the engine says is missing of each; of one that it says nothing of, nothing is."""
    missing = {str(part["where"]): part["missing"] for part in row["figures"].get("parts", ())}
    return [_part(part, missing) for part in rule.parts]


def _part(part: RulePart, missing: Mapping[str, int]) -> Part:
    where = words_of(part.where)
    have = max(0, part.minutes - missing.get(str(where), 0))
    return Part(part.title or capfirst(hours_of(where)), have, part.minutes)


def _peers(peers: Mapping) -> Asked:
    needed = peers["needed"]
    have = sum(one["judgement"] == "meets" for one in peers["signed"])
    met = enough_peers(peers["signed"], needed)
    state = "met" if met else "not_met"
    title = ngettext("A peer review", "%(n)d peer reviews", needed) % {"n": needed}
    if met:
        text = _("Signed in this term")
    elif peers["signed"]:
        text = _("A peer named something to work on first; another conversation follows")
    else:
        text = _("A colleague whom you choose signs it after a conversation")
    return Asked(
        id="peer-review",
        title=title,
        source="",
        word=_("Met") if met else _("Missing"),
        tone=TONES[state],
        knot=KNOTS[state],
        message=text,
        have=have,
        need=needed,
        projected=have,
        in_hours=False,
        parts=[],
        counted=[],
    )


def _knot(number: int, at: int, title: str, day: date, text: str) -> dict:
    """The first is past; window n lies between day n and day n + 1."""
    state = "done" if number <= at else "todo"
    return {"title": title, "when": longdate(day), "text": text, "state": _here(number, at, state)}


def _here(number: int, at: int, state: str) -> str:
    return "current" if number == at + 1 else state


def _word(one: PeerReview) -> str:
    return str(one.get_judgement_display() if one.judgement else one.get_state_display())


def _amount(have: int, need: int) -> str:
    return _("%(have)s of %(need)s") % {"have": duration(have), "need": duration(need)}
