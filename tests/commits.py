"""Let on_commit callbacks run in ordinary tests, whose own transaction is never committed.

A callback runs when the last atomic block that is not the test's own has been left: the moment at
which it would run in production. A rolled-back block takes its callbacks with it, as there.
"""

from contextlib import contextmanager
from unittest import mock

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.transaction import Atomic, get_connection

_leave = Atomic.__exit__
_on_commit = BaseDatabaseWrapper.on_commit


def _only_the_test_is_open(connection) -> bool:
    blocks = connection.atomic_blocks
    return bool(blocks) and all(block._from_testcase for block in blocks)


def _run_waiting(connection) -> None:
    while connection.run_on_commit and not connection.needs_rollback:
        _savepoints, callback, robust = connection.run_on_commit.pop(0)
        try:
            callback()
        except Exception:
            if not robust:
                raise


def _leave_and_run(atomic, exc_type, exc_value, traceback):
    _leave(atomic, exc_type, exc_value, traceback)
    connection = get_connection(atomic.using)
    if _only_the_test_is_open(connection):
        _run_waiting(connection)


def _register_or_run(connection, func, robust=False):
    _on_commit(connection, func, robust)
    if _only_the_test_is_open(connection):
        _run_waiting(connection)


@contextmanager
def callbacks_run():
    with (
        mock.patch.object(Atomic, "__exit__", _leave_and_run),
        mock.patch.object(BaseDatabaseWrapper, "on_commit", _register_or_run),
    ):
        yield
