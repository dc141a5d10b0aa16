from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import timezone

from training_site import wording
from training_site.content.templatetags import triad
from training_site.verdict import YES, Refused, no


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (200, "3 h 20 min"),
        (60, "1 h"),  # no empty minutes
        (45, "45 min"),  # no empty hours
        (0, "0 min"),  # nothing is a figure too
        (-90, "−1 h 30 min"),  # a correction downwards
        (6000, "100 h"),  # hours, never days
        (None, ""),
    ],
)
def test_minutes_are_written_with_their_units(minutes, words):
    assert triad.duration(minutes) == words


def test_a_date_is_written_out():
    assert triad.longdate(date(2026, 4, 2)) == "2 April 2026"
    assert triad.longdate(None) == ""


def test_an_instant_is_dated_where_the_reader_is():
    late_in_utc = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)

    with timezone.override("Asia/Tokyo"):
        written = Template("{% load triad %}{{ at|longdate }}").render(Context({"at": late_in_utc}))

    assert written == "24 November 2026"


@pytest.fixture
def late_reason(monkeypatch):
    monkeypatch.setattr(wording, "_sentences", {"late": "{days} days late."})


@pytest.mark.usefixtures("late_reason")
def test_a_refusal_and_a_no_are_the_same_sentence():
    assert triad.sentence(no("late", days=3)) == "3 days late."
    assert triad.sentence(Refused("late", days=3)) == "3 days late."


@pytest.mark.usefixtures("late_reason")
def test_a_yes_needs_no_sentence():
    assert triad.sentence(YES) == ""


def test_an_icon_is_hidden_from_screen_readers():
    assert 'aria-hidden="true"' in triad.icon("check-circle")
