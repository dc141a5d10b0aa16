from datetime import UTC, date, datetime, time

import pytest

from certification.practice.actions.cases import letter_after
from certification.practice.models.hours import Category
from certification.practice.rules import categories, lifecycles, people, placing, signing
from certification.practice.rules.minutes import read_minutes
from certification.practice.rules.notes import identifiers_in
from certification.practice.rules.times import Span, fits
from training_site.verdict import Refused

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90),
        (" 90 ", 90),
        ("90 min", 90),
        ("90m", 90),
        ("1:30", 90),
        ("01:30", 90),
        ("1 h 30 min", 90),
        ("1h30", 90),
        ("1 H", 60),
        ("2 hours", 120),
        ("1", 1),  # the shortest
        ("1440", 1440),  # the longest
        ("24:00", 1440),
        ("\u200f90", 90),  # a mark that can't be seen
    ],
)
def test_durations_are_read_as_people_type_them(typed, minutes):
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("-1", "minutes_out_of_day"),
        ("−1", "minutes_out_of_day"),  # a typographic minus
        ("0", "minutes_out_of_day"),
        ("1441", "minutes_out_of_day"),
        ("24:01", "minutes_out_of_day"),
        ("99999999999", "minutes_not_understood"),
        ("NaN", "minutes_not_understood"),
        ("inf", "minutes_not_understood"),
        ("5_0", "minutes_not_understood"),
        ("٣", "minutes_not_understood"),
        ("９０", "minutes_not_understood"),
        ("1.5", "minutes_not_understood"),
        ("1,5", "minutes_not_understood"),
        ("1:60", "minutes_not_understood"),
        ("9e1", "minutes_not_understood"),
        ("0x5a", "minutes_not_understood"),
        ("", "minutes_not_understood"),
    ],
)
def test_what_is_no_duration_is_refused_by_name(typed, reason):
    with pytest.raises(Refused) as refused:
        read_minutes(typed)

    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        ("We practised saying no.", ()),
        ("Session 3 of 12, about 45 minutes", ()),
        ("write to a.b@example.org", ("mail",)),
        ("call 020 7946 0958", ("phone",)),
        ("call +44 20 7946 0958", ("phone",)),
        ("born 1984", ("date",)),
        ("on 3 May she said", ("date",)),
        ("03/05/1984", ("date",)),
        ("we may try again", ()),  # a month's name that is none
    ],
)
def test_notes_are_looked_over_for_identifiers(note, kinds):
    assert identifiers_in(note) == kinds


def span(day=date(2026, 11, 2), start=time(10, 0), zone="Europe/London", minutes=60) -> Span:
    return Span(day, start, zone, minutes)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (span(), span(), True),
        (span(), span(start=time(11, 0)), False),  # touching
        (span(), span(start=time(10, 59)), True),
        (span(), span(start=time(9, 0), minutes=61), True),
        (span(), span(start=time(11, 0), zone="Europe/Berlin"), True),  # the same instant
        (span(), span(start=time(10, 0), zone="Europe/Berlin"), False),  # an hour earlier
        # Over midnight, into the next civil day.
        (
            span(start=time(23, 0), minutes=120),
            span(day=date(2026, 11, 3), start=time(0, 30)),
            True,
        ),
        # Kiritimati is a day ahead of Honolulu on the wall; the instants decide.
        (
            span(day=date(2026, 11, 3), start=time(10, 0), zone="Pacific/Kiritimati"),
            span(day=date(2026, 11, 2), start=time(10, 0), zone="Pacific/Honolulu"),
            True,
        ),
        # London's clocks go back on 25 October 2026: 00:30 for two hours ends at 01:30 by the wall.
        (
            span(day=date(2026, 10, 25), start=time(0, 30), minutes=120),
            span(day=date(2026, 10, 25), start=time(2, 0)),
            False,
        ),
    ],
)
def test_overlap_is_a_matter_of_instants(one, other, overlap):
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


@pytest.mark.parametrize(
    ("zone", "day", "start", "exists"),
    [
        ("Europe/London", date(2026, 3, 29), time(0, 59), True),
        ("Europe/London", date(2026, 3, 29), time(1, 0), False),  # the clocks go forward
        ("Europe/London", date(2026, 3, 29), time(2, 0), True),
        ("America/New_York", date(2026, 3, 8), time(2, 30), False),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), False),  # by half an hour
        ("Europe/London", date(2026, 10, 25), time(1, 30), True),  # there twice: the first counts
    ],
)
def test_a_time_that_the_clocks_skipped_is_none(zone, day, start, exists):
    assert span(day=day, start=start, zone=zone).exists is exists


@pytest.mark.parametrize(
    ("claim", "others", "reason"),
    [
        (span(), [], ""),
        (span(day=date(2026, 11, 23), start=time(9, 0), minutes=60), [], ""),  # ends just now
        (span(day=date(2026, 11, 23), start=time(9, 0), minutes=61), [], "entry_not_over_yet"),
        (span(day=date(2026, 11, 24)), [], "entry_in_future"),
        (span(), [span(start=time(10, 30))], "entry_overlaps"),
        (span(minutes=60), [span(start=time(11, 0), minutes=1380)], ""),  # a full day
        (span(minutes=61), [span(start=time(11, 1), minutes=1380)], "day_too_full"),
        (span(day=date(2026, 3, 29), start=time(1, 30)), [], "time_skipped"),
    ],
)
def test_an_hour_fits_beside_the_others_or_says_why_not(claim, others, reason):
    assert fits(claim, others, now=NOW).reason == reason


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
