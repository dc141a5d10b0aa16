"""The closed list of verbs. Recording an unknown one is an error, so none is left without a sentence."""

from typing import Any

from django.utils.translation import gettext_lazy as _

_sentences: dict[str, Any] = {"audit.record.exported": _("exported the record")}


def register(sentences: dict[str, Any]) -> None:
    """Add an app's verbs, each with the sentence that follows the actor's name."""
    _sentences.update(sentences)


def sentence_for(verb: str) -> str:
    return str(_sentences[verb])


def known_verbs() -> frozenset[str]:
    return frozenset(_sentences)
