"""All of it in one call, in a time that a page can wait for."""

from decimal import Decimal
from fractions import Fraction
from random import Random
from time import perf_counter

import pytest

from assessments.rules.statistics.analysis import analyse
from assessments.rules.statistics.distractors import distractor_table
from assessments.rules.statistics.plots import quantile_lines
from assessments.rules.statistics.sittings import Sitting
from tests.assessments.rules.statistics.reference import CANDIDATES, MARKS, sitting


def test_an_analysis_holds_every_item_and_every_form():
    found = analyse(map(sitting, CANDIDATES), MARKS)

    assert (found.sittings, found.warning) == (100, "")
    assert [one.item for one in found.items] == [1, 2, 3, 4, 5, 6]
    assert len(found.reliability.forms) == 1
    assert 0 < found.mean_score < 1
    assert found.standard_deviation > 0


def test_no_sittings_are_no_error():
    found = analyse([])

    assert (found.sittings, found.items, found.reliability.forms) == (0, (), ())
    assert found.mean_score is found.standard_deviation is None
    assert found.warning == "too_few"


@pytest.mark.benchmark
@pytest.mark.parametrize("bank", [60, 200])
def test_ten_thousand_sittings_of_sixty_items(bank):
    sittings = list(drawn_sittings(10_000, 60, bank))
    begun = perf_counter()

    found = analyse(sittings)
    analysed = perf_counter()
    for one in found.items:
        distractor_table(found.cohort, one.item, "abcd", "a")
        quantile_lines(found.cohort, one.item, "abcd", "a")
    ended = perf_counter()

    print(f"\nbank of {bank}: figures {analysed - begun:.1f} s, tables {ended - analysed:.1f} s")
    assert len(found.items) == bank
    assert ended - begun < 30


def drawn_sittings(count, length, bank):
    """Candidates of normal ability before items of mixed difficulty, each with a form of its own."""
    chance = Random(1)
    for _ in range(count):
        ability = chance.gauss(0, 1)
        items = sorted(chance.sample(range(bank), length))
        right = {i: ability + chance.gauss(0, 1) > (i % 7 - 3) / 3 for i in items}
        yield Sitting(
            Decimal(sum(right.values())),
            {item: Fraction(got) for item, got in right.items()},
            {i: frozenset("a" if got else chance.choice("bcd")) for i, got in right.items()},
        )
