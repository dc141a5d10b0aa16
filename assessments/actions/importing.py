"""Questions from a file into a bank: new items and new versions, as drafts for somebody else to review.

First everything is decided, then everything is written or nothing is. What was published stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from assessments.actions.pictures import add_picture
from assessments.actions.versions import add_version, content_of, may_publish
from assessments.interchange.normal import texts_of
from assessments.interchange.reading import NOTED, SKIPPED, Entry, Problem, Reading
from assessments.interchange.text import pictures_in
from assessments.models import Item, ItemBank, Picture
from assessments.rules.items import State
from training_site import audit
from training_site.audit.canonical import content_hash
from training_site.content.models import LearningOutcome
from training_site.verdict import Refused
from training_site.wording import sentence

IMPORTED, CHANGED, UNCHANGED = "imported", "changed", "unchanged"
HARMLESS = frozenset({"question_repeated", "question_without_answers"})
"""Skipped, yet no question is lost: these alone do not stop an import of the whole."""


@dataclass(frozen=True)
class Row:
    """One question of the file and what becomes of it. `words` say why it is skipped, or nothing."""

    line: int | None
    ref: str
    became: str
    reason: str = ""
    words: str = ""
    notes: tuple[str, ...] = ()


@dataclass
class Report:
    """`refused` is why nothing of the file was read; `written` whether anything was done."""

    rows: list[Row] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    written: bool = False

    def refs(self, became: str) -> list[str]:
        return [row.ref for row in self.rows if row.became == became]

    @property
    def counts(self) -> dict[str, int]:
        states = (IMPORTED, CHANGED, UNCHANGED, SKIPPED)
        return {became: len(self.refs(became)) for became in states}

    @property
    def stopped_by(self) -> list[Row]:
        """What keeps the whole from being imported."""
        return [row for row in self.rows if row.became == SKIPPED and row.reason not in HARMLESS]


@dataclass(frozen=True)
class _Planned:
    row: Row
    entry: Entry | None = None
    item: Item | None = None
    outcome: LearningOutcome | None = None
    content: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def import_items(
    bank: ItemBank,
    reading: Reading,
    *,
    by,
    now: datetime,
    outcome: str | None = None,
    dry_run: bool = False,
    partial: bool = False,
) -> Report:
    """What became of each question; with `dry_run`, what would. `outcome` is for those that name none.

    Nothing is written where a question was skipped, unless `partial`. Raises Refused:
    item_outcome_unknown for the `outcome` named.
    """
    if reading.refused:
        return Report(refused=[problem.words for problem in reading.problems])
    ItemBank.objects.select_for_update().get(pk=bank.pk)
    planned = _plan(bank, reading, outcome)
    report = Report(sorted((plan.row for plan in planned), key=lambda row: row.line or 0))
    if dry_run or (report.stopped_by and not partial):
        return report
    for plan in planned:
        if plan.row.became in (IMPORTED, CHANGED):
            _write(bank, plan, reading, by=by, now=now)
            report.written = True
    if report.written:
        values = {became: report.refs(became) for became in (IMPORTED, CHANGED, SKIPPED)}
        values["format"] = reading.format
        audit.record("assessments.bank.imported", actor=by, target=bank, at=now, values=values)
    return report


def _plan(bank: ItemBank, reading: Reading, named: str | None) -> list[_Planned]:
    outcomes = LearningOutcome.objects.in_bulk(field_name="code")
    if named and named not in outcomes:
        raise Refused("item_outcome_unknown", ref=bank.slug, outcome=named)
    refs = [entry.document["id"] for entry in reading.entries]
    listed = bank.items.filter(ref__in=refs).select_related("outcome")
    items = {item.ref: item for item in listed.prefetch_related("versions")}
    notes = _notes(reading)
    held = _pictures_held(reading)
    planned = [_skipped(one) for one in reading.problems if one.level == SKIPPED]
    for entry in reading.entries:
        item = items.get(entry.document["id"])
        planned.append(_decide(entry, item, outcomes, named, notes, held))
    return planned


def _notes(reading: Reading) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {}
    for problem in reading.problems:
        if problem.level == NOTED:
            notes.setdefault(problem.ref, []).append(problem.words)
    return notes


def _pictures_held(reading: Reading) -> set[str]:
    named = {name for entry in reading.entries for name in _pictures_of(entry.document)}
    here = Picture.objects.filter(digest__in=named).values_list("digest", flat=True)
    return set(here) | set(reading.pictures)


def _pictures_of(document: Mapping[str, Any]) -> Iterable[str]:
    return (name for text in texts_of(dict(document)) for name in pictures_in(text))


def _skipped(problem: Problem) -> _Planned:
    return _Planned(Row(problem.line, problem.ref, SKIPPED, problem.reason, problem.words))


def _decide(
    entry: Entry,
    item: Item | None,
    outcomes: Mapping[str, LearningOutcome],
    named: str | None,
    notes: Mapping[str, list[str]],
    held: set[str],
) -> _Planned:
    ref = entry.document["id"]
    code = _outcome_of(entry, item, outcomes, named)
    fault = _fault(entry, item, code)
    if fault:
        return _skipped(fault)
    content = content_of(entry.document)
    became, said = _becomes(item, content)
    told = [*notes.get(ref, []), *said, *_not_ready(content)]
    told += [
        Problem(None, ref, "picture_nowhere", NOTED, {"picture": name}).words
        for name in dict.fromkeys(_pictures_of(entry.document))
        if name not in held
    ]
    row = Row(entry.line, ref, became, notes=tuple(told))
    return _Planned(row, entry, item, outcomes[code], content)


def _outcome_of(
    entry: Entry, item: Item | None, outcomes: Mapping[str, LearningOutcome], named: str | None
) -> str | None:
    """What the file says, if it is one of ours; else what the item has; else what the importer says."""
    said = [entry.document.get("outcome"), *entry.tags]
    found = next((code for code in said if code in outcomes), None)
    return found or (item.outcome.code if item else named)


def _fault(entry: Entry, item: Item | None, code: str | None) -> Problem | None:
    ref, said = entry.document["id"], entry.document.get("outcome")
    if code is None:
        reason = "outcome_unknown" if said else "outcome_missing"
        return Problem(entry.line, ref, reason, SKIPPED, {"outcome": said})
    if item and item.outcome.code != code:
        details = {"here": item.outcome.code, "outcome": code}
        return Problem(entry.line, ref, "outcome_differs", SKIPPED, details)
    return None


def _becomes(item: Item | None, content: Mapping[str, Any]) -> tuple[str, list[str]]:
    if item is None:
        return IMPORTED, []
    told = content_hash(dict(content))
    same = [version for version in item.versions.all() if version.content_hash == told]
    if not same:
        return CHANGED, []
    number = max(version.number for version in same)
    if item.newest and number == item.newest.number:
        return UNCHANGED, []
    details = {"number": number}
    return UNCHANGED, [Problem(None, item.ref, "older_here", NOTED, details).words]


def _not_ready(content: Mapping[str, Any]) -> list[str]:
    verdict = may_publish(dict(content))
    if verdict:
        return []
    words = sentence(verdict)
    return [Problem(None, "", "not_ready", NOTED, {"words": words}).words]


def _write(bank: ItemBank, plan: _Planned, reading: Reading, *, by, now: datetime) -> None:
    for name in dict.fromkeys(_pictures_of(plan.entry.document)):
        if name in reading.pictures:
            add_picture(reading.pictures[name], by=by, now=now)
    item = plan.item or Item.objects.create(bank=bank, ref=plan.row.ref, outcome=plan.outcome)
    draft = add_version(item, dict(plan.content), State.DRAFT, by=by, now=now)
    values = {"version": draft.number, "content": draft.content_hash}
    audit.record("assessments.item_version.written", actor=by, target=item, at=now, values=values)
