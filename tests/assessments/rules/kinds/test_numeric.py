"""Numbers as people type them, read exactly or not at all, and always kept."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.kinds import Wording, kind_of
from assessments.rules.kinds.numbers import figures, read_exactly, read_number
from tests.assessments.rules.kinds.strategies import TYPED
from training_site.verdict import Refused

NUMERIC = kind_of("numeric")


def item(value="12.5", **further):
    return Wording("numeric", body=NUMERIC.stored({"body": {"value": value, **further}})["body"])


def share(wording, typed, unit=None):
    fields = {"": [typed]} | ({"unit": [unit]} if unit is not None else {})
    return NUMERIC.share(wording, NUMERIC.read(wording, [], fields))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", "12"),
        (" 12 ", "12"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        (".5", "0.5"),
        (",5", "0.5"),
        ("5.", "5"),
        ("-3", "-3"),
        ("−3", "-3"),  # the typographer's minus
        ("- 3", "-3"),
        ("+3", "3"),
        ("0,125", "0.125"),  # nobody groups behind a nought
        ("1.500", "1.5"),  # a point is a decimal point on this site
        ("1234,567", "1234.567"),
        ("1 500", "1500"),
        ("1\u00a0500", "1500"),
        ("1\u202f500", "1500"),
        ("1’500", "1500"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1,500.25", "1500.25"),
        ("1.500,25", "1500.25"),
        ("1 500,5", "1500.5"),
        ("1.5e3", "1500"),
        ("2E-2", "0.02"),
        ("٣", "3"),
        ("１２", "12"),
        ("1,500", None),  # a thousand and a half, or one and a half?
        ("-1,500", None),
        ("1,500e3", None),
        ("1 50", None),
        ("1,23,456", None),
        ("1,234.567,8", None),
        ("1.2.3", None),
        ("10²", None),
        ("1/2", None),
        ("10-12", None),
        ("+-5", None),
        ("1e999", None),
        ("twelve", None),
        (".", None),
        ("", None),
        ("NaN", None),
        ("Infinity", None),
    ],
)
def test_a_number_is_read_exactly_or_not_at_all(typed, number):
    assert read_number(typed) == (None if number is None else Fraction(number))


@given(TYPED)
def test_nothing_that_is_typed_breaks_the_reading(typed):
    read_number(typed)
    share(item(unit="min", other_units=[{"unit": "h", "factor": "60"}]), typed)


@given(st.fractions(max_denominator=10_000))
def test_figures_say_the_number_exactly(number):
    assert Fraction(figures(number)) == number


@pytest.mark.parametrize(
    ("text", "number"), [("1/3", "1/3"), ("1/0", None), ("0.5", "0.5"), ("a/b", None)]
)
def test_authors_may_write_ratios(text, number):
    assert read_exactly(text) == (None if number is None else Fraction(number))


@pytest.mark.parametrize(
    ("tolerance", "relative", "typed", "right"),
    [
        ("0", False, "12.5", True),
        ("0", False, "12.50", True),
        ("0", False, "12.51", False),
        ("0.5", False, "13", True),  # the edge belongs to it
        ("0.5", False, "12", True),
        ("0.5", False, "13.0000001", False),
        ("0.1", True, "13.75", True),
        ("0.1", True, "11.25", True),
        ("0.1", True, "13.76", False),
    ],
)
def test_tolerance_is_absolute_or_a_share_of_the_value(tolerance, relative, typed, right):
    assert share(item(tolerance=tolerance, relative=relative), typed) == right


def test_a_relative_tolerance_of_a_negative_value_reaches_both_ways():
    wording = item("-10", tolerance="0.1", relative=True)

    assert [share(wording, typed) for typed in ("-11", "-9", "-11.1", "10")] == [1, 1, 0, 0]


def test_tenths_are_exact_where_binary_fractions_are_not():
    assert share(item("0.3", tolerance="0.2"), "0.1") == 1


@pytest.mark.parametrize(
    ("typed", "unit", "right"),
    [
        ("90 min", "", True),
        ("90min", "", True),
        ("90", "min", True),
        ("90", "MIN", True),  # capitals count only where they tell units apart
        ("90 min", "min", True),
        ("1,5 h", "", True),
        ("1.5", "h", True),
        ("90", "", False),  # the unit is part of the answer here
        ("90", "h", False),
        ("90 min", "h", False),  # two units contradict
        ("90 moments", "", False),
        ("min", "", False),
    ],
)
def test_units_are_converted_and_asked_for(typed, unit, right):
    wording = item("90", unit="min", unit_required=True, other_units=[{"unit": "h", "factor": 60}])

    assert share(wording, typed, unit) == right


def test_where_no_unit_is_asked_for_the_bare_number_is_enough():
    wording = item("90", unit="min")

    assert [share(wording, typed) for typed in ("90", "90 min", "90 h")] == [1, 1, 0]


def test_capitals_tell_units_apart_where_both_are_known():
    wording = item("3", unit="mg", other_units=[{"unit": "Mg", "factor": "1000000000"}])

    assert [share(wording, typed) for typed in ("3 mg", "3 Mg", "3 MG")] == [1, 0, 0]


def test_either_way_of_writing_micro_is_the_same_unit():
    assert share(item("3", unit="µg"), "3 μg") == 1


@pytest.mark.parametrize(
    ("typed", "unit", "reason"),
    [
        ("90", "min", ""),
        ("1,500", "min", "number_ambiguous"),
        ("1.500", "min", "number_read_as"),
        ("1500", "min", ""),
        ("about ninety", "", "number_unreadable"),
        ("1/2", "", "number_unreadable"),
        ("90", "", "unit_missing"),
        ("90", "moments", "unit_unknown"),
        ("90 h", "min", "units_contradict"),
        ("", "min", ""),
    ],
)
def test_what_earns_nothing_as_it_stands_is_kept_and_remarked_upon(typed, unit, reason):
    wording = item("90", unit="min", unit_required=True, other_units=[{"unit": "h", "factor": 60}])

    answer = NUMERIC.read(wording, [], {"": [typed], "unit": [unit]})

    assert answer.get("value", "") == typed
    assert NUMERIC.remark(wording, answer).reason == reason


def test_a_unit_alone_is_no_answer():
    assert not NUMERIC.is_answered({"unit": "min"})


def test_an_answer_that_is_too_long_is_refused_with_both_figures():
    with pytest.raises(Refused) as refused:
        NUMERIC.read(item(), [], {"": ["1" * 101]})

    assert refused.value.reason == "answer_too_long"
    assert refused.value.details == {"length": 101, "limit": 100}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"value": "12.5"}, ""),
        ({"value": "twelve"}, "item_number_unreadable"),
        ({"value": "1,500"}, "item_number_unreadable"),
        ({"value": "9" * 5000}, "item_number_unreadable"),
        ({"value": "1", "tolerance": "-1"}, "item_number_unreadable"),
        ({"value": "1", "tolerance": "wide"}, "item_number_unreadable"),
        ({"value": "1", "unit_required": True}, "item_unit_missing"),
        ({"value": "1", "other_units": [{"unit": "h", "factor": "60"}]}, "item_unit_missing"),
        (
            {"value": "1", "unit": "min", "other_units": [{"unit": "h", "factor": "0"}]},
            "item_number_unreadable",
        ),
        (
            {"value": "1", "unit": "min", "other_units": [{"unit": " min", "factor": "1"}]},
            "item_options_alike",
        ),
        (
            {"value": "1", "unit": "min", "other_units": [{"unit": "", "factor": "1"}]},
            "item_text_missing",
        ),
    ],
)
def test_only_what_can_be_reckoned_with_is_published(body, reason):
    wording = Wording("numeric", body=NUMERIC.stored({"body": body})["body"])

    assert NUMERIC.may_publish(wording).reason == reason


@pytest.mark.parametrize(
    ("further", "key"),
    [
        ({}, "12.5"),
        ({"unit": "min"}, "12.5 min"),
        ({"unit": "min", "tolerance": "0.5"}, "12.5 ± 0.5 min"),
        ({"unit": "min", "tolerance": "0.05", "relative": True}, "12.5 min (± 5 %)"),
    ],
)
def test_the_key_in_words(further, key):
    assert NUMERIC.key_in_words(item(**further)) == key
