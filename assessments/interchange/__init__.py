"""Questions out of other programs' files and into them. Plain dicts in, plain dicts out: no rows.

`read(data, name)` gives entry documents, what was left and why, and the pictures; `write(entries,
format, pictures)` gives a file and what it could not carry. Nothing is dropped without a word.
"""

from assessments.interchange.formats import FORMATS, read, write
from assessments.interchange.reading import Entry, Problem, Reading, Written

__all__ = ["FORMATS", "Entry", "Problem", "Reading", "Written", "read", "write"]
