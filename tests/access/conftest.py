"""The world is built once for this folder, inside a transaction that nothing of it survives."""

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.access.asking import Asker
from tests.access.world import NOW, Story, a_story
from tests.commits import callbacks_run


@dataclass
class World:
    own: Story
    foreign: Story
    asker: Asker


@contextmanager
def _one_transaction():
    """As a test's own: what runs on commit inside it runs when the block that asked has been left."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker):
    """Two stories at a fixed time, and a browser for every identity."""
    cache.clear()
    with (
        django_db_blocker.unblock(),
        mock.patch("django.utils.timezone.now", return_value=NOW),
        _one_transaction(),
    ):
        with callbacks_run():
            own, foreign = a_story(), a_story()
        yield World(own, foreign, Asker(own.cast))
    cache.clear()


@pytest.fixture
def undone(world):
    """For a test that changes the world before it asks."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _quiet():
    """Some thousand refusals are what is expected here; that they are logged is told elsewhere."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
