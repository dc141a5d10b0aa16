"""GIFT, the text format of Moodle's question banks."""

from assessments.interchange.gift.reader import looks_like, read
from assessments.interchange.gift.writer import write

__all__ = ["looks_like", "read", "write"]
