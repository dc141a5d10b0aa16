"""One sentence for each reason a rule can give; each app registers its own in `<app>/wording.py`."""

from typing import Any

_sentences: dict[str, Any] = {}


def register(sentences: dict[str, Any]) -> None:
    """Add an app's sentences. A reason that two apps use with different words is an error."""
    for reason, text in sentences.items():
        if _sentences.get(reason, text) != text:
            raise ValueError(f"The reason {reason!r} already has another sentence.")
        _sentences[reason] = text


def known_reasons() -> frozenset[str]:
    return frozenset(_sentences)


def sentence(reason: Any, **details: Any) -> str:
    """The reader's sentence for a reason, a Verdict or a Refused."""
    if not isinstance(reason, str):
        details = {**reason.details, **details}
        reason = reason.reason
    return str(_sentences[reason]).format(**details)
