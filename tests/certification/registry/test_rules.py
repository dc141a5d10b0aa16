"""Truth tables: names by match, numbers as typed or pasted, what a holder may choose, who answers."""

from datetime import date, timedelta

import pytest

from certification.registry.rules import letters, suppressing
from certification.registry.rules.listing import HIDDEN, Choice, Level, chosen, may_choose, settled
from certification.registry.rules.names import same_person
from certification.registry.rules.suppressing import Step
from certification.registry.rules.typed import number_in

SHOWN = Choice(name_shown=True, listed=False)
LISTED = Choice(name_shown=True, listed=True, region="North")
TODAY = date(2026, 11, 23)


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


@pytest.mark.parametrize(
    ("choice", "is_settled"),
    [
        (Choice(False, True, " North "), LISTED),  # being listed shows the name
        (Choice(True, False, "North"), SHOWN),  # a region stands in the list or nowhere
        (Choice(True, False, "", contactable=True), SHOWN),  # letters come through the list
        (Choice(False, True, "North", contactable=True), LISTED._replace(contactable=True)),
        (HIDDEN, HIDDEN),
    ],
)
def test_one_choice_brings_another_with_it(choice, is_settled):
    assert settled(choice) == is_settled


@pytest.mark.parametrize(
    ("level", "name_shown", "choice"),
    [
        (Level.NUMBER, False, HIDDEN),
        (Level.NUMBER, True, SHOWN),
        (Level.LISTED, False, LISTED),
        (Level.LETTERS, False, LISTED._replace(contactable=True)),
    ],
)
def test_each_level_is_a_choice_and_each_choice_has_its_level(level, name_shown, choice):
    made = chosen(level, name_shown=name_shown, region="North")

    assert made == choice
    assert made.level == level


@pytest.mark.parametrize(
    ("choice", "certified_now", "kept_hidden", "reason"),
    [
        (SHOWN, True, False, ""),
        (LISTED, True, False, ""),
        (SHOWN, False, False, "listing_not_held"),
        (SHOWN, True, True, "listing_kept_hidden"),
        (LISTED, False, True, "listing_kept_hidden"),
        (HIDDEN, False, True, ""),  # hiding is always possible
    ],
)
def test_hiding_is_always_possible_and_showing_is_not(choice, certified_now, kept_hidden, reason):
    verdict = may_choose(choice, certified_now=certified_now, kept_hidden=kept_hidden)

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("step", "state", "is_holder", "reason"),
    [
        (Step.APPROVE, "asked", False, ""),
        (Step.DECLINE, "asked", False, ""),
        (Step.KEEP, "approved", False, ""),
        (Step.END, "approved", False, ""),
        (Step.APPROVE, "asked", True, "own_suppression"),
        (Step.KEEP, "asked", False, "suppression_not_there"),
        (Step.APPROVE, "declined", False, "suppression_not_there"),
        (Step.END, "ended", False, "suppression_not_there"),
    ],
)
def test_another_person_answers_what_leads_on(step, state, is_holder, reason):
    assert suppressing.may_answer(step, state, is_holder=is_holder).reason == reason


def test_what_leads_on_is_offered_and_nothing_else():
    offered = {state: suppressing.steps_open(state) for state in suppressing.State}

    assert offered == {
        "asked": [Step.APPROVE, Step.DECLINE],
        "approved": [Step.KEEP, Step.END],
        "declined": [],
        "ended": [],
    }


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (1, ""),
        (suppressing.LONGEST_DAYS, ""),
        (0, "review_day_past"),  # today is no review
        (-1, "review_day_past"),
        (suppressing.LONGEST_DAYS + 1, "review_day_far"),
    ],
)
def test_a_request_holds_until_a_day_on_which_somebody_looks_again(days, reason):
    verdict = suppressing.may_hold_until(TODAY + timedelta(days=days), TODAY)

    assert verdict.reason == reason


def test_no_day_at_all_is_none_to_hold_until():
    assert suppressing.may_hold_until(None, TODAY).reason == "review_day_past"


def test_asking_takes_a_reason_and_is_done_once():
    why = "x" * suppressing.SHORTEST_REASON

    assert suppressing.may_ask(reason=why, has_open=False)
    assert suppressing.may_ask(reason=why, has_open=True).reason == "suppression_open"
    assert suppressing.may_ask(reason=f" {why[1:]} ", has_open=False).reason == "reason_too_short"


@pytest.mark.parametrize(
    ("differs", "delivered"),
    [
        ({}, True),
        ({"takes_letters": False}, False),
        ({"trapped": True}, False),
        ({"said_already": True}, False),
        ({"in_last_day": letters.MOST_A_DAY - 1}, True),
        ({"in_last_day": letters.MOST_A_DAY}, False),
    ],
)
def test_what_becomes_of_a_letter(differs, delivered):
    facts = {"takes_letters": True, "trapped": False, "said_already": False, "in_last_day": 0}

    assert letters.is_delivered(**facts | differs) is delivered
