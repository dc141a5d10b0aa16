"""Which words a template may have, and what its placeholders become."""

import pytest

from certification.credentials.rules.template_words import (
    MOST_LINES,
    PLACEHOLDERS,
    check_wording,
    lines_of,
)

GOOD = "This certifies that\n{name}\nis certified as\n{title}\n{scope}"
VALUES = {placeholder: placeholder.upper() for placeholder in PLACEHOLDERS}


@pytest.mark.parametrize(
    "wording",
    [
        GOOD,
        "{name}\n{title}\nin this scope: {scope}",
        "  {name}  \n\n{title}\n{scope} {scope}",
        "{name}\n{title}\n{scope} {scheme_version} {association} {number} {issued} {valid_until}",
    ],
)
def test_a_wording_that_says_what_is_needed_is_taken(wording):
    assert check_wording(wording)


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        (GOOD + "\n{nmae}", "placeholder_unknown"),
        (GOOD + "\n{}", "placeholder_unknown"),
        (GOOD + "\n{Name}", "placeholder_unknown"),
        (GOOD + "\n{name!r}", "placeholder_unknown"),
        (GOOD + "\n{name.__class__}", "placeholder_unknown"),
        (GOOD + "\n{", "brace_alone"),
        (GOOD + "\n}", "brace_alone"),
        (GOOD.replace("{name}", "{{name}}"), "brace_alone"),
        (GOOD.replace("{name}", "name"), "placeholder_missing"),
        (GOOD.replace("{title}", ""), "placeholder_missing"),
        (GOOD.replace("{scope}", ""), "placeholder_missing"),
        ("", "placeholder_missing"),
        (GOOD.replace("that\n", "that "), "placeholder_on_its_own_line"),
        (GOOD + "\n{name}", "placeholder_on_its_own_line"),
        (GOOD + "\nor {title}", "placeholder_on_its_own_line"),
        (GOOD + "\nmore" * MOST_LINES, "wording_too_many_lines"),
    ],
)
def test_what_is_amiss_is_named(wording, reason):
    assert check_wording(wording).reason == reason


def test_an_unknown_placeholder_is_said_as_it_was_typed():
    verdict = check_wording(GOOD + "\n{nmae}")

    assert verdict.details["unknown"] == "{nmae}"
    assert "{valid_until}" in verdict.details["known"]


def test_each_line_knows_what_it_is():
    lines = lines_of(GOOD + "\nuntil {valid_until}", VALUES)

    assert [(line.kind, line.text) for line in lines] == [
        ("text", "This certifies that"),
        ("name", "NAME"),
        ("text", "is certified as"),
        ("title", "TITLE"),
        ("scope", "SCOPE"),
        ("text", "until VALID_UNTIL"),
    ]


def test_what_a_value_says_is_never_filled_in_again():
    """Somebody whose name is a placeholder is called so."""
    lines = lines_of("{name}\n{title}\n{scope}, {number}", VALUES | {"scope": "{number} {name}"})

    assert lines[2].text == "{number} {name}, NUMBER"
