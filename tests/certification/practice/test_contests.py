"""Contests: opened, answered, withdrawn, decided; what they do to the hours."""

from datetime import date, datetime, time, timedelta

import pytest

from certification.practice import actions
from certification.practice.lateness import _answers, register_forfeit
from certification.practice.models import ContestedSignOff, HoursEntry, PeriodSignOff
from certification.practice.waiting import missing_signatures
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    a_policy,
    a_signed_entry,
    a_submitted_entry,
    an_agreement,
)
from tests.factories.contests import a_contest, an_old_entry
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def agreement():
    a_policy("signature-statement")
    return an_agreement()


@pytest.fixture
def sixty_days():
    """A scheme by which hours handed in after more than sixty days are left out."""
    before = list(_answers)
    register_forfeit(lambda intern: 60)
    yield
    _answers[:] = before


def verbs() -> list[str]:
    about = AuditEvent.objects.filter(verb__startswith="certification.contest.")
    return list(about.order_by("pk").values_list("verb", flat=True))


def told(person) -> set[str]:
    return set(Notice.objects.filter(person=person).values_list("event", flat=True))


@pytest.mark.both_stacks
def test_silence_after_the_deadline_is_contested_and_the_supervisor_told(agreement, now):
    entry = an_old_entry(agreement, now=now)
    registrar = a_registrar()

    contest = a_contest(entry, now=now)

    entry.refresh_from_db()
    assert (entry.state, contest.state) == ("contested", "open")
    assert "certification.contest_opened" in told(agreement.mentor)
    assert "certification.contest_to_decide" in told(registrar)
    assert verbs() == ["certification.contest.opened"]


def test_a_signer_with_time_left_is_not_silent_and_nothing_is_kept(agreement, now):
    entry = a_submitted_entry(agreement, now=now)

    with pytest.raises(Refused, match="signer_has_time_left"):
        a_contest(entry, now=now)

    entry.refresh_from_db()
    assert entry.state == "submitted"
    assert not ContestedSignOff.objects.exists()
    assert verbs() == []


