"""A spreadsheet of hours beside one intern's record: what each line would make, or why it can't."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from certification.practice.claims import Claim, checked_columns, zone_of
from certification.practice.hours_form import HoursForm
from certification.practice.models import Case, HoursEntry
from certification.practice.models.hours import Category, Modality
from certification.practice.rules.notes import words_in
from certification.practice.rules.spreadsheets import Line, Spreadsheet
from certification.practice.rules.times import Span
from training_site.audit.canonical import content_hash
from training_site.verdict import Refused


@dataclass(frozen=True)
class Judged:
    """`wrong`: pairs of a column ("" for the whole line) and a refusal. `claim`: if there is none."""

    line: Line
    claim: Claim | None = None
    wrong: Sequence[tuple[str, Refused]] = ()

    @property
    def is_good(self) -> bool:
        return not self.wrong

    @property
    def faults(self) -> list[tuple[str, Refused]]:
        """What is wrong, each with the label that its column has in the form of an hour."""
        labels = {name: field.label for name, field in HoursForm.base_fields.items()}
        return [(labels.get(column, ""), refused) for column, refused in self.wrong]

    @property
    def what(self) -> str:
        return Category(self.claim.category).label

    @property
    def how(self) -> str:
        return Modality(self.claim.modality).label

    @cached_property
    def hints(self) -> tuple[str, ...]:
        """Words of its note that might tell who a client is."""
        return words_in(self.claim.note) if self.claim else ()


@dataclass(frozen=True)
class Report:
    lines: Sequence[Judged]
    unknown: Sequence[str] = ()

    @cached_property
    def good(self) -> list[Judged]:
        return [one for one in self.lines if one.is_good]

    @cached_property
    def bad(self) -> list[Judged]:
        return [one for one in self.lines if not one.is_good]

    @property
    def minutes(self) -> int:
        return sum(one.claim.minutes for one in self.good)

    @property
    def has_hints(self) -> bool:
        return any(one.hints for one in self.good)

    @property
    def hash(self) -> str:
        """What would be added, line by line: adding asks whether it is still what was shown."""
        return content_hash([_said(one) for one in self.good])


def report_on(intern, sheet: Spreadsheet, now: datetime) -> Report:
    """By the rules that save an hour, each line beside the record and the good lines above it."""
    judge = _Judge(intern, now)
    return Report([judge.judged(line) for line in sheet.lines], sheet.unknown)


class _Judge:
    def __init__(self, intern, now: datetime):
        self.intern, self.now = intern, now
        self.zone = zone_of(intern)
        self.cases = {case.letter: case for case in Case.objects.of(intern)}
        standing = HoursEntry.objects.of(intern).standing()
        self.logged = set(standing.values_list("category", "date", "start", "minutes"))
        self.above: dict[int, Claim] = {}

    def judged(self, line: Line) -> Judged:
        if line.wrong:
            return Judged(line, wrong=list(line.wrong.items()))
        try:
            claim = self._claim(line)
            self._new(claim)
            beside = [_span(one) for one in self.above.values()]
            checked_columns(self.intern, claim, now=self.now, beside=beside)
        except Refused as refused:
            return Judged(line, wrong=[(HoursForm.field_of.get(refused.reason, ""), refused)])
        self.above[line.number] = claim
        return Judged(line, claim)

    def _claim(self, line: Line) -> Claim:
        said = dict(line.said)
        letter = said["case"]
        if letter and letter not in self.cases:
            raise Refused("case_unknown", letter=letter)
        return Claim(
            **{name: said[name] for name in ("category", "date", "start", "minutes", "modality")},
            zone=said["zone"] or self.zone,
            case=self.cases[letter] if letter else None,
            group_size=said["group_size"],
            note=said["note"] or "",
        )

    def _new(self, claim: Claim) -> None:
        if _key(claim) in self.logged:
            raise Refused("line_already_logged")
        span = _span(claim)
        for number, other in self.above.items():
            if _key(other) == _key(claim):
                raise Refused("line_twice", line=number)
            if _span(other).overlaps(span):
                raise Refused("line_overlaps", line=number)


def _key(claim: Claim) -> tuple:
    return claim.category, claim.date, claim.start, claim.minutes


def _span(claim: Claim) -> Span:
    return Span(claim.date, claim.start, claim.zone, claim.minutes)


def _said(one: Judged) -> dict:
    claim = one.claim
    return {
        "line": one.line.number,
        "category": claim.category,
        "date": claim.date.isoformat(),
        "start": f"{claim.start:%H:%M}",
        "zone": claim.zone,
        "minutes": claim.minutes,
        "modality": claim.modality,
        "case": claim.case.letter if claim.case else "",
        "group_size": claim.group_size,
        "note": claim.note,
    }
