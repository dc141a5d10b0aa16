"""Reading an evaluation form: its levels and criteria, each fault with its line."""

from dataclasses import dataclass
from datetime import date

from .faults import SchemeError
from .fields import Fields
from .vocabulary import CONTENT_AREAS
from .yaml_lines import Mapped, read_lines

ROLES = ("mentor", "clinician", "intern")
HALFWAY, EACH_CASE, AT_THE_END = "halfway", "each_case", "end"
MILESTONES = (HALFWAY, EACH_CASE, AT_THE_END)
MOST_LEVELS, MOST_MINUTES = 9, 600_000


@dataclass(frozen=True)
class FormDocument:
    """One version of a form, as its YAML tells it. `rubric` is what an evaluation is written by."""

    code: str
    version: int
    role: str
    title: str
    guidance: str
    milestone: str
    pass_level: int
    effective_from: date
    rubric: dict


def is_evaluation_form(text: str) -> bool:
    """Whether a file names a form; a scheme names itself by `scheme`."""
    document = read_lines(text)
    return isinstance(document, Mapped) and "form" in document


def read_evaluation_form(text: str) -> FormDocument:
    """The form; a SchemeError with its line where the document is not one."""
    fields = Fields(read_lines(text), 1)
    milestone = fields.choice("milestone", MILESTONES)
    levels = _levels(fields)
    form = FormDocument(
        code=fields.text("form"),
        version=fields.whole("version", most=999),
        role=fields.choice("role", ROLES),
        title=fields.text("title"),
        guidance=fields.text("guidance", default=""),
        milestone=milestone,
        pass_level=fields.whole("pass_level", most=len(levels)),
        effective_from=_day(fields, "effective_from"),
        rubric={
            "milestone": milestone,
            "due_from_minutes": _due_from(fields, milestone),
            "sources": list(fields.optional("sources", Fields.names) or ()),
            "levels": levels,
            "criteria": _criteria(fields),
        },
    )
    fields.done()
    return form


def _due_from(fields: Fields, milestone: str) -> int:
    """From how many signed direct minutes on it is due; a form for a case is due as it closes."""
    if milestone == EACH_CASE:
        return 0
    return fields.whole("due_from_minutes", least=0, most=MOST_MINUTES)


def _levels(fields: Fields) -> list[dict]:
    """From 1 upwards, in order: the number is what is compared."""
    rows = _some(fields, "levels", most=MOST_LEVELS)
    levels = []
    for expected, row in enumerate(rows, start=1):
        number = row.whole("level", most=MOST_LEVELS)
        if number != expected:
            raise row.refuse("levels_in_order", "level", expected=expected)
        levels.append({"level": number, "word": row.text("word"), "meaning": row.text("meaning")})
        row.done()
    return levels


def _criteria(fields: Fields) -> list[dict]:
    criteria, codes = [], set()
    for row in _some(fields, "criteria", most=30):
        code = row.text("code")
        if code in codes:
            raise row.refuse("id_twice", "code", id=code)
        codes.add(code)
        area = row.optional("area", lambda one, key: one.choice(key, CONTENT_AREAS)) or ""
        criteria.append(
            {"code": code, "title": row.text("title"), "asks": row.text("asks"), "area": area}
        )
        row.done()
    return criteria


def _some(fields: Fields, key: str, *, most: int) -> list[Fields]:
    rows = fields.rows(key)
    if not rows:
        raise fields.refuse("missing", key)
    if len(rows) > most:
        raise SchemeError("out_of_bounds", fields.line(key), key=key, least=1, most=most)
    return rows


def _day(fields: Fields, key: str) -> date:
    written = fields.text(key)
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise fields.refuse("not_a_date", key) from error