def test_a_refusal_is_contested_at_once(agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    actions.return_entry(entry, comment="Not mine", by=agreement.mentor, now=now)

    a_contest(entry, reason="refused", statement="We met that day", now=now)

    entry.refresh_from_db()
    assert entry.state == "contested"


def test_nobody_contests_hours_of_somebody_else(agreement, now):
    entry, other = an_old_entry(agreement, now=now), an_agreement()

    with pytest.raises(Refused, match="not_own_record"):
        actions.contest_signature(other.intern, [entry], reason="silent", by=other.intern, now=now)


def test_staff_contest_in_the_intern_s_stead_and_both_are_told(agreement, now):
    entry = an_old_entry(agreement, now=now)

    contest = actions.contest_signature(
        agreement.intern, [entry], reason="registrar", by=a_registrar(), now=now
    )

    assert contest.intern == agreement.intern
    assert "certification.contest_opened" in told(agreement.intern) & told(agreement.mentor)


def test_a_supervisor_of_the_staff_does_not_contest_their_own_silence(agreement, now):
    entry = an_old_entry(agreement, now=now)

    with pytest.raises(Refused, match="not_own_contest"):
        actions.contest_signature(
            agreement.intern, [entry], reason="registrar", by=agreement.mentor, now=now
        )


def test_the_supervisor_answers_once(agreement, now):
    contest = a_contest(an_old_entry(agreement, now=now), now=now)

    answered = actions.answer_contest(contest, answer="I was away", by=agreement.mentor, now=now)

    assert answered.answer == "I was away"
    with pytest.raises(Refused, match="contest_answered_already"):
        actions.answer_contest(contest, answer="And ill", by=agreement.mentor, now=now)


def test_the_other_supervisor_has_nothing_to_answer(agreement, now):
    contest = a_contest(an_old_entry(agreement, now=now), now=now)

    with pytest.raises(Refused, match="another_signs_this"):
        actions.answer_contest(contest, answer="Hm", by=agreement.clinician, now=now)


@pytest.mark.both_stacks
def test_upheld_the_hours_of_each_month_stand_as_signed_by_the_decision(agreement, now):
    september = an_old_entry(agreement, now=now, date=date(2026, 8, 3))
    october = an_old_entry(agreement, now=now)
    contest = a_contest(september, october, now=now)
    registrar = a_registrar()

    actions.decide_contest(
        contest, upheld=True, reasons="Both calendars were seen", by=registrar, now=now
    )

    signoffs = PeriodSignOff.objects.order_by("month")
    assert [one.month for one in signoffs] == [date(2026, 8, 1), date(2026, 9, 1)]
    assert {(one.manner, one.supervisor, one.written_by) for one in signoffs} == {
        ("decision", agreement.mentor, registrar)
    }
    assert set(HoursEntry.objects.values_list("state", flat=True)) == {"signed"}
    assert verbs()[-1] == "certification.contest.decided"
    assert "certification.contest_decided" in told(agreement.intern) & told(agreement.mentor)


def test_dismissed_the_hours_come_back_with_the_reasons(agreement, now):
    entry = an_old_entry(agreement, now=now)
    contest = a_contest(entry, now=now)

    actions.decide_contest(contest, upheld=False, reasons="No trace", by=a_registrar(), now=now)

    entry.refresh_from_db()
    assert (entry.state, entry.returned_comment) == ("returned", "No trace")
    assert not PeriodSignOff.objects.exists()


@pytest.mark.lesson(62)
@pytest.mark.parametrize("party", ["intern", "mentor"])
def test_nobody_decides_about_their_own_hours_or_signature(agreement, now, party):
    contest = a_contest(an_old_entry(agreement, now=now), now=now)
    person = getattr(agreement, party)
    person.is_superuser = True
    person.save()

    with pytest.raises(Refused, match="not_own_contest"):
        actions.decide_contest(contest, upheld=True, reasons="Mine", by=person, now=now)

    contest.refresh_from_db()
    assert contest.state == "open"


def test_a_contest_is_decided_once(agreement, now):
    contest = a_contest(an_old_entry(agreement, now=now), now=now)
    actions.decide_contest(contest, upheld=True, reasons="Seen", by=a_registrar(), now=now)

    with pytest.raises(Refused, match="contest_past_that"):
        actions.decide_contest(contest, upheld=False, reasons="No", by=a_registrar(), now=now)


def test_withdrawn_the_hours_wait_again(agreement, now):
    entry = an_old_entry(agreement, now=now)
    contest = a_contest(entry, now=now)

    actions.withdraw_contest(contest, by=agreement.intern, now=now)

    entry.refresh_from_db()
    contest.refresh_from_db()
    assert (entry.state, contest.state) == ("submitted", "withdrawn")


def test_contested_hours_are_neither_changed_nor_signed(agreement, now):
    entry = an_old_entry(agreement, now=now)
    a_contest(entry, now=now)

    with pytest.raises(Refused, match="entry_contested"):
        actions.submit(entry, by=agreement.intern, now=now)
    with pytest.raises(Refused, match="entry_contested"):
        actions.return_entry(entry, comment="No", by=agreement.mentor, now=now)


@pytest.mark.usefixtures("sixty_days")
def test_lateness_is_excused_and_the_hours_keep_their_state(agreement, now):
    late = now + 70 * DAY
    entry = a_signed_entry(agreement, now=late, date=now.date())
    contest = actions.contest_lateness(
        agreement.intern, [entry], statement="I was ill", by=agreement.intern, now=late
    )

    actions.decide_contest(contest, upheld=True, reasons="Letter", by=a_registrar(), now=late)

    entry.refresh_from_db()
    contest.refresh_from_db()
    assert (entry.state, contest.state) == ("signed", "upheld")
    assert PeriodSignOff.objects.get().manner == "own"


@pytest.mark.usefixtures("sixty_days")
def test_what_came_within_the_time_has_no_lateness_to_contest(agreement, now):
    entry = a_submitted_entry(agreement, now=now)

    with pytest.raises(Refused, match="entry_not_forfeited"):
        actions.contest_lateness(
            agreement.intern, [entry], statement="Why not", by=agreement.intern, now=now
        )


def test_a_month_nobody_signed_is_missing_from_the_day_after_its_deadline(agreement, now):
    a_submitted_entry(agreement, now=now, date=date(2026, 11, 2))
    a_submitted_entry(agreement, now=now, date=date(2026, 11, 3), start=time(8, 0))

    [missing] = missing_signatures(date(2027, 1, 1))

    assert missing_signatures(date(2026, 12, 31)) == []
    assert (missing.entries, missing.minutes, missing.days_over) == (2, 180, 1)
    assert isinstance(missing.since, datetime)
