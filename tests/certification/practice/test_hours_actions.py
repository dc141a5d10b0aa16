from datetime import date, time

import pytest

from certification.practice import actions
from certification.practice.models import FactsVersion, HoursEntry
from tests.factories.accounts import a_person
from tests.factories.certification import (
    a_case,
    a_claim,
    a_signed_entry,
    a_signed_month,
    a_submitted_entry,
    an_agreement,
    an_entry,
)
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    return an_agreement()


def verbs_about(thing) -> list[str]:
    return [event.verb for event in AuditEvent.objects.about(thing.public_id)]


def test_logged_hours_are_a_draft_for_the_mentor_of_the_agreement(agreement, now):
    entry = actions.log_hours(agreement.intern, a_claim(), by=agreement.intern, now=now)

    assert (entry.state, entry.minutes, entry.version) == ("draft", 90, 1)
    assert entry.supervisor == agreement.mentor
    assert verbs_about(entry) == ["certification.hours.logged"]


@pytest.mark.parametrize("category", ["triadic_meeting", "clinician_consultation"])
def test_contacts_with_the_clinician_are_hers_to_sign(agreement, now, category):
    case = a_case(agreement)

    entry = an_entry(agreement, now=now, category=category, case=case)

    assert entry.supervisor == agreement.clinician


def test_each_practice_action_counts_a_change_of_facts(agreement, now):
    before = FactsVersion.objects.current(agreement.intern)

    a_submitted_entry(agreement, now=now)

    assert FactsVersion.objects.current(agreement.intern) == before + 2


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"date": date(2026, 11, 24)}, "entry_in_future"),
        ({"date": date(2026, 11, 23), "start": time(9, 30)}, "entry_not_over_yet"),
        ({"date": date(2026, 3, 31)}, "agreement_not_begun"),
        ({"category": "direct_session"}, "case_needed"),
        ({"category": "mentor_group"}, "group_size_needed"),
        # The clocks of London went forward on 29 March 2026, before any agreement.
        ({"date": date(2026, 3, 29), "start": time(1, 30)}, "time_skipped"),
    ],
)
def test_hours_that_cannot_be_leave_nothing_behind(agreement, now, changes, reason):
    events = AuditEvent.objects.count()
    version = FactsVersion.objects.current(agreement.intern)

    with pytest.raises(Refused) as refused:
        an_entry(agreement, now=now, **changes)

    assert refused.value.reason == reason
    assert not HoursEntry.objects.exists()
    assert AuditEvent.objects.count() == events
    assert FactsVersion.objects.current(agreement.intern) == version


def test_hours_after_the_agreement_ended_are_refused(agreement, now):
    staff = a_person()
    actions.end_agreement(agreement, ended_on=date(2026, 10, 31), by=staff, now=now)

    with pytest.raises(Refused) as refused:
        an_entry(agreement, now=now)

    assert refused.value.reason == "agreement_over"


def test_an_overlap_is_refused_even_across_zones(agreement, now):
    an_entry(agreement, now=now)

    with pytest.raises(Refused) as refused:
        # 11:00 in Berlin is 10:00 in London.
        an_entry(agreement, now=now, start=time(11, 30), zone="Europe/Berlin")

    assert refused.value.reason == "entry_overlaps"


def test_nobody_logs_hours_for_somebody_else(agreement, now):
    with pytest.raises(Refused) as refused:
        actions.log_hours(agreement.intern, a_claim(), by=agreement.mentor, now=now)

    assert refused.value.reason == "not_own_record"


@pytest.mark.parametrize("thing", ["case", "agreement"])
def test_a_case_or_agreement_of_somebody_else_is_refused(agreement, now, thing):
    other = an_agreement()
    foreign = {"case": a_case(other), "agreement": other}[thing]

    with pytest.raises(Refused) as refused:
        actions.log_hours(
            agreement.intern, a_claim(**{thing: foreign}), by=agreement.intern, now=now
        )

    assert refused.value.reason == "not_own_record"


