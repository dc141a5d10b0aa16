"""Faults that others suffered, planted in a copy of the project, each with the test that finds it."""

from tests.planted.certificates import CERTIFICATE_FAULTS
from tests.planted.faults import EXAMINATION_FAULTS
from tests.planted.issued import ISSUED_FAULTS
from tests.planted.practice import PRACTICE_FAULTS
from tests.planted.registry import REGISTRY_FAULTS

FAULTS = [
    *EXAMINATION_FAULTS,
    *PRACTICE_FAULTS,
    *CERTIFICATE_FAULTS,
    *ISSUED_FAULTS,
    *REGISTRY_FAULTS,
]
