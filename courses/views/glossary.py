"""The terms of the curriculum, in the words it uses them with; for learners, and for everybody."""

import re
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET, require_safe

from training_site.accounts.permissions import needs
from training_site.content.models import GlossaryTerm

FROM = re.compile(r"(?P<lesson>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?P<mark>\d{1,4})")
CHOICES = ("on", "alternative")  # at a content note (views/lesson.py)


@needs("courses.study")
@require_GET
@gzip_page
def glossary(request):
    return _glossary(request, back=_came_from(request))


@require_safe
def public_glossary(request):
    """Beside the public outlines: what their words mean here. No lesson is named in it."""
    return _glossary(request, back="")


def _glossary(request, back: str):
    words = request.GET.get("q", "").strip()[:80]
    listed = list(GlossaryTerm.objects.all())
    terms = [term for term in listed if _holds(term, words.casefold())]
    context = {
        "terms": terms,
        "letters": sorted({term.term[0].upper() for term in terms}),
        "words": words,
        "there_are": len(listed),
        "back": back,
    }
    return render(request, "courses/glossary.html", context)


def _holds(term: GlossaryTerm, words: str) -> bool:
    return words in term.term.casefold() or words in term.definition.casefold()


def _came_from(request: HttpRequest) -> str:
    """The word in the lesson that led here, past its content note where that was decided already."""
    found = FROM.fullmatch(request.GET.get("from", ""))
    if not found:
        return ""
    referer = urlsplit(request.headers.get("referer", ""))
    lesson = reverse("lesson", args=[found["lesson"]])
    chosen = parse_qs(referer.query).get("read", [""])[0] if referer.path == lesson else ""
    query = f"?read={chosen}" if chosen in CHOICES else ""
    return f"{lesson}{query}#t-{found['mark']}"
