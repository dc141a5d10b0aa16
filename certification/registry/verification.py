"""The answer for software, and the published schema that every such answer keeps to."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from certification.registry.answering import Answer

VERSION = 1
"""Another number with every change that a reader of this one could stumble over."""

FOLDER = Path(__file__).parent / "schemas"


def document_of(answer: Answer) -> dict:
    """The page's content. A replaced and an unknown number say their state and nothing besides."""
    telling = answer.telling
    document = {
        "schema": settings.SITE_URL.rstrip("/") + reverse("verify_schema"),
        "version": VERSION,
        "status": telling.state,
        "word": telling.word,
        "sentence": telling.sentence,
        "certified": telling.is_certified,
        "note": telling.note,
        **answer.facts,
    }
    return document | ({"name": answer.name} if answer.name else {})


@cache
def schema() -> dict:
    return json.loads((FOLDER / f"verification-{VERSION}.json").read_text())
