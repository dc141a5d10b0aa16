"""Truth tables: names by match, numbers as typed or pasted, what a holder may choose."""

import pytest

from certification.registry.rules.listing import HIDDEN, Choice, may_choose, settled
from certification.registry.rules.names import same_person
from certification.registry.rules.typed import number_in


@pytest.mark.parametrize(
    ("typed", "printed", "same"),
    [
        ("Rosa Delgado", "Rosa Delgado", True),
        ("  rosa   DELGADO ", "Rosa Delgado", True),
        ("Chloé Brontë", "Chloe Bronte", True),
        ("Ann-Marie O'Neil", "Ann Marie ONeil", True),
        ("Rosa", "Rosa Delgado", False),  # a part is not the name
        ("Rosa Delgado Ruiz", "Rosa Delgado", False),
        ("Delgado Rosa", "Rosa Delgado", False),
        ("", "Rosa Delgado", False),
        ("...", "...", False),  # nothing to compare
        ("王小明", "王小明", True),
        ("x" * 10_000_000, "x" * 10_000_000, False),  # a 10 MB name is not looked at
    ],
)
def test_match_or_no_match(typed, printed, same):
    assert same_person(typed, printed) is same


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("ABCD-EFGH", "ABCD-EFGH"),
        ("  abcd ", "abcd"),
        ("https://triad.example.org/verify/ABCDEFGHJKMNP8/", "ABCDEFGHJKMNP8"),
        ("triad.example.org/verify/ABCDEFGHJKMNP8.json", "ABCDEFGHJKMNP8"),
        ("https://x/verify/ABC/?utm=1#y", "ABC"),
        ("x" * 1000, "x" * 300),
    ],
)
def test_the_number_in_what_was_typed(typed, number):
    assert number_in(typed) == number


def test_listed_shows_the_name_and_a_region_belongs_to_a_listing():
    assert settled(Choice(name_shown=False, listed=True, region=" North ")) == (True, True, "North")
    assert settled(Choice(name_shown=True, listed=False, region="North")) == (True, False, "")


def test_hiding_is_always_possible_and_showing_needs_a_certificate():
    shown = Choice(name_shown=True, listed=False, region="")

    assert may_choose(HIDDEN, certified_now=False)
    assert may_choose(shown, certified_now=True)
    assert may_choose(shown, certified_now=False).reason == "listing_not_held"
