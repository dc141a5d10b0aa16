"""The path of one person: each requirement as a knot of the thread, with its evidence behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.practice.models import HoursEntry
from certification.scheme.models import RequirementEvaluation
from certification.scheme.wording import STATES, flag_sentence, message, reason_sentence
from training_site.content.templatetags.triad import duration

KNOTS = {
    "met": "done",
    "waived": "done",
    "pending": "current",
    "not_met": "current",
    "not_started": "todo",
}
TONES = {
    "met": "good",
    "waived": "good",
    "pending": "info",
    "not_met": "warn",
    "not_started": "quiet",
}


@dataclass(frozen=True)
class Line:
    """Minutes of one entry, and the entry to look at."""

    entry: HoursEntry
    minutes: int


@dataclass(frozen=True)
class Group:
    """Entries that do not count for one and the same reason."""

    sentence: str
    lines: list[Line]

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)


@dataclass(frozen=True)
class Step:
    """What to do next, and where."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Knot:
    """One requirement as the page shows it."""

    id: str
    title: str
    source: str
    state: str
    word: str
    tone: str
    knot: str
    message: str
    have: int
    need: int
    projected: int
    measured: bool
    amount: str
    earliest: date | None
    counted: list[Line]
    groups: list[Group]
    steps: list[Step]

    @property
    def met(self) -> bool:
        return self.knot == "done"

    @property
    def counted_minutes(self) -> int:
        return sum(line.minutes for line in self.counted)


def knots_of(evaluation: RequirementEvaluation, entries: Iterable[HoursEntry]) -> list[Knot]:
    """In the order of the scheme."""
    found = {str(entry.public_id): entry for entry in entries}
    return [_knot(row, found) for row in evaluation.result["requirements"]]


def _knot(row: dict, entries: dict[str, HoursEntry]) -> Knot:
    state = row["state"]
    return Knot(
        id=row["id"],
        title=row["title"],
        source=row["source"],
        state=state,
        word=str(STATES[state]),
        tone=TONES[state],
        knot=KNOTS[state],
        message=message(row),
        have=row["have"],
        need=row["need"],
        projected=row["projected"],
        measured=row["unit"] in ("minutes", "count") and row["need"] > 0,
        amount=_amount(row),
        earliest=date.fromisoformat(row["earliest"]) if row["earliest"] else None,
        counted=_lines(row["counted"], entries),
        groups=_groups(row, entries),
        steps=_steps(row, entries),
    )


def _amount(row: dict) -> str:
    if row["unit"] == "minutes":
        amount = _("%(have)s of %(need)s")
        return amount % {"have": duration(row["have"]), "need": duration(row["need"])}
    return _("%(have)d of %(need)d") % {"have": row["have"], "need": row["need"]}


def _lines(rows: list[dict], entries: dict[str, HoursEntry]) -> list[Line]:
    return [Line(entries[row["entry"]], row["minutes"]) for row in rows if row["entry"] in entries]


def _groups(row: dict, entries: dict[str, HoursEntry]) -> list[Group]:
    """Not counted, by reason; then what is remarked though it counts."""
    by_reason: dict[str, list[dict]] = {}
    for loss in row["not_counted"]:
        by_reason.setdefault(loss["reason"], []).append(loss)
    groups = [Group(reason_sentence(why), _lines(some, entries)) for why, some in by_reason.items()]
    return [group for group in groups if group.lines]


def _steps(row: dict, entries: dict[str, HoursEntry]) -> list[Step]:
    if KNOTS[row["state"]] == "done":
        return []
    asked = [_ask(one, entries) for one in row["pending"]]
    return [step for step in (*asked, _own_step(row)) if step]


def _ask(pending: dict, entries: dict[str, HoursEntry]) -> Step | None:
    waiting = [entries[one] for one in pending["entries"] if one in entries]
    if not waiting:
        return None
    sentence = ngettext(
        "%(name)s has %(count)d entry to sign.",
        "%(name)s has %(count)d entries to sign.",
        len(waiting),
    )
    url = reverse("practice_month", kwargs={"month": waiting[0].month})
    return Step(sentence % {"name": waiting[0].supervisor, "count": len(waiting)}, url)


def _own_step(row: dict) -> Step | None:
    """What the person can do themselves, by the kind of requirement."""
    if row["state"] == "pending":
        return None
    rule, figures = row["rule"], row["figures"]
    if rule in ("total_min", "share_min", "share_max"):
        return Step(_("Log hours"), _log_url(figures))
    if rule == "distinct_count":
        closing = figures.get("where", {}).get("closure")
        return Step(_("Close a case as planned") if closing else _("Open a case"), "/practice/")
    if rule == "course_done":
        return Step(_("Go to your course"), "/learn/")
    if rule == "assessment_passed":
        return Step(_("Take the assessment"), "/learn/")
    if rule == "attestation_current":
        return Step(_("Read and sign it"), _policy_url(row))
    return None


def _log_url(figures: dict) -> str:
    categories = figures.get("where", {}).get("category", [])
    query = f"?category={categories[0]}" if categories else ""
    return reverse("log_hours") + query


def _policy_url(row: dict) -> str:
    policy = row["figures"].get("policy", "")
    return reverse("policy", kwargs={"policy": policy}) if policy else "/learn/"


def remarks_of(evaluation: RequirementEvaluation, entries: Iterable[HoursEntry]) -> list[Group]:
    """Remarks that cost nothing, by kind, over all entries."""
    found = {str(entry.public_id): entry for entry in entries}
    by_flag: dict[str, list[Line]] = {}
    for public_id, standing in evaluation.result["entries"].items():
        for flag in standing["flags"]:
            if public_id in found:
                line = Line(found[public_id], standing["minutes"])
                by_flag.setdefault(flag["flag"], []).append(line)
    return [Group(flag_sentence(flag), lines) for flag, lines in by_flag.items()]
