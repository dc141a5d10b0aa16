"""The demo as `make run` loads it, once for all tests of a worker."""

from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.test import override_settings

KEPT = "demo"


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Really committed, as by `make run`; afterwards the database is as empty as before.

    It takes half a minute, so what was loaded for one file is kept for the next.
    """
    with django_db_blocker.unblock(), override_settings(DEMO=True):
        if django_db_setup.has_kept(KEPT):
            django_db_setup.restore(KEPT)
        else:
            _load()
            django_db_setup.keep(KEPT)
        ContentType.objects.clear_cache()
        yield
        django_db_setup.restore()
        ContentType.objects.clear_cache()


def _load() -> None:
    for command in ("load_curriculum", "load_scheme", "load_demo"):
        call_command(command, stdout=StringIO())
