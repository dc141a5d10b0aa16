"""One shape for entry documents, so that two can be compared key by key."""

from typing import Any

from assessments.interchange.reading import Document

KINDS = (
    "single",
    "multiple",
    "true_false",
    "matching",
    "ordering",
    "numeric",
    "short_text",
    "gaps",
    "essay",
    "scenario",
)
WITH_OPTIONS = ("single", "multiple", "true_false")


def normal(document: Document) -> Document:
    """Every key that an entry may have, with what stands for nothing where it was left out."""
    shaped = {key: value for key, value in document.items() if key not in ("options", "body")}
    shaped |= {
        "id": document.get("id") or "",
        "outcome": document.get("outcome") or None,
        "kind": document["kind"],
        "difficulty": document.get("difficulty"),
        "level": document.get("level") or None,
        "scoring": document.get("scoring") or None,
        "stem": document.get("stem") or "",
        "sources": list(document.get("sources") or []),
        "content_note": document.get("content_note") or None,
        "marks": document.get("marks") or 1,
        "feedback": document.get("feedback") or "",
    }
    return shaped | _answers(document)


def _answers(document: Document) -> Document:
    if document["kind"] in WITH_OPTIONS:
        return {"options": [option(**given) for given in document.get("options") or []]}
    body = document.get("body") or {}
    if document["kind"] == "scenario":
        body = body | {"parts": [_part(part) for part in body.get("parts") or []]}
    return {"body": body}


def _part(part: Document) -> Document:
    shaped = {
        "name": part.get("name") or "",
        "kind": part["kind"],
        "stem": part.get("stem") or "",
        "marks": part.get("marks") or 1,
        "scoring": part.get("scoring") or None,
        "feedback": part.get("feedback") or "",
    }
    return shaped | _answers(part)


def option(text: str, correct: bool = False, feedback: str = "", **other: Any) -> Document:
    return {
        "text": text,
        "correct": bool(correct),
        "feedback": feedback or "",
        "pinned": bool(other.get("pinned")),
    }


def texts_of(value: Any) -> list[str]:
    """Every string in a document, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_of(inner)]
    if isinstance(value, (list, tuple)):
        return [text for inner in value for text in texts_of(inner)]
    return []
