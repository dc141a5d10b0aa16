"""From the facts document (JSON) to Facts; refused with the path of the first bad value.

Keys the engine does not know are additions of a later day and are left alone; they enter
neither the answer nor the hash.
"""

from collections.abc import Callable, Mapping
from datetime import date

from .facts import (
    Agreement,
    AssessmentRecord,
    Case,
    CourseRecord,
    Entry,
    Equivalence,
    Facts,
    FormResult,
    Leave,
    Membership,
    PolicyVersion,
    Signature,
    Supervisor,
    Waiver,
)
from .faults import FactsError
from .row_reading import (
    Misread,
    as_day,
    choice,
    day,
    end_of,
    optional_choice,
    optional_clock,
    optional_day,
    optional_end,
    optional_text,
    optional_whole,
    text,
    whole,
    words,
)
from .vocabulary import CATEGORIES, FORMATS, MODALITIES, STATUSES


def read_facts(document: object) -> Facts:
    """The facts of one person; only `as_of` must be there, every list may be absent."""
    if not isinstance(document, Mapping):
        raise FactsError("not_a_mapping", "the document")
    entries = _rows(document, "entries", _entry)
    _named(entries, "entries")
    return Facts(
        as_of=_top(day, document, "as_of"),
        zone=_top(optional_text, document, "zone") or "UTC",
        milestones=_milestones(document),
        leaves=_rows(document, "leaves", _leave),
        courses=_rows(document, "courses", _course),
        assessments=_rows(document, "assessments", _assessment),
        attestations=_rows(document, "attestations", _signature),
        policies=_rows(document, "policies", _policy),
        supervisors=_named(_rows(document, "supervisors", _supervisor), "supervisors"),
        agreements=_named(_rows(document, "agreements", _agreement), "agreements"),
        cases=_named(_rows(document, "cases", _case), "cases"),
        entries=tuple(sorted(entries, key=_order)),
        evaluations=_rows(document, "evaluations", _form_result),
        equivalences=_rows(document, "equivalences", _equivalence),
        waivers=_rows(document, "waivers", _waiver),
        memberships=_rows(document, "memberships", _membership),
    )


def _order(entry: Entry) -> tuple[date, str, str]:
    """Oldest first: date, start, id; an entry without a start comes first on its day."""
    return entry.date, entry.start or "", entry.id


def _top(reader: Callable, document: Mapping, key: str):
    try:
        return reader(document, key)
    except Misread as fault:
        raise FactsError(fault.reason, key, **fault.details) from fault


def _rows(document: Mapping, key: str, reader: Callable) -> tuple:
    rows = document.get(key)
    if rows is None:
        return ()
    if not isinstance(rows, list):
        raise FactsError("not_a_list", key)
    return tuple(_row(reader, row, f"{key}[{i}]") for i, row in enumerate(rows))


def _row(reader: Callable, row: object, path: str):
    if not isinstance(row, Mapping):
        raise FactsError("not_a_mapping", path)
    try:
        return reader(row)
    except Misread as fault:
        raise FactsError(fault.reason, f"{path}.{fault.key}", **fault.details) from fault


def _named(rows: tuple, key: str) -> dict:
    named = {}
    for i, row in enumerate(rows):
        if row.id in named:
            raise FactsError("id_twice", f"{key}[{i}].id", id=row.id)
        named[row.id] = row
    return named


def _milestones(document: Mapping) -> dict[str, date]:
    milestones = document.get("milestones")
    if milestones is None:
        return {}
    if not isinstance(milestones, Mapping):
        raise FactsError("not_a_mapping", "milestones")
    reached = {
        name: _row(lambda row, name=name: optional_day(row, name), milestones, "milestones")
        for name in milestones
    }
    return {name: when for name, when in reached.items() if when is not None}


def _entry(row: Mapping) -> Entry:
    return Entry(
        id=text(row, "id"),
        category=choice(row, "category", CATEGORIES),
        date=day(row, "date"),
        start=optional_clock(row, "start"),
        minutes=whole(row, "minutes", least=1),
        modality=optional_choice(row, "modality", MODALITIES),
        format=optional_choice(row, "format", FORMATS),
        group_size=optional_whole(row, "group_size", least=1),
        case=optional_text(row, "case"),
        supervisor=optional_text(row, "supervisor"),
        agreement=optional_text(row, "agreement"),
        content_areas=words(row, "content_areas"),
        submitted=optional_day(row, "submitted"),
        status=choice(row, "status", STATUSES),
    )


def _leave(row: Mapping) -> Leave:
    start, end = _span(row)
    return Leave(start, end)


def _span(row: Mapping) -> tuple[date, date | None]:
    start, end = day(row, "start"), optional_end(row, "end")
    if end is not None and end < start:
        raise Misread("end", "ends_before_it_starts")
    return start, end


def _course(row: Mapping) -> CourseRecord:
    return CourseRecord(text(row, "course"), optional_day(row, "completed"))


def _assessment(row: Mapping) -> AssessmentRecord:
    return AssessmentRecord(text(row, "assessment"), optional_day(row, "passed"))


def _signature(row: Mapping) -> Signature:
    return Signature(text(row, "policy"), text(row, "version"), day(row, "signed"))


def _policy(row: Mapping) -> PolicyVersion:
    return PolicyVersion(text(row, "policy"), text(row, "version"), day(row, "effective"))


def _supervisor(row: Mapping) -> Supervisor:
    return Supervisor(text(row, "id"), text(row, "role"), _qualified(row))


def _qualified(row: Mapping) -> tuple[tuple[date, date | None], ...]:
    spans = row.get("qualified") or []
    if not isinstance(spans, list):
        raise Misread("qualified", "not_a_list")
    return tuple(sorted((_pair(span) for span in spans), key=str))


def _pair(span: object) -> tuple[date, date | None]:
    if not isinstance(span, list) or len(span) != 2 or not isinstance(span[0], str):
        raise Misread("qualified", "not_a_pair")
    if not isinstance(span[1], str | None):
        raise Misread("qualified", "not_a_pair")
    end = None if span[1] is None else end_of(span[1], "qualified")
    return as_day(span[0], "qualified"), end


def _agreement(row: Mapping) -> Agreement:
    start, end = _span(row)
    return Agreement(text(row, "id"), text(row, "supervisor"), start, end)


def _case(row: Mapping) -> Case:
    return Case(
        text(row, "id"),
        optional_day(row, "opened"),
        optional_day(row, "closed"),
        optional_text(row, "closure"),
    )


def _form_result(row: Mapping) -> FormResult:
    return FormResult(
        text(row, "form"),
        optional_text(row, "role"),
        optional_whole(row, "result", least=0),
        day(row, "date"),
    )


def _equivalence(row: Mapping) -> Equivalence:
    return Equivalence(
        text(row, "requirement"), whole(row, "minutes", least=1), day(row, "approved")
    )


def _waiver(row: Mapping) -> Waiver:
    return Waiver(text(row, "requirement"), day(row, "approved"))


def _membership(row: Mapping) -> Membership:
    return Membership(*_span(row))
