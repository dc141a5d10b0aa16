"""Jobs that exist for one test only."""

import pytest

from training_site.jobs import registry


@pytest.fixture
def a_job(monkeypatch):
    """Register a function under a name for this test; without one, a job that notes its calls."""

    def register(function=None, name="sample.work"):
        calls = []
        monkeypatch.setitem(registry._functions, name, function or (lambda *ids: calls.append(ids)))
        return calls

    return register


@pytest.fixture
def a_round(monkeypatch, a_job):
    """A periodic job for this test."""

    def register(minutes, *, direct=False, name="sample.round"):
        calls = a_job(name=name)
        monkeypatch.setitem(registry._rounds, name, registry.Round(name, minutes, direct))
        return calls

    return register
