"""The one doorway to typst: our templates, our fonts, warnings as errors."""

import re
from functools import cache
from pathlib import Path
from threading import Lock

import typst

ROOT = Path(__file__).parents[2]
"""Templates are named from here, and may bring in each other's parts from here."""

FONTS = ROOT / "training_site" / "static" / "fonts" / "certificate"
WORDS = "training_site/content/typst/words.typ"
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
DOES_NOT_FIT = "does not fit"

_typesetting = Lock()
"""A compiler keeps its inputs between calls, so two threads never share one call."""


class CannotBeSet(ValueError):
    """The words given can't be printed as they are."""


class GlyphMissing(CannotBeSet):
    """No font of ours has these characters; a name with one is refused, never printed blank."""

    def __init__(self, characters: str) -> None:
        super().__init__(f"no glyph for {characters}")
        self.characters = characters


class TooLong(CannotBeSet):
    """The words leave their box even at the smallest size."""


def pdf(template: str, inputs: dict[str, str], standards: list[str], **options) -> bytes:
    """Return a template set as PDF, or raise when anything at all is amiss with it.

    A standard is not a choice: in plain PDF a missing glyph is silent.
    """
    return _typeset(template, inputs, format="pdf", pdf_standards=standards, **options)


def missing_glyphs(words: str) -> str:
    """The characters that no font of ours has, so that they can be named where they were typed."""
    try:
        pdf(WORDS, {"words": words}, ["ua-1"])
    except GlyphMissing as missing:
        return missing.characters
    return ""


def picture(template: str, inputs: dict[str, str], ppi: int) -> bytes:
    """Return a template set as PNG, under the same strictness: it is set as PDF/UA first."""
    pdf(template, inputs, ["ua-1"])
    return _typeset(template, inputs, format="png", pdf_standards=[], ppi=ppi)


@cache
def fonts() -> typst.Fonts:
    """Return the faces of our documents: typst's own and ours, never the machine's."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


@cache
def _compiler(template: str) -> typst.Compiler:
    return typst.Compiler(ROOT / template, root=ROOT, font_paths=fonts())


def _typeset(template: str, inputs: dict[str, str], **options) -> bytes:
    with _typesetting:
        try:
            document, warnings = _compiler(template).compile_with_warnings(
                sys_inputs=inputs, **options
            )
        except typst.TypstError as error:
            raise _named(error) from error
    if warnings:
        raise warnings[0]
    return document


def _named(error: typst.TypstError) -> Exception:
    missing = MISSING.findall(error.diagnostic)
    if missing:
        return GlyphMissing("".join(dict.fromkeys("".join(map(_unescaped, missing)))))
    return TooLong(error.message) if DOES_NOT_FIT in error.message else error


def _unescaped(text: str) -> str:
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
