"""QTI 2.1, 2.2 and 3.0: single items and packages are read, packages are written."""

from assessments.interchange.qti.archive import is_zip
from assessments.interchange.qti.packages import read, refusal
from assessments.interchange.qti.packing import write_21, write_22, write_30

__all__ = ["is_zip", "read", "refusal", "write_21", "write_22", "write_30"]
