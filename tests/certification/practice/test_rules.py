from datetime import UTC, date, datetime

import pytest

from certification.practice.actions.cases import letter_after
from certification.practice.models.hours import Category
from certification.practice.rules import categories, lifecycles, people, placing, signing

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


TERM = placing.Term(date(2026, 4, 1), date(2026, 9, 30))
OPEN = placing.Term(date(2026, 11, 1), None)


@pytest.mark.parametrize(
    ("day", "terms", "reason"),
    [
        (date(2026, 4, 1), [TERM], ""),  # the first day counts
        (date(2026, 9, 30), [TERM], ""),  # so does the last
        (date(2026, 3, 31), [TERM], "agreement_not_begun"),
        (date(2026, 10, 1), [TERM], "agreement_over"),
        (date(2026, 10, 15), [TERM, OPEN], "agreement_over"),  # between two
        (date(2026, 11, 1), [TERM, OPEN], ""),
        (date(2026, 4, 1), [], "agreement_missing"),
    ],
)
def test_an_hour_needs_an_agreement_in_force(day, terms, reason):
    assert placing.within_an_agreement(day, terms).reason == reason


@pytest.mark.parametrize(
    ("category", "admitted", "status", "reason"),
    [
        ("direct_session", date(2026, 4, 1), "allowed", ""),
        ("direct_session", date(2026, 4, 2), "allowed", "not_admitted_then"),
        ("direct_session", None, "allowed", "not_admitted_then"),
        ("direct_session", date(2026, 4, 1), "study_only", "place_not_allowed"),
        ("direct_session", date(2026, 4, 1), "blocked", "place_not_allowed"),
        ("mentor_individual", None, "blocked", ""),  # supervision is open to all who have one
    ],
)
def test_direct_sessions_need_admission_and_a_place(category, admitted, status, reason):
    verdict = placing.may_see_clients(
        category, date(2026, 4, 1), admitted_on=admitted, place_status=status
    )

    assert verdict.reason == reason


CASE = placing.CaseDates("A", date(2026, 5, 1), date(2026, 8, 1))


@pytest.mark.parametrize(
    ("category", "day", "case", "reason"),
    [
        ("direct_session", date(2026, 5, 1), CASE, ""),
        ("direct_session", date(2026, 8, 1), CASE, ""),
        ("direct_session", date(2026, 4, 30), CASE, "case_not_open_yet"),
        ("direct_session", date(2026, 8, 2), CASE, "case_closed_then"),
        ("direct_session", date(2026, 5, 1), None, "case_needed"),
        ("clinician_consultation", date(2026, 5, 1), None, "case_needed"),
        ("mentor_individual", date(2026, 5, 1), None, ""),
    ],
)
def test_work_with_a_client_names_an_open_case(category, day, case, reason):
    assert placing.in_its_case(category, day, case).reason == reason


@pytest.mark.parametrize(
    ("category", "size", "reason"),
    [
        ("mentor_group", 2, ""),
        ("mentor_group", 50, ""),
        ("mentor_group", 1, "group_size_needed"),
        ("mentor_group", 51, "group_size_needed"),
        ("mentor_group", None, "group_size_needed"),
        ("mentor_individual", None, ""),
    ],
)
def test_group_supervision_says_how_many(category, size, reason):
    assert placing.group_of(category, size).reason == reason


def test_every_category_has_one_signer_as_the_table_says():
    assert {c.value: categories.signer_role(c.value) for c in Category} == {
        "direct_session": "mentor",
        "documentation_reflection": "mentor",
        "triadic_meeting": "clinician",
        "clinician_consultation": "clinician",
        "mentor_individual": "mentor",
        "mentor_group": "mentor",
        "observation": "mentor",
    }


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, ""),
        ({"own": True}, "own_hours"),
        ({"named": False}, "another_signs_this"),
        ({"in_force": False}, "agreement_not_in_force_then"),
        ({"entitled": False}, "signer_not_verified_then"),
        ({"own": True, "named": False, "entitled": False}, "own_hours"),  # the gravest first
    ],
)
def test_an_hour_is_signed_by_whom_it_names_and_who_was_entitled_then(facts, reason):
    usual = {"named": True, "own": False, "entitled": True, "in_force": True}

    assert signing.may_sign_entry(**(usual | facts)).reason == reason


