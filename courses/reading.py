"""A lesson made ready to be read: blocks, numbered sources, definitions, and whose journal it opens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any
from uuid import UUID

from django.forms.models import model_to_dict
from django.template.loader import render_to_string

from courses.anchors import Headings
from courses.media.questions import files_for
from courses.models import LessonPage, LessonVersion
from courses.shortcodes import cited_keys, named_terms
from training_site.content.models import Citation, GlossaryTerm

PICTURES = {"diagram", "media", "download"}


@dataclass
class Reading:
    """What the block templates ask. Without a journal (preview, archive) no form is drawn."""

    source: Mapping[str, Any]
    lesson_uuid: UUID
    journal: Mapping[str, Any] | None = None
    folded: bool = False
    marks: count = field(default_factory=lambda: count(1))
    headings: Headings = field(default_factory=Headings)

    @cached_property
    def body(self):
        blocks = LessonPage._meta.get_field("body").stream_block
        return blocks.to_python(self.source["body"])

    @cached_property
    def sources(self) -> dict[str, dict]:
        """Sources by key, numbered in the order in which the text cites them."""
        listed = enumerate(self.source["sources"], start=1)
        return {source["key"]: source | {"number": number} for number, source in listed}

    @property
    def has_pictures(self) -> bool:
        """Whether anything in it is drawn, heard or watched, and needs a stylesheet of its own."""
        return any(block["type"] in PICTURES for block in self.source["body"])

    @property
    def terms(self) -> Mapping[str, Mapping[str, str]]:
        return self.source["terms"]


def freeze(page: LessonPage) -> dict[str, Any]:
    """Everything a reader of this lesson sees, with what it points to, as plain data."""
    raw = page.body.get_prep_value()
    return {
        "number": page.number,
        "title": page.title,
        "minutes": page.minutes,
        "content_area": page.content_area,
        "outcome": {"code": page.outcome.code, "text": page.outcome.text},
        "summary": page.summary,
        "content_note": page.content_note,
        "alternative": page.alternative,
        "for_clinical_review": page.for_clinical_review,
        "body": raw,
        "sources": _sources(cited_keys(raw)),
        "terms": _terms(named_terms(raw)),
    } | _files(page)


def reading_of_page(page: LessonPage) -> Reading:
    """A page as it would be published now: for previews and for those who write it."""
    return Reading(freeze(page), page.lesson_uuid)


def reading_of_version(version: LessonVersion, journal=None, *, folded=False) -> Reading:
    return Reading(version.source, version.lesson_uuid, journal, folded)


def rendered(source: Mapping[str, Any], lesson_uuid: UUID) -> str:
    """The text of a lesson as HTML, without anything that belongs to one reader."""
    return render_to_string("courses/lesson_body.html", {"reading": Reading(source, lesson_uuid)})


def _files(page: LessonPage) -> dict[str, dict]:
    """Named only where there is one, so that a lesson without stays the version that it was."""
    files = files_for(page)
    return {"files": files} if files else {}


def _sources(keys: list[str]) -> list[dict]:
    found = {source.key: source for source in Citation.objects.filter(key__in=keys)}
    return [model_to_dict(found[key], exclude=["id"]) for key in keys if key in found]


def _terms(slugs: list[str]) -> dict[str, dict]:
    return {
        term.slug: {"term": term.term, "definition": term.definition}
        for term in GlossaryTerm.objects.filter(slug__in=slugs).order_by("slug")
    }
