"""The words of an item as a page shows them: paragraphs and pictures, and nothing else."""

import re

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from assessments.interchange.text import pieces

register = template.Library()

BLANK_LINE = re.compile(r"\n[ \t]*\n")


@register.filter
def paragraphs(text: str) -> SafeString:
    """Blank lines part paragraphs, line ends stay, `![alt](picture:…)` is a picture; all is escaped."""
    parts = [part.strip() for part in BLANK_LINE.split(text.replace("\r\n", "\n"))]
    return format_html_join("\n", "<p>{}</p>", [(line(part),) for part in parts if part])


@register.filter
def line(text: str) -> SafeString:
    """The same where no paragraph may stand, as in a label."""
    return format_html_join("", "{}", [(_piece(*piece),) for piece in pieces(str(text))])


@register.filter
def spoken(text: str) -> str:
    """Words only, where no picture can be, as in a list to choose from: what the picture shows."""
    return "".join(words for words, _name in pieces(text))


def _piece(words: str, name: str) -> SafeString:
    if name:
        address = reverse("attempt_picture", args=[name])
        return format_html('<img class="item-picture" src="{}" alt="{}">', address, words)
    return format_html_join(SafeString("<br>"), "{}", [(row,) for row in words.split("\n")])