def test_a_change_is_a_new_version(agreement, now):
    entry = a_submitted_entry(agreement, now=now)

    changed = actions.change_entry(
        entry, a_claim(minutes=60), seen_version=1, by=agreement.intern, now=now
    )

    assert (changed.version, changed.minutes, changed.state) == (2, 60, "submitted")
    assert verbs_about(entry)[-1] == "certification.hours.changed"


def test_saving_without_a_change_is_no_new_version(agreement, now):
    entry = an_entry(agreement, now=now)

    same = actions.change_entry(entry, a_claim(), seen_version=1, by=agreement.intern, now=now)

    assert same.version == 1


def test_a_stale_tab_overwrites_nothing(agreement, now):
    entry = an_entry(agreement, now=now)
    actions.change_entry(entry, a_claim(minutes=60), seen_version=1, by=agreement.intern, now=now)

    with pytest.raises(Refused) as refused:
        actions.change_entry(
            entry, a_claim(minutes=45), seen_version=1, by=agreement.intern, now=now
        )

    entry.refresh_from_db()
    assert refused.value.reason == "entry_changed_elsewhere"
    assert entry.minutes == 60


def test_a_second_submission_is_refused_and_keeps_the_first_time(agreement, now):
    entry = a_submitted_entry(agreement, now=now)

    with pytest.raises(Refused) as refused:
        actions.submit(entry, by=agreement.intern, now=now)

    assert refused.value.reason == "entry_already_submitted"
    assert entry.submitted_at == now


def test_the_signer_is_told_once_for_a_month(agreement, now):
    a_submitted_entry(agreement, now=now)
    a_submitted_entry(agreement, now=now, start=time(14, 0))

    told = Notice.objects.filter(person=agreement.mentor, event="certification.hours_to_sign")
    assert told.count() == 1


def test_a_draft_may_go_and_a_submitted_entry_may_not(agreement, now):
    draft = an_entry(agreement, now=now)
    handed_in = a_submitted_entry(agreement, now=now, start=time(14, 0))

    actions.discard_entry(draft, by=agreement.intern, now=now)
    with pytest.raises(Refused) as refused:
        actions.discard_entry(handed_in, by=agreement.intern, now=now)

    assert refused.value.reason == "entry_was_submitted"
    assert list(HoursEntry.objects.all()) == [handed_in]


def test_a_signed_entry_is_corrected_by_another_and_stays_as_it_was(agreement, now):
    signed = a_signed_entry(agreement, now=now)

    correction = actions.correct_entry(signed, a_claim(minutes=60), by=agreement.intern, now=now)

    signed.refresh_from_db()
    assert (signed.minutes, signed.state) == (90, "signed")
    assert (correction.corrects, correction.minutes, correction.state) == (signed, 60, "draft")
    assert set(HoursEntry.objects.standing()) == {signed, correction}


def test_a_signed_correction_takes_the_place_of_what_it_corrects(agreement, now):
    signed = a_signed_entry(agreement, now=now)
    correction = actions.correct_entry(signed, a_claim(minutes=60), by=agreement.intern, now=now)
    actions.submit(correction, by=agreement.intern, now=now)

    a_signed_month(agreement.mentor, agreement.intern, date(2026, 11, 1), now=now)

    assert list(HoursEntry.objects.standing()) == [correction]


def test_an_entry_is_corrected_once(agreement, now):
    signed = a_signed_entry(agreement, now=now)
    actions.correct_entry(signed, a_claim(minutes=60), by=agreement.intern, now=now)

    with pytest.raises(Refused) as refused:
        actions.correct_entry(signed, a_claim(minutes=50), by=agreement.intern, now=now)

    assert refused.value.reason == "entry_already_corrected"


def test_a_direct_session_needs_a_place_that_allows_it(agreement, now):
    case = a_case(agreement)
    actions.decide_place(
        "England", status="blocked", effective_from=date(2026, 11, 1), by=a_person(), now=now
    )

    with pytest.raises(Refused) as refused:
        an_entry(agreement, now=now, category="direct_session", case=case)

    assert refused.value.reason == "place_not_allowed"
