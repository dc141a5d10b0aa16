"""The hours over time in words: a guess where there is a pace, and what would start one."""

from datetime import date, timedelta

import pytest

from certification.scheme.progress import progress_of

TODAY = date(2026, 11, 22)


class Logged:
    def __init__(self, day: date, minutes: int):
        self.date, self.minutes = day, minutes


def told(ago: list[int], *, waiting=(), need: int = 5400, **more) -> list[str]:
    """Signed entries of an hour, so many days ago; and some that wait."""
    signed = {f"s{n}": Logged(TODAY - timedelta(days), 60) for n, days in enumerate(ago)}
    waits = {f"w{n}": Logged(TODAY - timedelta(days), 60) for n, days in enumerate(waiting)}
    have = 60 * len(signed)
    row = {
        "id": "direct",
        "rule": "total_min",
        "title": "Direct sessions",
        "state": "not_met",
        "have": have,
        "need": need,
        "projected": have + 60 * len(waits),
        "earliest": None,
        "figures": {"where": {"category": ["direct_session"]}},
        "counted": [{"entry": id, "minutes": 60} for id in signed],
        "pending": [{"who": "M", "entries": list(waits)}],
    }
    result = {"requirements": [row | more], "breaks": []}
    return progress_of(result, signed | waits, TODAY)[0].sentences


def test_a_pace_leads_to_a_month_and_says_that_it_guesses():
    sentences = told([*range(0, 83, 7), 100], need=60 * 25)

    assert sentences == [
        "At the pace of the last 12 weeks (1 h a week) it is complete around February 2027; "
        "the figure is a guess, not a promise."
    ]


def test_what_waits_is_said_and_counts_for_the_guess():
    sentences = told([30], waiting=[3], need=120)

    assert sentences == [
        "1 h more wait to be signed.",
        "With what waits to be signed, it is complete.",
    ]


@pytest.mark.parametrize("ago", [[], [3, 10]])
def test_a_young_record_has_no_guess_yet(ago):
    assert told(ago) == ["After 4 weeks of logged hours, a guess stands here when it is complete."]


def test_an_idle_record_says_what_would_start_the_line():
    assert told([200]) == [
        "Nothing of the last 12 weeks counts towards it, so no date can be guessed. "
        "The next hour you log takes the line up again."
    ]


def test_the_guess_is_never_before_the_earliest_day():
    sentences = told([*range(0, 83, 7), 100], need=60 * 14, earliest="2027-03-02")

    assert "around March 2027" in sentences[0]
    assert sentences[1] == (
        "Within the limits of the scheme it can be complete on 2 March 2027 at the earliest."
    )


def test_what_is_met_is_complete():
    assert told([10], state="met") == ["Complete."]
