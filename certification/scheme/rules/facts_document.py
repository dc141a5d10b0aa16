"""From the facts document (JSON) to Facts; refused with the path of the first bad value.

Keys the engine does not know are additions of a later day and are left alone; they enter
neither the answer nor the hash.
"""

from collections.abc import Callable, Mapping
from datetime import date

from . import fact_rows as rows
from .facts import Entry, Facts
from .faults import FactsError
from .row_reading import Misread, day, optional_day, optional_text


def read_facts(document: object) -> Facts:
    """The facts of one person; only `as_of` must be there, every list may be absent."""
    if not isinstance(document, Mapping):
        raise FactsError("not_a_mapping", "the document")
    entries = _rows(document, "entries", rows.entry_of)
    _named(entries, "entries")
    return Facts(
        as_of=_top(day, document, "as_of"),
        zone=_top(optional_text, document, "zone") or "UTC",
        milestones=_milestones(document),
        leaves=_rows(document, "leaves", rows.leave_of),
        courses=_rows(document, "courses", rows.course_of),
        assessments=_rows(document, "assessments", rows.assessment_of),
        attestations=_rows(document, "attestations", rows.signature_of),
        policies=_rows(document, "policies", rows.policy_of),
        supervisors=_named(_rows(document, "supervisors", rows.supervisor_of), "supervisors"),
        agreements=_named(_rows(document, "agreements", rows.agreement_of), "agreements"),
        cases=_named(_rows(document, "cases", rows.case_of), "cases"),
        entries=tuple(sorted(entries, key=_order)),
        evaluations=_rows(document, "evaluations", rows.form_result_of),
        equivalences=_rows(document, "equivalences", rows.equivalence_of),
        waivers=_rows(document, "waivers", rows.waiver_of),
        memberships=_rows(document, "memberships", rows.membership_of),
        intensives=_named(_rows(document, "intensives", rows.intensive_of), "intensives"),
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
    written = document.get(key)
    if written is None:
        return ()
    if not isinstance(written, list):
        raise FactsError("not_a_list", key)
    return tuple(_row(reader, row, f"{key}[{i}]") for i, row in enumerate(written))


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
