"""Minutes as a document to print, to keep and to read aloud: one shape for every body that decides."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from training_site.content import typesetting
from training_site.content.association import association
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate

TEMPLATE = "training_site/content/typst/minutes.typ"
STANDARDS = ["a-3a", "ua-1"]


@dataclass(frozen=True)
class Entry:
    """One vote, measure or review: what it is, by whom or when, and its words."""

    title: str
    note: str = ""
    text: str = ""


@dataclass(frozen=True)
class Section:
    title: str
    facts: Sequence[tuple[str, str]] = ()
    text: str = ""
    entries: Sequence[Entry] = ()


@dataclass(frozen=True)
class Minutes:
    """`name` is the file's, without an ending; `reference` stands at the foot of every page."""

    name: str
    reference: str
    title: str
    sections: Sequence[Section]
    note: str = ""


def minutes_pdf(minutes: Minutes, now: datetime) -> bytes:
    """Tagged and archival. Raises GlyphMissing where no font of ours has a character of it."""
    values = json.dumps(_values(minutes, now), ensure_ascii=False)
    made = now.astimezone(UTC).replace(microsecond=0)
    return typesetting.pdf(TEMPLATE, {"minutes": values}, standards=STANDARDS, timestamp=made)


def _values(minutes: Minutes, now: datetime) -> dict:
    return {
        "lang": (get_language() or "en").split("-")[0],
        "association": association().name,
        "title": minutes.title,
        "reference": minutes.reference,
        "lede": _("{reference}, made out on {day}").format(
            reference=minutes.reference, day=longdate(civil_date(now))
        ),
        "demo": _("A demonstration: this is nobody's record.") if settings.DEMO else "",
        "note": minutes.note,
        "sections": [_section(one) for one in minutes.sections],
    }


def _section(section: Section) -> dict:
    return {
        "title": section.title,
        "facts": [{"label": label, "value": value or "–"} for label, value in section.facts],
        "words": _paragraphs(section.text),
        "entries": [
            {"title": one.title, "note": one.note, "words": _paragraphs(one.text)}
            for one in section.entries
        ],
    }


def _paragraphs(text: str) -> list[str]:
    """Lines as they were written; none is empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]
