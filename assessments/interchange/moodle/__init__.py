"""Moodle XML, the whole of a Moodle question bank in one file."""

from assessments.interchange.moodle.reader import read
from assessments.interchange.moodle.writer import write

__all__ = ["read", "write"]
