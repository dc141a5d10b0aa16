from datetime import date, time

import pytest

from certification.practice import actions
from certification.practice.models import (
    HoursEntry,
    PeriodSignOff,
    SignedEntry,
)
from certification.practice.sheets import sheet_of
from tests.factories.accounts import a_person, a_registrar
from tests.factories.certification import (
    a_claim,
    a_mentor,
    a_policy,
    a_signed_month,
    a_submitted_entry,
    an_agreement,
    an_entry,
)
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
NOVEMBER = date(2026, 11, 1)
SECRET = "What I learned about waiting"


@pytest.fixture
def agreement():
    a_policy("signature-statement")
    return an_agreement()


def sign(agreement, now, *, by=None, shown=None, typed=None, supervisor=None):
    supervisor = supervisor or agreement.mentor
    sheet = sheet_of(supervisor, agreement.intern, NOVEMBER, today=now.date())
    return actions.sign_month(
        supervisor,
        agreement.intern,
        NOVEMBER,
        shown_hash=shown or sheet.hash,
        typed_name=typed or supervisor.name,
        by=by or supervisor,
        now=now,
    )


@pytest.mark.both_stacks
def test_a_signature_covers_each_line_in_its_version(agreement, now):
    first = a_submitted_entry(agreement, now=now)
    second = a_submitted_entry(agreement, now=now, start=time(14, 0), note=SECRET)

    signoff = sign(agreement, now)

    covered = {one.entry_id: one.entry_version for one in signoff.entries.all()}
    assert covered == {first.pk: 1, second.pk: 1}
    assert set(HoursEntry.objects.values_list("state", flat=True)) == {"signed"}
    assert signoff.minutes == 180
    assert AuditEvent.objects.filter(verb="certification.month.signed").count() == 1
    assert Notice.objects.filter(
        person=agreement.intern, event="certification.month_signed"
    ).exists()


def test_a_draft_and_a_line_of_the_clinician_are_left_out(agreement, now):
    a_submitted_entry(agreement, now=now)
    draft = an_entry(agreement, now=now, start=time(14, 0))

    sign(agreement, now)

    draft.refresh_from_db()
    assert draft.state == "draft"


@pytest.mark.lesson(61)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"minutes": 91}, id="minutes"),
        pytest.param({"note": "Another note"}, id="only the note"),
        pytest.param({"modality": "video"}, id="modality"),
    ],
)
def test_an_edit_voids_what_was_shown_and_nothing_is_signed(agreement, now, change):
    entry = a_submitted_entry(agreement, now=now, note="A note")
    shown = sheet_of(agreement.mentor, agreement.intern, NOVEMBER, today=now.date()).hash
    actions.change_entry(
        entry,
        a_claim(**({"note": "A note"} | change)),
        seen_version=1,
        by=agreement.intern,
        now=now,
    )

    with pytest.raises(Refused) as refused:
        sign(agreement, now, shown=shown)

    assert refused.value.reason == "sheet_has_changed"
    assert not PeriodSignOff.objects.exists()
    assert not SignedEntry.objects.exists()
    assert not AuditEvent.objects.filter(verb="certification.month.signed").exists()


@pytest.mark.lesson(61)
def test_an_edit_there_and_back_voids_it_too(agreement, now):
    """The page may have shown what stood between; only its version tells."""
    entry = a_submitted_entry(agreement, now=now)
    shown = sheet_of(agreement.mentor, agreement.intern, NOVEMBER, today=now.date()).hash
    for version, minutes in ((1, 60), (2, 90)):
        said = {"seen_version": version, "by": agreement.intern, "now": now}
        actions.change_entry(entry, a_claim(minutes=minutes), **said)

    with pytest.raises(Refused, match="sheet_has_changed"):
        sign(agreement, now, shown=shown)


@pytest.mark.lesson(61)
def test_a_line_that_came_later_voids_what_was_shown(agreement, now):
    a_submitted_entry(agreement, now=now)
    shown = sheet_of(agreement.mentor, agreement.intern, NOVEMBER, today=now.date()).hash
    a_submitted_entry(agreement, now=now, start=time(14, 0))

    with pytest.raises(Refused, match="sheet_has_changed"):
        sign(agreement, now, shown=shown)


