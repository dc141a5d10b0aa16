"""Where a form says what keeps an item from being reviewed: at the field that caused it."""

from collections.abc import Callable, Mapping
from typing import Any

from assessments.views.staff.editor.sheets import Rows, Sheet
from assessments.views.staff.editor.texts import lines_of
from training_site.verdict import Verdict
from training_site.wording import sentence

Details = Mapping[str, Any]

FIELDS = {
    "item_stem_missing": ("stem",),
    "item_scoring_unknown": ("scoring",),
    "item_needs_marks": ("marks",),
    "rubric_total_differs": ("marks",),
    "item_unit_missing": ("unit",),
    "item_words_unusable": ("words_max",),
    "item_needs_elements": ("text", "sequence", "vignette"),
    "item_gaps_differ": ("text",),
    "item_part_kind_unknown": ("name",),
}
"""The fields that may be at fault: the first that the form has."""
NAMED = {
    "item_share_unreadable": ("share", "share"),
    "item_text_out_of_reach": ("text", "text"),
    "item_name_unusable": ("name", "name"),
    "rubric_needs_two_levels": ("name", "criterion"),
    "rubric_marks_unusable": ("name", "criterion"),
    "rubric_levels_not_rising": ("name", "criterion"),
}
"""Reasons that name a line: by which of its fields, and which detail holds the value."""
ESSENTIAL = ("text", "left", "right", "unit", "stem", "name")
"""Fields that no line may leave open."""


def place(sheet: Sheet, verdict: Verdict) -> None:
    """Say a reason in this sheet, which was made from what was found wanting."""
    said, details = sentence(verdict), verdict.details
    sheet.is_valid()
    if inner := _part(sheet, details.get("part")):
        inner.is_valid()
        place(inner, Verdict(verdict.reason, {**details, "part": None}))
        return
    for find in (_named, _special, _field):
        if find(sheet, verdict.reason, details, said):
            return
    if sheet.tables:
        sheet.tables[0].problem = said
    else:
        sheet.problem = said


def _part(sheet: Sheet, name: str | None) -> Sheet | None:
    parts = sheet.table("parts")
    if not parts or not name:
        return None
    return next((one for one in parts.written if _typed(one, "name") == name), None)


def _named(sheet: Sheet, reason: str, details: Details, said: str) -> bool:
    field, detail = NAMED.get(reason, ("", ""))
    line = field and _line(sheet, lambda one: _typed(one, field) == str(details[detail]))
    if not line:
        return False
    return line.put("levels" if detail == "criterion" else field, said)


def _special(sheet: Sheet, reason: str, details: Details, said: str) -> bool:
    rule = SPECIAL.get(reason)
    return bool(rule and rule(sheet, details, said))


def _field(sheet: Sheet, reason: str, details: Details, said: str) -> bool:
    return any(sheet.put(name, said) for name in FIELDS.get(reason, ()))


def _unreadable_number(sheet: Sheet, details: Details, said: str) -> bool:
    """The number that could not be read: the value, the tolerance or a factor."""
    bad = details["number"]
    for name in ("value", "tolerance"):
        if name in sheet.own.fields and (_typed(sheet, name) or _absent(name)) == bad:
            return sheet.put(name, said)
    line = _line(sheet, lambda one: _typed(one, "factor") == bad)
    return bool(line) and line.put("factor", said)


def _absent(name: str) -> str:
    return "0" if name == "tolerance" else ""


def _missing_text(sheet: Sheet, details: Details, said: str) -> bool:
    if "vignette" in sheet.own.fields and not _typed(sheet, "vignette"):
        return sheet.put("vignette", said)
    for rows in sheet.tables:
        for line in rows.written:
            fields = {**line.form.fields, **line.own.fields}
            for name in ESSENTIAL:
                if name in fields and not _typed(line, name):
                    return line.put(name, said)
    return False


def _alike(sheet: Sheet, details: Details, said: str) -> bool:
    """The second of two lines that say the same."""
    seen: set[tuple[str, str]] = set()
    for rows in sheet.tables:
        for line in rows.written:
            if _repeats_inside(line):
                return line.put("options", said)
            for name in ("text", "left", "unit", "name"):
                said_already = (name, " ".join(_typed(line, name).split()))
                if said_already[1] and said_already in seen:
                    return line.put(name, said)
                seen.add(said_already)
    return any(sheet.put(name, said) for name in ("sequence", "distractors"))


def _repeats_inside(line: Sheet) -> bool:
    options = lines_of(_typed(line, "options"))
    return len(set(options)) < len(options)


def _no_right_one(sheet: Sheet, details: Details, said: str) -> bool:
    """A gap whose right one is not among its options."""
    gap = sheet.table("gaps") and _line(sheet, _is_unfair_gap)
    return bool(gap) and gap.put("correct", said)


def _is_unfair_gap(line: Sheet) -> bool:
    options = lines_of(_typed(line, "options"))
    return _typed(line, "correct") not in options or len(options) < 2


def _accepts_anything(sheet: Sheet, details: Details, said: str) -> bool:
    line = _line(sheet, lambda one: not _typed(one, "text").replace("*", "").strip())
    return bool(line) and line.put("text", said)


SPECIAL: dict[str, Callable[[Sheet, Details, str], bool]] = {
    "item_number_unreadable": _unreadable_number,
    "item_text_missing": _missing_text,
    "item_options_alike": _alike,
    "rubric_criteria_alike": lambda sheet, details, said: (
        _missing_text(sheet, details, said) or _alike(sheet, details, said)
    ),
    "item_needs_right_and_wrong": _no_right_one,
    "item_accepts_anything": _accepts_anything,
}


def _line(sheet: Sheet, fits: Callable[[Sheet], bool]) -> Sheet | None:
    found: list[Rows] = sheet.tables
    return next((line for rows in found for line in rows.written if fits(line)), None)


def _typed(sheet: Sheet, name: str) -> str:
    return str(sheet.form.data.get(f"{sheet.prefix}-{name}") or "").strip()