@pytest.mark.parametrize(
    ("shown", "actual", "entries", "reason"),
    [
        ("a", "a", 1, ""),
        ("a", "b", 1, "sheet_has_changed"),
        ("", "b", 1, "sheet_has_changed"),
        ("a", "a", 0, "nothing_to_sign"),
    ],
)
def test_only_the_sheet_that_was_shown_is_signed(shown, actual, entries, reason):
    assert signing.may_sign_month(shown=shown, actual=actual, entries=entries).reason == reason


@pytest.mark.parametrize(
    ("verb", "allowed_in"),
    [
        ("change", {"draft", "submitted", "returned"}),
        ("submit", {"draft", "returned"}),
        ("discard", {"draft"}),
        ("return", {"submitted"}),
        ("sign", {"submitted"}),
        ("correct", {"signed"}),
    ],
)
def test_an_entry_moves_only_along_its_table(verb, allowed_in):
    assert {s for s in lifecycles.ENTRY if lifecycles.may_entry(verb, s)} == allowed_in


@pytest.mark.parametrize(
    ("verb", "allowed_in"),
    [
        ("agree", {"drafted"}),
        ("decline", {"drafted", "agreed"}),
        ("approve", {"agreed"}),
        ("end", {"approved"}),
    ],
)
def test_an_agreement_moves_only_along_its_table(verb, allowed_in):
    assert {s for s in lifecycles.AGREEMENT if lifecycles.may_agreement(verb, s)} == allowed_in


@pytest.mark.parametrize(
    ("verb", "allowed_in"),
    [
        ("begin_closing", {"open"}),
        ("close", {"open", "closing"}),
        ("interrupt", {"open", "closing"}),
    ],
)
def test_a_case_moves_only_along_its_table(verb, allowed_in):
    assert {s for s in lifecycles.CASE if lifecycles.may_case(verb, s)} == allowed_in


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, ""),
        ({"own": True}, "not_own_admission"),
        ({"identity_seen": False}, "identity_not_seen"),
        ({"unsigned": ["Jurisdiction notice"]}, "policies_not_signed"),
        ({"place_status": "study_only"}, "place_not_allowed_to_admit"),
    ],
)
def test_admission_asks_for_everything(facts, reason):
    usual = {"own": False, "identity_seen": True, "unsigned": [], "place_status": "allowed"}

    assert people.may_admit(**(usual | facts)).reason == reason


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, ""),
        ({"is_party": True}, "not_own_agreement"),
        ({"verified": ["mentor"]}, "supervisors_not_verified"),
        ({"verified": []}, "supervisors_not_verified"),
    ],
)
def test_an_agreement_is_approved_by_an_outsider_once_both_licences_were_seen(facts, reason):
    usual = {"is_party": False, "verified": ["mentor", "clinician"]}

    assert people.may_approve(**(usual | facts)).reason == reason


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, ""),
        ({"same_person": True}, "not_own_licence"),
        ({"seen_on": date(2026, 11, 24)}, "date_in_future"),
        ({"last": date(2024, 12, 31)}, "ends_before_it_begins"),
        ({"last": date(2025, 1, 1)}, ""),  # valid for one day
    ],
)
def test_a_licence_is_seen_by_somebody_else_on_a_day_that_has_been(facts, reason):
    usual = {
        "same_person": False,
        "seen_on": date(2026, 11, 23),
        "today": date(2026, 11, 23),
        "first": date(2025, 1, 1),
        "last": date(2027, 1, 1),
    }

    assert people.may_verify(**(usual | facts)).reason == reason


@pytest.mark.parametrize(
    ("count", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")]
)
def test_letters_go_on_after_z(count, letter):
    assert letter_after(count) == letter
