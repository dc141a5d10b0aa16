"""The demo is loaded once for each state of its sources, and starts only where it may."""

import socket

import pytest
from django.core.management import CommandError, call_command

from training_site.demo import loading, mark


@pytest.fixture
def steps(monkeypatch):
    """The step of the mark and one that counts how often it ran."""
    ran = []
    wanted = (
        loading.Step("Demo mark", mark.mark_as_demo),
        loading.Step("People", lambda: ran.append("people")),
    )
    monkeypatch.setattr(loading, "STEPS", wanted)
    return ran


@pytest.mark.django_db
def test_a_second_start_changes_nothing_and_says_so(steps):
    said = []
    loading.load(said.append)

    loading.load(said.append)

    assert steps == ["people"]
    assert said[-1].strip() == "Everything is loaded already"


@pytest.mark.django_db
def test_changed_sources_are_loaded_again(steps, monkeypatch):
    loading.load(str)

    monkeypatch.setattr(loading, "fingerprint", lambda: "of another day")
    loading.load(str)

    assert steps == ["people", "people"]


@pytest.mark.django_db
def test_a_load_that_broke_off_is_taken_up_again(steps, monkeypatch):
    def break_off():
        raise InterruptedError

    whole = loading.STEPS
    monkeypatch.setattr(loading, "STEPS", (*whole, loading.Step("Broken", break_off)))
    with pytest.raises(InterruptedError):
        loading.load(str)

    monkeypatch.setattr(loading, "STEPS", whole)
    loading.load(str)

    assert steps == ["people", "people"]


@pytest.mark.django_db
def test_each_step_tells_its_seconds(steps):
    said = []

    loading.load(said.append)

    assert [line.split()[-1] for line in said] == ["s", "s"]
    assert said[1].startswith("  People")


def test_the_fingerprint_follows_curriculum_and_migrations(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    lesson = tmp_path / "training_site" / "curriculum" / "lesson.md"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("one")
    before = loading.fingerprint()

    lesson.write_text("two")
    after = loading.fingerprint()
    (tmp_path / "README.md").write_text("nothing to load")

    assert before != after
    assert loading.fingerprint() == after


def test_run_demo_wants_demo(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO is not set"):
        call_command("run_demo")


def test_run_demo_names_another_port_when_its_own_is_taken(settings, monkeypatch):
    settings.DEMO = True
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))

        with pytest.raises(CommandError, match=f"PORT={port + 1}"):
            call_command("run_demo")


@pytest.mark.django_db
def test_without_demo_it_is_refused(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="never put into a real installation"):
        call_command("load_demo")
