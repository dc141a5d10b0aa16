"""How a document is refused: a named reason, the place, and the figures its sentence needs.

The sentences themselves are in `certification/scheme/wording.py`, where they can be translated.
"""


class DocumentError(ValueError):
    """A scheme or facts document that cannot be read; nothing is guessed in its place."""

    def __init__(self, reason: str, place: str, **details: object):
        super().__init__(f"{place}: {reason}")
        self.reason = reason
        self.place = place
        self.details = details


class SchemeError(DocumentError):
    """Refused at a line of the YAML, so that its author can put a finger on it."""

    def __init__(self, reason: str, line: int, **details: object):
        super().__init__(reason, f"line {line}", **details)
        self.line = line


class FactsError(DocumentError):
    """Refused at a path of the JSON, for example `entries[3].minutes`."""

    def __init__(self, reason: str, path: str, **details: object):
        super().__init__(reason, path, **details)
        self.path = path
