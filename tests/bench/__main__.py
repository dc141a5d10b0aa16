"""`make bench`: a sitting, an issue and an evaluation of many, on SQLite and, where it is, PostgreSQL; the
figures are printed."""

import sys

from tests.faults.__main__ import main

if __name__ == "__main__":
    sys.exit(main([["-m", "benchmark", "tests/bench"]]))
