"""Lesson text for the reader: numbered sources, terms with their definitions."""

import string

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from courses.anchors import with_anchors
from courses.shortcodes import CITATION, CITATIONS, TERM

register = template.Library()


@register.simple_tag(takes_context=True)
def prose(context, value):
    """Rich text of an author with its shortcodes resolved by the reading at hand.

    Rich text comes from the editor's whitelist or was cleaned by the loader, so it is HTML to trust.
    """
    return mark_safe(resolve(_as_html(value), context["reading"]))


@register.simple_tag(takes_context=True)
def headed_prose(context, value):
    """The same for a block whose headings are places that links lead to."""
    reading = context["reading"]
    return mark_safe(resolve(with_anchors(_as_html(value), reading.headings), reading))


@register.simple_tag(takes_context=True)
def words(context, value):
    """A plain line that may cite: escaped first, resolved then."""
    return mark_safe(resolve(escape(value), context["reading"]))


@register.simple_tag(takes_context=True)
def journal_slot(context, block_id):
    """The place for this reader's reflection; None where nobody reads as a learner."""
    journal = context["reading"].journal
    return None if journal is None else journal.slot(block_id)


@register.filter
def letter(position: int) -> str:
    """1 is A: how answers are called."""
    return string.ascii_uppercase[position - 1]


def _as_html(value) -> str:
    return expand_db_html(getattr(value, "source", value) or "")


def resolve(html: str, reading) -> str:
    cited = CITATIONS.sub(lambda match: _citations(match, reading), html)
    return TERM.sub(lambda match: _term(match[1], match[2], reading), cited)


def _citations(match, reading) -> str:
    """Numbers follow the stop or comma that the author wrote after the keys, as printers set them."""
    links = [_citation(key, reading) for key in CITATION.findall(match["keys"])]
    return format_html(
        '{}<sup class="cite">{}</sup>',
        match["stop"],
        format_html_join(" ", "{}", ((one,) for one in links)),
    )


def _citation(key: str, reading) -> str:
    source = reading.sources.get(key)
    if source is None:
        return format_html("[{}]", key)
    named = ", ".join(part for part in (source["authors"], source["title"]) if part)
    return format_html(
        '<a href="#source-{number}" aria-label="{label}">{number}</a>',
        number=source["number"],
        label=_("Source %(number)s: %(named)s") % {"number": source["number"], "named": named},
    )


def _term(slug: str, shown: str | None, reading) -> str:
    term = reading.terms.get(slug)
    words = shown or (term["term"][:1].lower() + term["term"][1:] if term else slug)
    if term is None:
        return escape(words)
    mark = next(reading.marks)
    return render_to_string(
        "courses/blocks/term.html",
        {
            "words": words,
            "definition": term["definition"],
            "url": f"{reverse('glossary')}?from={reading.lesson_uuid}.{mark}#{slug}",
            "mark": mark,
        },
    ).strip()
