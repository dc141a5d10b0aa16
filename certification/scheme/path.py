"""The path of one person: each requirement as a knot of the thread, with its evidence behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from certification.practice.models import HoursEntry
from certification.scheme.limits_in_words import why_not
from certification.scheme.models import RequirementEvaluation
from certification.scheme.next_steps import DONE, Step, steps_of
from certification.scheme.wording import flag_sentence, message, state_word
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
    "not_met": "info",
    "not_started": "quiet",
}
Entries = Mapping[str, HoursEntry]


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
    unit: str
    amount: str
    earliest: date | None
    counted: list[Line]
    groups: list[Group]
    steps: list[Step]

    @property
    def met(self) -> bool:
        return self.state in DONE

    @property
    def has_bar(self) -> bool:
        """One of one is said by its word already."""
        return self.measured and self.need > 1

    @property
    def counted_minutes(self) -> int:
        return sum(line.minutes for line in self.counted)


def knots_of(
    evaluation: RequirementEvaluation,
    entries: Entries,
    limits: Mapping[str, str],
    *,
    practises: bool,
) -> list[Knot]:
    """In the order of the scheme. `limits`: a sentence for each rule that takes minutes away.

    Entries lost for one reason are listed where that reason first appears, and not again.
    """
    told: set[tuple] = set()
    return [
        _knot(row, _groups(row, entries, limits, told), entries, practises, evaluation.as_of)
        for row in evaluation.result["requirements"]
    ]


def _knot(row: dict, groups: list[Group], entries: Entries, practises: bool, today: date) -> Knot:
    state = row["state"]
    return Knot(
        id=row["id"],
        title=row["title"],
        source=row["source"],
        state=state,
        word=state_word(row),
        tone=TONES[state],
        knot=KNOTS[state],
        message=message(row),
        have=row["have"],
        need=row["need"],
        projected=row["projected"],
        measured=row["unit"] in ("minutes", "count") and row["need"] > 0,
        unit=row["unit"],
        amount=_amount(row),
        earliest=_later_than(today, row["earliest"]),
        counted=_lines(row["counted"], entries),
        groups=groups,
        steps=steps_of(row, entries, practises=practises),
    )


def _later_than(today: date, earliest: str | None) -> date | None:
    """A day that is still to come; that something could be met today is no news."""
    day = date.fromisoformat(earliest) if earliest else None
    return day if day and day > today else None


def _amount(row: dict) -> str:
    if row["unit"] == "minutes":
        amount = _("%(have)s of %(need)s")
        return amount % {"have": duration(row["have"]), "need": duration(row["need"])}
    return _("%(have)d of %(need)d") % {"have": row["have"], "need": row["need"]}


def _lines(rows: list[dict], entries: Entries) -> list[Line]:
    return [Line(entries[row["entry"]], row["minutes"]) for row in rows if row["entry"] in entries]


def _groups(
    row: dict, entries: Entries, limits: Mapping[str, str], told: set[tuple]
) -> list[Group]:
    """What does not count, by the sentence that says why."""
    by_reason: dict[str, list[dict]] = {}
    for loss in row["not_counted"]:
        if (loss["entry"], loss["reason"], loss["by"]) not in told:
            by_reason.setdefault(why_not(loss, limits), []).append(loss)
    told.update((loss["entry"], loss["reason"], loss["by"]) for loss in row["not_counted"])
    groups = [Group(sentence, _lines(losses, entries)) for sentence, losses in by_reason.items()]
    return [group for group in groups if group.lines]


def remarks_of(evaluation: RequirementEvaluation, entries: Entries) -> list[Group]:
    """Remarks that cost nothing, by kind, over all entries."""
    by_flag: dict[str, list[Line]] = {}
    for public_id, standing in evaluation.result["entries"].items():
        for flag in standing["flags"]:
            if public_id in entries:
                line = Line(entries[public_id], entries[public_id].minutes)
                by_flag.setdefault(flag["flag"], []).append(line)
    return [Group(flag_sentence(flag), lines) for flag, lines in by_flag.items()]
