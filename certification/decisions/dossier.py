"""The dossier: each requirement, how it stood when the review opened, and the evidence behind it.

Dates are told by month: a day and a place would tell more about a client than a review needs.
Outsiders read roles, not names.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _lazy

from certification.decisions.chain import Chain
from certification.decisions.chain_lines import Line
from certification.decisions.models import Application
from certification.scheme.path import KNOTS, TONES
from certification.scheme.wording import message, reason_sentence, state_word
from training_site.content.templatetags.triad import duration

PSEUDONYM = _lazy("Applicant A")


@dataclass(frozen=True)
class Requirement:
    """One knot of the chain as the page shows it."""

    title: str
    word: str
    tone: str
    knot: str
    message: str
    source: str
    evidence: list[Line]
    not_counted: list[str]


def requirements_of(application: Application, *, outside: bool) -> list[Requirement]:
    """As fixed when the review opened; before that, nothing is fixed and nothing is shown."""
    rows = application.evidence.get("requirements", [])
    if not rows:
        return []
    chain = Chain(application, rows, outside=outside)
    return [_requirement(row, chain) for row in rows]


def _requirement(row: dict, chain: Chain) -> Requirement:
    return Requirement(
        title=row["title"],
        word=state_word(row),
        tone=TONES[row["state"]],
        knot=KNOTS[row["state"]],
        message="" if _told_by_its_evidence(row) else message(row),
        source=row["source"],
        evidence=chain.of(row),
        not_counted=_not_counted(row),
    )


def _told_by_its_evidence(row: dict) -> bool:
    """The engine's sentence on a dated record names the day; its evidence says the same by month."""
    return row["unit"] == "yes_no" and KNOTS[row["state"]] == "done"


def _not_counted(row: dict) -> list[str]:
    """Minutes claimed that do not count, by reason."""
    minutes: dict[str, int] = defaultdict(int)
    for loss in row["not_counted"]:
        minutes[loss["reason"]] += loss["minutes"]
    return [f"{duration(some)}: {reason_sentence(why)}" for why, some in minutes.items()]


def shown_name(application: Application, *, outside: bool) -> str:
    """The applicant's name, or a letter in its place."""
    return str(PSEUDONYM) if outside else application.applicant.name


def hidden_names(application: Application, *, outside: bool) -> list[str]:
    """What a reader is not to find in anything that was written; the printed name is one of them."""
    return [application.applicant.name, application.name] if outside else []
