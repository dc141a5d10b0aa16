"""The number on a certificate: what is forgiven when it is typed, and what is caught."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.credentials.rules.numbers import (
    ALPHABET,
    check_characters,
    display,
    new_number,
    normalise,
)

bodies = st.text(alphabet=ALPHABET, min_size=12, max_size=12)
numbers = bodies.map(lambda body: body + check_characters(body))


def test_new_numbers_are_canonical_and_differ():
    issued = {new_number() for _ in range(200)}

    assert len(issued) == 200
    assert all(normalise(number) == number for number in issued)


def test_every_one_of_the_sixty_bits_is_used(monkeypatch):
    monkeypatch.setattr("secrets.randbits", lambda bits: 2**bits - 1)

    assert new_number().startswith("Z" * 12)


def test_a_number_is_printed_in_groups_of_four():
    assert display("ABCDEFGHJKMNP8") == "ABCD-EFGH-JKMN-P8"


@given(numbers)
def test_what_is_printed_reads_back(number):
    assert normalise(display(number)) == number


@given(numbers, st.integers(0, 13), st.sampled_from(ALPHABET))
def test_any_single_wrong_character_is_caught(number, place, other):
    wrong = number[:place] + other + number[place + 1 :]

    assert (normalise(wrong) is None) == (wrong != number)


@given(numbers, st.integers(0, 12))
def test_any_swap_of_neighbours_is_caught(number, place):
    first, second = number[place], number[place + 1]
    swapped = number[:place] + second + first + number[place + 2 :]

    assert (normalise(swapped) is None) == (first != second)


FIXED = "01ABCDEFGHJK" + check_characters("01ABCDEFGHJK")


@pytest.mark.parametrize(
    "typed",
    [
        FIXED.lower(),
        f"  {display(FIXED)}\n",
        display(FIXED).replace("-", " "),
        display(FIXED).replace("-", "\N{EN DASH}"),
        display(FIXED).replace("-", "\N{MINUS SIGN}"),
        display(FIXED).replace("-", "\N{NON-BREAKING HYPHEN}"),
        "\N{ZERO WIDTH SPACE}" + FIXED,
        "OL" + FIXED[2:],  # O for zero, L for one
        "oi" + FIXED[2:].lower(),
        "".join(chr(ord(c) + 0xFEE0) for c in FIXED),  # full-width forms
    ],
)
def test_the_ways_people_type_a_number_are_forgiven(typed):
    assert normalise(typed) == FIXED


@pytest.mark.parametrize(
    "typed",
    [
        "",
        FIXED[:-1],  # one character short
        FIXED + "0",  # one too many
        "U" + FIXED[1:],  # U is in no number
        FIXED.replace("A", "Ä"),
        FIXED.replace("1", "١"),  # another script's digit
        "-" * 14,
        FIXED + " " * 10_000_000,
    ],
)
def test_what_can_be_no_number_of_ours_is_none(typed):
    assert normalise(typed) is None
