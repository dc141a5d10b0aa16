"""A written response from a program that knows no rubric: one criterion, nothing or everything."""

from django.utils.translation import gettext as _

from assessments.interchange.reading import Document, Found


def body(
    found: Found,
    marks: int = 1,
    guidance: str = "",
    words_min: int | None = None,
    words_max: int | None = None,
) -> Document:
    """`guidance` is what the file tells markers; it stands in the criterion, for a person to split."""
    found.note("essay_rubric_made")
    levels = [{"marks": 0, "text": _("Not shown")}, {"marks": marks, "text": _("Shown in full")}]
    criterion = {"name": _("Whole answer"), "text": guidance, "levels": levels}
    return {"rubric": [criterion], "words_min": words_min, "words_max": words_max}
