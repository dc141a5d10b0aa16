"""Threads against each other on real locks; whatever the order, what was signed is what was shown."""

from datetime import date, time
from functools import partial

import pytest

from certification.practice import actions
from certification.practice.models import HoursEntry, PeriodSignOff, SignedEntry
from certification.practice.rules.signing import hash_of_entry
from certification.practice.sheets import document_of, sheet_of
from tests.factories.certification import (
    a_claim,
    a_policy,
    a_submitted_entry,
    an_agreement,
    an_entry,
)
from tests.races import race
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]
ROUNDS = 10
NOVEMBER = date(2026, 11, 1)


def reasons(outcomes) -> list[str]:
    return [outcome.reason if isinstance(outcome, Refused) else "" for outcome in outcomes]


def signing(agreement, now):
    """To sign exactly what the sheet shows at this moment."""
    sheet = sheet_of(agreement.mentor, agreement.intern, NOVEMBER, today=now.date())
    return partial(
        actions.sign_month,
        agreement.mentor,
        agreement.intern,
        NOVEMBER,
        shown_hash=sheet.hash,
        typed_name=agreement.mentor.name,
        by=agreement.mentor,
        now=now,
    )


def test_a_signature_and_an_edit_never_cross(now):
    a_policy("signature-statement")
    agreement = an_agreement()
    for day in range(1, ROUNDS + 1):
        when = date(2026, 11, day)
        entry = a_submitted_entry(agreement, now=now, date=when)
        edit = partial(
            actions.change_entry,
            entry,
            a_claim(date=when, minutes=60),
            seen_version=1,
            by=agreement.intern,
            now=now,
        )

        outcome = reasons(race(signing(agreement, now), edit))

        entry = HoursEntry.objects.select_related("case", "agreement", "corrects").get(pk=entry.pk)
        if entry.state == "signed":
            assert (outcome, entry.minutes, entry.version) == (["", "entry_signed"], 90, 1)
            assert entry.signature.entry_hash == hash_of_entry(document_of(entry))
        else:
            assert (outcome, entry.minutes) == (["sheet_has_changed", ""], 60)
            actions.return_entry(entry, comment="Later", by=agreement.mentor, now=now)


def test_two_signatures_of_one_sheet_are_one(now):
    a_policy("signature-statement")
    agreement = an_agreement()
    for day in range(1, ROUNDS + 1):
        a_submitted_entry(agreement, now=now, date=date(2026, 11, day))
        sign = signing(agreement, now)

        outcome = reasons(race(sign, sign))

        assert sorted(outcome) == ["", "nothing_to_sign"]
        assert PeriodSignOff.objects.count() == SignedEntry.objects.count() == day


def test_two_submissions_of_one_entry_are_one(now):
    agreement = an_agreement()
    for day in range(1, ROUNDS + 1):
        entry = an_entry(agreement, now=now, date=date(2026, 11, day))
        submit = partial(actions.submit, entry, by=agreement.intern, now=now)

        outcome = reasons(race(submit, submit))

        assert sorted(outcome) == ["", "entry_already_submitted"]
    submitted = AuditEvent.objects.filter(verb="certification.hours.submitted")
    assert submitted.count() == ROUNDS


def test_two_tabs_log_the_same_hour_once(now):
    agreement = an_agreement()
    for day in range(1, ROUNDS + 1):
        claim = a_claim(date=date(2026, 11, day), start=time(9, 0))
        log = partial(actions.log_hours, agreement.intern, claim, by=agreement.intern, now=now)

        outcome = reasons(race(log, log, log))

        assert sorted(outcome) == ["", "entry_overlaps", "entry_overlaps"]
    assert HoursEntry.objects.count() == ROUNDS
