"""The demo as `make run` loads it, once for all tests."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings


@pytest.fixture(scope="module")
def loaded(curriculum_loaded, begin_with):
    """Really committed, as by `make run`; afterwards the database is as empty as before."""
    with override_settings(DEMO=True):
        begin_with("demo", _load)
        yield


def _load() -> None:
    for command in ("load_scheme", "load_demo"):
        call_command(command, stdout=StringIO())