def test_another_version_of_the_statement_voids_what_was_shown(agreement, now):
    a_submitted_entry(agreement, now=now)
    shown = sheet_of(agreement.mentor, agreement.intern, NOVEMBER, today=now.date()).hash
    a_policy("signature-statement", number="2", effective=date(2026, 11, 20))

    with pytest.raises(Refused, match="sheet_has_changed"):
        sign(agreement, now, shown=shown)


def test_without_a_statement_nobody_signs(now):
    agreement = an_agreement()
    a_submitted_entry(agreement, now=now)

    with pytest.raises(Refused, match="no_statement_to_sign"):
        sign(agreement, now, shown="x")


def test_another_name_is_no_signature(agreement, now):
    a_submitted_entry(agreement, now=now)

    with pytest.raises(Refused, match="typed_name_differs"):
        sign(agreement, now, typed="Somebody Else")


@pytest.mark.lesson(62)
def test_nobody_signs_in_the_place_of_the_supervisor(agreement, now):
    a_submitted_entry(agreement, now=now)
    superuser = a_person(Role.MENTOR, is_superuser=True)

    with pytest.raises(Refused, match="another_signs_this"):
        sign(agreement, now, by=superuser)


@pytest.mark.lesson(61)
def test_hours_of_a_day_the_licence_does_not_cover_are_held_back_and_kept(now):
    a_policy("signature-statement")
    agreement = an_agreement(mentor=a_mentor(until=date(2026, 11, 10)))
    covered = a_submitted_entry(agreement, now=now)
    after = a_submitted_entry(agreement, now=now, date=date(2026, 11, 11))

    sheet = sheet_of(agreement.mentor, agreement.intern, NOVEMBER, today=now.date())
    sign(agreement, now)

    after.refresh_from_db()
    assert [entry.pk for entry in sheet.to_sign] == [covered.pk]
    assert sheet.held_back[0].verdict.reason == "signer_not_verified_then"
    assert after.state == "submitted"


def test_a_renewal_seen_by_staff_lets_the_same_hours_be_signed(now):
    a_policy("signature-statement")
    agreement = an_agreement(mentor=a_mentor(until=date(2026, 10, 31)))
    a_submitted_entry(agreement, now=now)
    actions.verify_supervisor(
        agreement.mentor,
        role="mentor",
        licence_number="LIC-2",
        issuer="Register",
        valid_from=date(2026, 11, 1),
        valid_until=date(2027, 10, 31),
        seen_on=now.date(),
        by=a_registrar(),
        now=now,
    )

    signoff = sign(agreement, now)

    assert signoff.minutes == 90


def test_a_returned_entry_comes_back_and_is_signed_in_its_new_version(agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    actions.return_entry(entry, comment="Ninety?", by=agreement.mentor, now=now)
    actions.change_entry(entry, a_claim(minutes=60), seen_version=1, by=agreement.intern, now=now)
    actions.submit(entry, by=agreement.intern, now=now)

    signoff = sign(agreement, now)

    assert signoff.entries.get().entry_version == 2
    assert signoff.minutes == 60


@pytest.mark.parametrize("person", ["clinician", "intern"])
def test_only_the_named_supervisor_returns_an_entry(agreement, now, person):
    entry = a_submitted_entry(agreement, now=now)

    with pytest.raises(Refused, match="another_signs_this"):
        actions.return_entry(entry, comment="No", by=getattr(agreement, person), now=now)


def test_after_a_month_was_signed_later_entries_are_signed_apart(agreement, now):
    a_submitted_entry(agreement, now=now)
    sign(agreement, now)
    a_submitted_entry(agreement, now=now, start=time(14, 0))

    second = sign(agreement, now)

    assert second.minutes == 90
    assert PeriodSignOff.objects.count() == 2


def test_signing_an_empty_month_is_refused(agreement, now):
    with pytest.raises(Refused, match="nothing_to_sign"):
        a_signed_month(agreement.mentor, agreement.intern, NOVEMBER, now=now)
