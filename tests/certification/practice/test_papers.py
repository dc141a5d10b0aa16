"""Signatures on paper: recorded by one, seen by another, for exactly one sheet."""

from datetime import date

import pytest

from certification.practice import actions
from certification.practice.models import HoursEntry, PaperSignature, PeriodSignOff
from tests.factories.accounts import a_registrar
from tests.factories.certification import a_claim, a_policy, a_submitted_entry, an_agreement
from tests.factories.contests import a_paper
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def agreement():
    a_policy("signature-statement")
    return an_agreement()


def paper_of(agreement, now, **more) -> PaperSignature:
    return a_paper(agreement.mentor, agreement.intern, NOVEMBER, now=now, **more)


@pytest.mark.both_stacks
@pytest.mark.lesson(62)
def test_a_second_person_confirms_and_the_month_is_signed_as_on_paper(agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    paper = paper_of(agreement, now)
    second = a_registrar()

    signoff = actions.confirm_paper(paper, by=second, now=now)

    entry.refresh_from_db()
    assert (signoff.manner, signoff.paper, signoff.written_by) == ("paper", paper, second)
    assert (entry.state, signoff.content_hash) == ("signed", paper.content_hash)
    assert AuditEvent.objects.filter(verb="certification.month.signed_on_paper").count() == 1


@pytest.mark.lesson(62)
def test_who_recorded_it_does_not_confirm_it(agreement, now):
    a_submitted_entry(agreement, now=now)
    registrar = a_registrar()
    paper = paper_of(agreement, now, by=registrar)

    with pytest.raises(Refused, match="paper_needs_another"):
        actions.confirm_paper(paper, by=registrar, now=now)

    assert not PeriodSignOff.objects.exists()


@pytest.mark.lesson(61)
def test_a_line_changed_meanwhile_voids_the_paper(agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    paper = paper_of(agreement, now)
    actions.change_entry(entry, a_claim(minutes=60), seen_version=1, by=agreement.intern, now=now)

    with pytest.raises(Refused, match="sheet_has_changed"):
        actions.confirm_paper(paper, by=a_registrar(), now=now)

    paper.refresh_from_db()
    assert paper.state == "recorded"
    assert not PeriodSignOff.objects.exists()


def test_turned_down_the_hours_wait_on_and_another_paper_may_come(agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    actions.reject_paper(paper_of(agreement, now), by=a_registrar(), now=now)

    again = paper_of(agreement, now)

    entry.refresh_from_db()
    assert (entry.state, again.state) == ("submitted", "recorded")


def test_one_paper_waits_for_a_sheet(agreement, now):
    a_submitted_entry(agreement, now=now)
    paper_of(agreement, now)

    with pytest.raises(Refused, match="paper_waits_already"):
        paper_of(agreement, now)


def test_another_name_on_the_paper_is_no_signature(agreement, now):
    a_submitted_entry(agreement, now=now)
    agreement.mentor.name = "Somebody Else"

    with pytest.raises(Refused, match="typed_name_differs"):
        actions.record_paper(
            type(agreement.mentor).objects.get(pk=agreement.mentor.pk),
            agreement.intern,
            NOVEMBER,
            shown_hash=_shown(agreement, now),
            signed_on=now.date(),
            typed_name=agreement.mentor.name,
            kept_at="Folder 3",
            by=a_registrar(),
            now=now,
        )

    assert HoursEntry.objects.get().state == "submitted"


def _shown(agreement, now) -> str:
    from certification.practice.sheets import sheet_of

    return sheet_of(agreement.mentor, agreement.intern, NOVEMBER, today=now.date()).hash
