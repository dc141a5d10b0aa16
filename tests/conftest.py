"""What every test may ask for: the template database, a fixed time, counted queries, jobs run."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import StringIO
from unittest import mock

import hypothesis
import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.test import TransactionTestCase

from tests import databases, services
from tests.commits import callbacks_run
from tests.queries import count_queries as counting
from tests.sign_in import sign_in as signing_in

# A busy machine is slow, not wrong: what is too long is said by --durations, not by one example.
hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")


def pytest_configure(config):
    """Whoever starts the workers names the folder that they share."""
    if not hasattr(config, "workerinput"):
        os.environ.setdefault(databases.SHARED, str(settings.TEST_DIR))


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        shutil.rmtree(settings.TEST_DIR, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """A copy of the migrated template; tests that really commit get a fresh copy afterwards."""
    with django_db_blocker.unblock():
        database = databases.for_this_run()
        database.prepare()

    def restore(_test_case):
        database.restore()
        ContentType.objects.clear_cache()

    with mock.patch.object(TransactionTestCase, "_fixture_teardown", restore):
        yield database

    with django_db_blocker.unblock():
        database.drop()


@pytest.fixture(scope="module")
def begin_with(django_db_setup, django_db_blocker) -> Iterator[Callable]:
    """`begin_with(name, make)`: every test of the file finds what `make` committed, and what a
    test changes is rolled back. It is made once for all files that begin with that name.
    """

    def begin(name: str, make: Callable[[], None]) -> None:
        with django_db_blocker.unblock():
            django_db_setup.have(name, make)
            ContentType.objects.clear_cache()

    yield begin
    with django_db_blocker.unblock():
        django_db_setup.restore()
        ContentType.objects.clear_cache()


@pytest.fixture(scope="module")
def curriculum_loaded(begin_with):
    """The curriculum as delivered."""
    begin_with("curriculum", _load_curriculum)


@pytest.fixture
def with_curriculum(transactional_db, django_db_setup):
    """The same for one test that really commits."""
    django_db_setup.have("curriculum", _load_curriculum)
    ContentType.objects.clear_cache()


def _load_curriculum() -> None:
    call_command("load_curriculum", stdout=StringIO())


@pytest.fixture(scope="session", autouse=True)
def _own_folder():
    """Keys are made once and copied: a 3072-bit one takes its time."""
    from training_site.crypto.keys import create_missing

    kept = databases.CACHE_DIR / "keys"
    with databases.one_at_a_time("keys"):
        create_missing(kept)
    shutil.copytree(kept, settings.KEY_DIR, dirs_exist_ok=True)
    yield
    shutil.rmtree(settings.TEST_DIR, ignore_errors=True)


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


@pytest.fixture(autouse=True)
def _callbacks_run():
    with callbacks_run():
        yield


@pytest.fixture
def now():
    return datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture
def count_queries():
    return counting


@pytest.fixture
def sign_in():
    return signing_in


@pytest.fixture
def run_jobs():
    """Carry out every waiting job here and now, the ones that they start included."""
    from training_site.jobs.outbox import drain

    return drain


@pytest.fixture
def redis_url():
    """Only for tests marked `redis`; those are left out, and said to be, where there is none."""
    return services.redis_url()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Leave out what this machine cannot run; the summary says so."""
    absent = services.absent().keys()
    left_out = [item for item in items if absent & {mark.name for mark in item.iter_markers()}]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
    _longest_first(items)


def _longest_first(items):
    """Each of two workers begins with one of them, so that neither waits long for the other's last."""
    story, demo = (
        [item for item in items if item.nodeid.startswith(f"tests/{folder}/")]
        for folder in ("journeys", "training_site/demo")
    )
    others = [item for item in items if item not in {*story, *demo}]
    half = max(0, len(items) // 2 - len(story))
    items[:] = story + others[:half] + demo + others[half:]


def pytest_collection_finish():
    """What is loaded by now stays; to look through all of it again and again takes its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_terminal_summary(terminalreporter):
    for mark, hint in services.absent().items():
        terminalreporter.write_line(f"Left out: tests marked {mark}. {hint}")
