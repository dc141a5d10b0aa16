"""Each planted fault still has its place and its test; that the test finds it, `make planted` proves."""

import re

import pytest

from tests.planted import FAULTS
from tests.sources import ROOT


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what)
def test_a_fault_has_one_place_and_a_test(fault):
    assert (ROOT / fault.file).read_text().count(fault.old) == 1

    path, name = fault.test.split("::")
    assert re.search(rf"^def {name}\(", (ROOT / path).read_text(), re.MULTILINE)
