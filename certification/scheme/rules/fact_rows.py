"""The rows of the facts document, each read into its plain value."""

from collections.abc import Mapping

from .facts import (
    Agreement,
    AssessmentRecord,
    Case,
    CourseRecord,
    Entry,
    Equivalence,
    FormResult,
    Intensive,
    Leave,
    Membership,
    PolicyVersion,
    Signature,
    Span,
    Supervisor,
    Waiver,
)
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
    yes,
)
from .vocabulary import CATEGORIES, FORMATS, MODALITIES, STATUSES


def entry_of(row: Mapping) -> Entry:
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
        signed=optional_day(row, "signed"),
        attested=yes(row, "attested"),
        excused=yes(row, "excused"),
        activity=optional_text(row, "activity"),
        intensive=optional_text(row, "intensive"),
    )


def leave_of(row: Mapping) -> Leave:
    start, end = _span(row)
    return Leave(start, end)


def _span(row: Mapping) -> Span:
    start, end = day(row, "start"), optional_end(row, "end")
    if end is not None and end < start:
        raise Misread("end", "ends_before_it_starts")
    return start, end


def course_of(row: Mapping) -> CourseRecord:
    return CourseRecord(text(row, "course"), optional_day(row, "completed"))


def assessment_of(row: Mapping) -> AssessmentRecord:
    return AssessmentRecord(text(row, "assessment"), optional_day(row, "passed"))


def signature_of(row: Mapping) -> Signature:
    return Signature(text(row, "policy"), text(row, "version"), day(row, "signed"))


def policy_of(row: Mapping) -> PolicyVersion:
    return PolicyVersion(text(row, "policy"), text(row, "version"), day(row, "effective"))


def supervisor_of(row: Mapping) -> Supervisor:
    return Supervisor(
        text(row, "id"), text(row, "role"), _spans(row, "qualified"), _spans(row, "conflicts")
    )


def _spans(row: Mapping, key: str) -> tuple[Span, ...]:
    """Pairs of a first and a last day; null is no end."""
    spans = row.get(key) or []
    if not isinstance(spans, list):
        raise Misread(key, "not_a_list")
    return tuple(sorted((_pair(span, key) for span in spans), key=str))


def _pair(span: object, key: str) -> Span:
    if not isinstance(span, list) or len(span) != 2 or not isinstance(span[0], str):
        raise Misread(key, "not_a_pair")
    if not isinstance(span[1], str | None):
        raise Misread(key, "not_a_pair")
    end = None if span[1] is None else end_of(span[1], key)
    return as_day(span[0], key), end


def agreement_of(row: Mapping) -> Agreement:
    start, end = _span(row)
    return Agreement(text(row, "id"), text(row, "supervisor"), start, end)


def case_of(row: Mapping) -> Case:
    return Case(
        text(row, "id"),
        optional_day(row, "opened"),
        optional_day(row, "closed"),
        optional_text(row, "closure"),
        optional_day(row, "opening_meeting"),
        optional_day(row, "consents"),
        optional_day(row, "closure_meeting"),
        _pauses(row),
        yes(row, "attested"),
    )


def _pauses(row: Mapping) -> tuple[Span, ...]:
    pauses = row.get("pauses") or []
    if not isinstance(pauses, list) or not all(isinstance(pause, Mapping) for pause in pauses):
        raise Misread("pauses", "not_a_list")
    try:
        return tuple(sorted((_span(pause) for pause in pauses), key=str))
    except Misread as fault:
        raise Misread("pauses", fault.reason) from fault


def intensive_of(row: Mapping) -> Intensive:
    start, end = _span(row)
    if end is None:
        raise Misread("end", "missing")
    return Intensive(text(row, "id"), start, end, optional_text(row, "case"))


def form_result_of(row: Mapping) -> FormResult:
    return FormResult(
        text(row, "form"),
        optional_text(row, "role"),
        optional_whole(row, "result", least=0),
        day(row, "date"),
        optional_text(row, "case"),
    )


def equivalence_of(row: Mapping) -> Equivalence:
    return Equivalence(
        text(row, "requirement"), whole(row, "minutes", least=1), day(row, "approved")
    )


def waiver_of(row: Mapping) -> Waiver:
    return Waiver(text(row, "requirement"), day(row, "approved"))


def membership_of(row: Mapping) -> Membership:
    return Membership(*_span(row))
