"""Signing some lines of a sheet, and several sheets at once."""

from datetime import date, time

import pytest

from certification.practice import actions
from certification.practice.actions import SheetToSign
from certification.practice.models import HoursEntry, PeriodSignOff
from certification.practice.sheets import sheet_of
from tests.factories.certification import (
    a_claim,
    a_policy,
    a_submitted_entry,
    an_agreement,
)
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.lesson(61)]
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def agreement():
    a_policy("signature-statement")
    return an_agreement()


def shown(agreement, now):
    return sheet_of(agreement.mentor, agreement.intern, NOVEMBER, today=now.date())


def sign(agreement, now, *ticked: HoursEntry):
    return actions.sign_month(
        agreement.mentor,
        agreement.intern,
        NOVEMBER,
        shown_hash=shown(agreement, now).hash,
        ticked=[entry.public_id for entry in ticked],
        typed_name=agreement.mentor.name,
        by=agreement.mentor,
        now=now,
    )


@pytest.mark.both_stacks
def test_a_line_without_its_tick_stays_waiting_and_stands_in_what_was_shown(agreement, now):
    signed = a_submitted_entry(agreement, now=now)
    left = a_submitted_entry(agreement, now=now, start=time(14, 0))

    signoff = sign(agreement, now, signed)

    left.refresh_from_db()
    assert left.state == "submitted"
    assert [line["id"] for line in signoff.snapshot["entries"]] == [str(signed.public_id)]
    assert [line["id"] for line in signoff.snapshot["left"]] == [str(left.public_id)]
    assert signoff.minutes == 90


def test_the_signature_of_a_part_has_another_hash_than_that_of_the_whole(agreement, now):
    first = a_submitted_entry(agreement, now=now)
    a_submitted_entry(agreement, now=now, start=time(14, 0))
    whole = shown(agreement, now).hash

    assert sign(agreement, now, first).content_hash != whole


def test_with_all_ticked_the_hash_is_the_one_that_was_shown(agreement, now):
    first = a_submitted_entry(agreement, now=now)
    second = a_submitted_entry(agreement, now=now, start=time(14, 0))
    whole = shown(agreement, now).hash

    assert sign(agreement, now, first, second).content_hash == whole


def test_without_any_tick_nothing_is_signed(agreement, now):
    a_submitted_entry(agreement, now=now)

    with pytest.raises(Refused, match="nothing_ticked"):
        sign(agreement, now)

    assert not PeriodSignOff.objects.exists()


def test_a_line_that_the_sheet_does_not_show_is_not_signed(agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    other = a_submitted_entry(agreement, now=now, date=date(2026, 10, 5))

    with pytest.raises(Refused, match="sheet_has_changed"):
        sign(agreement, now, entry, other)


def test_a_line_left_waiting_is_signed_later_apart(agreement, now):
    first = a_submitted_entry(agreement, now=now)
    second = a_submitted_entry(agreement, now=now, start=time(14, 0))
    sign(agreement, now, first)

    sign(agreement, now, second)

    assert PeriodSignOff.objects.count() == 2


def test_a_day_of_conflict_is_held_back_with_its_reason(agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    actions.declare_conflict(
        agreement.intern,
        agreement.mentor,
        kind="related",
        starts_on=entry.date,
        ends_on=entry.date,
        by=agreement.mentor,
        now=now,
    )
    after = a_submitted_entry(agreement, now=now, date=date(2026, 11, 3))

    sheet = shown(agreement, now)

    assert [held.verdict.reason for held in sheet.held_back] == ["conflict_of_interest_then"]
    assert list(sheet.to_sign) == [after]


def test_of_several_sheets_one_that_changed_holds_back_no_other(agreement, now):
    other = an_agreement(mentor=agreement.mentor)
    entries = [a_submitted_entry(one, now=now) for one in (agreement, other)]
    sheets = [
        SheetToSign(one.intern, NOVEMBER, shown(one, now).hash, [entry.public_id])
        for one, entry in zip((agreement, other), entries, strict=True)
    ]
    actions.change_entry(
        entries[0], a_claim(minutes=60), seen_version=1, by=agreement.intern, now=now
    )

    [(_first, refused), (_second, signed)] = actions.sign_months(
        agreement.mentor, sheets, typed_name=agreement.mentor.name, by=agreement.mentor, now=now
    )

    assert refused.reason == "sheet_has_changed"
    assert signed.intern == other.intern
    assert set(HoursEntry.objects.values_list("intern", "state")) == {
        (agreement.intern.pk, "submitted"),
        (other.intern.pk, "signed"),
    }
