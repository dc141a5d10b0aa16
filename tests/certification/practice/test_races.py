"""Threads against each other on real locks; whatever the order, what was signed is what was shown."""

from datetime import date, time
from functools import partial

import pytest

from certification.practice import actions
from certification.practice.models import HoursEntry, PeriodSignOff, SignedEntry
from certification.practice.rules.signing import hash_of_entry
from certification.practice.sheets import document_of, sheet_of
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    a_claim,
    a_policy,
    a_submitted_entry,
    an_agreement,
    an_entry,
)
from tests.factories.contests import a_contest, a_paper
from tests.faults.thoroughness import RACE_ROUNDS
from tests.races import race, rounds
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]
NOVEMBER = date(2026, 11, 1)
DAYS = 20


def slot(number: int) -> dict:
    """A stretch of November for each round: ten a day, so that none overlaps with another."""
    hour, day = divmod(number, DAYS)
    return {"date": date(2026, 11, day + 1), "start": time(2 * hour, 0)}


def reasons(outcomes) -> list[str]:
    assert all(isinstance(one, Refused) or not isinstance(one, Exception) for one in outcomes)
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


def editing(entry, number: int, now):
    return partial(
        actions.change_entry,
        entry,
        a_claim(**slot(number), minutes=60),
        seen_version=1,
        by=entry.intern,
        now=now,
    )


def seen(entry) -> HoursEntry:
    return HoursEntry.objects.select_related("case", "agreement", "corrects").get(pk=entry.pk)


@pytest.mark.lesson(61)
def test_a_signature_and_an_edit_never_cross(now):
    a_policy("signature-statement")
    agreement = an_agreement()
    for number in rounds():
        entry = a_submitted_entry(agreement, now=now, **slot(number))

        outcome = reasons(race(signing(agreement, now), editing(entry, number, now)))

        entry = seen(entry)
        if entry.state == "signed":
            assert (outcome, entry.minutes, entry.version) == (["", "entry_signed"], 90, 1)
            assert entry.signature.entry_hash == hash_of_entry(document_of(entry))
        else:
            assert (outcome, entry.minutes) == (["sheet_has_changed", ""], 60)
            actions.return_entry(entry, comment="Later", by=agreement.mentor, now=now)


def test_a_signature_and_a_contest_never_cross(now):
    a_policy("signature-statement")
    agreement = an_agreement()
    for number in rounds():
        entry = a_submitted_entry(agreement, now=now, **slot(number))
        contest = partial(a_contest, entry, reason="refused", statement="We met", now=now)

        outcome = reasons(race(signing(agreement, now), contest))

        entry = seen(entry)
        if entry.state == "signed":
            assert outcome == ["", "entry_not_contestable"]
        else:
            assert (outcome, entry.state) == (["nothing_to_sign", ""], "contested")
        assert SignedEntry.objects.filter(entry=entry).exists() is (entry.state == "signed")


@pytest.mark.lesson(61)
def test_a_paper_confirmed_and_an_edit_never_cross(now):
    a_policy("signature-statement")
    agreement, first, second = an_agreement(), a_registrar(), a_registrar()
    for number in rounds():
        entry = a_submitted_entry(agreement, now=now, **slot(number))
        paper = a_paper(agreement.mentor, agreement.intern, NOVEMBER, by=first, now=now)
        confirm = partial(actions.confirm_paper, paper, by=second, now=now)

        outcome = reasons(race(confirm, editing(entry, number, now)))

        entry = seen(entry)
        if entry.state == "signed":
            assert (outcome, entry.version) == (["", "entry_signed"], 1)
            assert entry.signature.signoff.content_hash == paper.content_hash
        else:
            assert (outcome, entry.minutes) == (["sheet_has_changed", ""], 60)
            actions.reject_paper(paper, by=second, now=now)
            actions.return_entry(entry, comment="Later", by=agreement.mentor, now=now)


def test_a_contest_is_decided_once(now):
    a_policy("signature-statement")
    agreement, first, second = an_agreement(), a_registrar(), a_registrar()
    for number in rounds():
        entry = a_submitted_entry(agreement, now=now, **slot(number))
        contest = a_contest(entry, reason="refused", statement="We met", now=now)
        decide = partial(actions.decide_contest, contest, reasons="Seen", now=now)

        outcome = reasons(
            race(partial(decide, upheld=True, by=first), partial(decide, upheld=False, by=second))
        )

        assert sorted(outcome) == ["", "contest_past_that"]
        assert seen(entry).state == ("signed" if outcome[0] == "" else "returned")


def test_two_signatures_of_one_sheet_are_one(now):
    a_policy("signature-statement")
    agreement = an_agreement()
    for number in rounds():
        a_submitted_entry(agreement, now=now, **slot(number))
        sign = signing(agreement, now)

        outcome = reasons(race(sign, sign))

        assert sorted(outcome) == ["", "nothing_to_sign"]
        assert PeriodSignOff.objects.count() == SignedEntry.objects.count() == number + 1


def test_two_submissions_of_one_entry_are_one(now):
    agreement = an_agreement()
    for number in rounds():
        entry = an_entry(agreement, now=now, **slot(number))
        submit = partial(actions.submit, entry, by=agreement.intern, now=now)

        outcome = reasons(race(submit, submit))

        assert sorted(outcome) == ["", "entry_already_submitted"]
    submitted = AuditEvent.objects.filter(verb="certification.hours.submitted")
    assert submitted.count() == RACE_ROUNDS


def test_two_tabs_log_the_same_hour_once(now):
    agreement = an_agreement()
    for number in rounds():
        log = partial(
            actions.log_hours,
            agreement.intern,
            a_claim(**slot(number)),
            by=agreement.intern,
            now=now,
        )

        outcome = reasons(race(log, log, log))

        assert sorted(outcome) == ["", "entry_overlaps", "entry_overlaps"]
    assert HoursEntry.objects.count() == RACE_ROUNDS
