"""What a private text may hold, what takes its place, and what could tell who a client is."""

import pytest

from courses.notes.rules.identifiers import identifiers_in
from courses.notes.rules.writing import may_replace


@pytest.mark.parametrize(
    ("upon", "edition", "reason"),
    [
        ("", None, ""),  # the first text
        ("a1", "a1", ""),  # upon what is there
        ("a1", "b2", "entry_kept_elsewhere"),
        ("", "b2", "entry_kept_elsewhere"),  # two windows began at once
        ("a1", None, "entry_erased_elsewhere"),
    ],
)
def test_only_what_was_seen_is_replaced(upon, edition, reason):
    assert may_replace(upon, edition).reason == reason


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Write to anna.meyer@example.org soon", ("mail",)),
        ("She said: +44 20 7946 0018", ("phone",)),
        ("0151/234 567 89", ("phone",)),
        ("(030) 1234 5678 is the number", ("phone",)),
        ("born on 3 March", ("birth",)),
        ("3 March 1986", ("birth",)),
        ("March 3rd, 1986", ("birth",)),
        ("12.04.1979, a@b.example", ("mail", "birth")),
        ("1979-04-12", ("birth",)),
        # What is none of it
        ("", ()),
        ("I met them @ noon", ()),
        ("Sections 2.1 to 2.4, pages 10-12", ()),
        ("45 minutes, 3 sessions, 0.5 of it", ()),
        ("on 3 March we spoke", ()),
        ("2026", ()),
        ("10.1037/0003-066X", ()),  # a DOI
        ("a" * 20_000, ()),
        ("1 " * 9_000, ()),
        ("@." * 9_000, ()),
    ],
)
def test_a_hint_names_what_it_sees(text, kinds):
    assert identifiers_in(text) == kinds
