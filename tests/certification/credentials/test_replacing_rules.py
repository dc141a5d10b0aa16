"""When one certificate may take another's place: the truth tables."""

from datetime import date

import pytest

from certification.credentials.models.replacing import ReplacementKind
from certification.credentials.rules import replacing as rules
from certification.credentials.rules.replacing import Kind

LONG = "A reason of more than twenty characters."
NAME = {"is_holder": False, "waiting": False, "reason": LONG, "name": "New", "printed": "Old"}
SCOPE = {"is_holder": False, "waiting": False, "reason": LONG, "scope": "New", "printed": "Old"}
NUMBER = {"is_holder": True, "waiting": False, "certified_now": True, "complaint_open": False}
TERM = {
    "is_holder": False,
    "waiting": False,
    "last_day": date(2026, 12, 31),
    "valid_from": date(2026, 11, 1),
    "until": date(2029, 12, 31),
}


def test_rules_and_models_know_the_same_kinds():
    assert [*Kind] == ReplacementKind.values


@pytest.mark.parametrize(
    ("standing", "changed", "reason"),
    [
        ("active", {}, ""),
        # Examined under the name it was given under; the rest have ended.
        ("suspended", {}, "certificate_not_active"),
        ("withdrawn", {}, "certificate_not_active"),
        ("superseded", {}, "certificate_not_active"),
        ("active", {"is_holder": True}, "own_certificate"),
        ("active", {"waiting": True}, "replacement_waits"),
        ("active", {"name": "Old"}, "name_as_before"),
        ("active", {"reason": "Nineteen letters ok"}, "reason_too_short"),
        ("active", {"reason": " " * 30}, "reason_too_short"),
    ],
)
def test_when_a_name_may_be_corrected(standing, changed, reason):
    assert rules.may_correct_name(standing, **NAME | changed).reason == reason


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        ({"is_holder": False}, "holder_only"),
        ({"waiting": True}, "replacement_waits"),
        ({"certified_now": False}, "number_needs_valid"),
        ({"complaint_open": True}, "number_stays_for_now"),
    ],
)
def test_when_a_number_may_be_changed(changed, reason):
    assert rules.may_change_number(**NUMBER | changed).reason == reason


@pytest.mark.parametrize(
    ("standing", "changed", "reason"),
    [
        ("active", {}, ""),
        ("suspended", {}, ""),
        ("withdrawn", {}, "certificate_not_there"),
        ("rotated", {}, "certificate_not_there"),
        ("active", {"is_holder": True}, "own_certificate"),
        ("active", {"waiting": True}, "replacement_waits"),
        ("active", {"scope": ""}, "scope_as_before"),
        ("active", {"scope": "Old"}, "scope_as_before"),
        ("active", {"scope": "x" * 301}, "scope_too_long"),
        ("active", {"reason": "short"}, "reason_too_short"),
    ],
)
def test_when_a_scope_may_be_narrowed(standing, changed, reason):
    assert rules.may_narrow(standing, **SCOPE | changed).reason == reason


@pytest.mark.parametrize(
    ("standing", "changed", "reason"),
    [
        ("active", {}, ""),
        ("suspended", {}, ""),
        ("withdrawn", {}, "certificate_not_there"),
        ("active", {"is_holder": True}, "own_certificate"),
        ("active", {"waiting": True}, "replacement_waits"),
        ("active", {"until": date(2026, 12, 31)}, "term_not_longer"),
        ("active", {"valid_from": date(2030, 1, 1)}, "term_not_longer"),
    ],
)
def test_when_another_term_may_begin(standing, changed, reason):
    assert rules.may_begin_term(standing, **TERM | changed).reason == reason
