"""What changed between two frozen versions of a lesson: what it counts for, and its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from courses.models import LessonVersion
from courses.shortcodes import in_plain_words
from training_site.content.rules.comparison import Passage, changes
from training_site.content.templatetags.triad import duration

UNSAID = {"id", "type", "source", "image", "name", "correct"}  # what a reader does not read


@dataclass(frozen=True)
class Fact:
    """Something said about a lesson in one line, as it was and as it is."""

    name: str
    before: str
    after: str


def changed_facts(before: LessonVersion, after: LessonVersion) -> list[Fact]:
    facts = [
        Fact(_("Title"), before.title, after.title),
        Fact(_("Time"), duration(before.minutes), duration(after.minutes)),
        Fact(
            _("Content area"), before.get_content_area_display(), after.get_content_area_display()
        ),
        Fact(
            _("What you will be able to do"),
            before.source["outcome"]["text"],
            after.source["outcome"]["text"],
        ),
    ]
    return [fact for fact in facts if fact.before != fact.after]


def changed_text(before: LessonVersion, after: LessonVersion) -> list[Passage]:
    return changes(as_text(before.source), as_text(after.source))


def as_text(source: Mapping[str, Any]) -> str:
    """The blocks of a lesson one after the other, as a reader meets them, without their dress."""
    said = [text for block in source["body"] for text in _said(block["value"], source)]
    return "".join(in_plain_words(text) for text in [*said, _paragraph(source["summary"])])


def _said(value: Any, source: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(value, str):
        yield value if value.lstrip().startswith("<") else _paragraph(value)
    elif isinstance(value, list):
        for one in value:
            yield from _said(one, source)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name == "term":
                yield from _definition(source["terms"].get(one))
            elif name not in UNSAID:
                yield from _said(one, source)


def _definition(term: Mapping[str, str] | None) -> Iterator[str]:
    if term:
        yield _paragraph(f"{term['term']}: {term['definition']}")


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
