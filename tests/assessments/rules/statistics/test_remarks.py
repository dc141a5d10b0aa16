"""What is said to be odd about an item, the gravest first; too few sittings silence the rest."""

import pytest

from assessments.rules.statistics.remarks import remarks


@pytest.mark.parametrize(
    ("sittings", "facility", "discrimination", "flags", "said"),
    [
        (100, 0.6, 0.4, [], ()),
        (100, 0.6, 0.2, [], ()),  # the bound itself is enough
        (100, 0.6, 0.199, [], ("weak",)),
        (100, 0.6, 0.0, [], ("weak",)),
        (100, 0.6, -0.01, [], ("against",)),
        (100, 1.0, None, [], ("alike", "easy")),
        (100, 0.95, 0.3, [], ("easy",)),
        (100, 0.25, 0.3, [], ()),
        (100, 0.249, 0.3, [], ("hard",)),
        (100, 0.5, 0.3, ["never_chosen", "key_weaker"], ("key_weaker", "never_chosen")),
        (30, 0.2, -0.3, [], ("against", "hard")),
        (29, 0.2, -0.3, ["key_weaker"], ("too_few",)),
    ],
)
def test_remarks(sittings, facility, discrimination, flags, said):
    assert remarks(sittings, facility, discrimination, flags) == said
