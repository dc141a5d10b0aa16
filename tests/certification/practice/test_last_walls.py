import json
from datetime import date, time

import pytest
from django.db import DatabaseError, connection, transaction

from certification.practice import actions
from certification.practice.models import (
    HoursEntry,
    PeriodSignOff,
    SupervisorAuthority,
)
from certification.practice.sheets import sheet_of
from tests.factories.certification import (
    a_policy,
    a_signed_entry,
    a_submitted_entry,
    an_agreement,
)

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
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE certification_hoursentry SET minutes = 1",
        "UPDATE certification_hoursentry SET state = 'draft', submitted_at = NULL",
        "UPDATE certification_hoursentry SET case_id = NULL, category = 'observation'",
        "UPDATE certification_hoursentry SET date = '2026-01-01'",
        "UPDATE certification_hoursentry SET content_areas = '[\"ethics_law\"]'",
        "UPDATE certification_hoursentry SET submitted_at = '2026-01-01 00:00:00+00:00'",
        "DELETE FROM certification_signedentry",
        "UPDATE certification_signedentry SET entry_version = 9",
        "DELETE FROM certification_periodsignoff",
        "UPDATE certification_periodsignoff SET content_hash = 'x'",
        "DELETE FROM certification_agreementsignature",
    ],
)
def test_not_even_the_database_changes_what_was_signed(agreement, now, statement):
    a_signed_entry(agreement, now=now)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert HoursEntry.objects.get().minutes == 90


@pytest.mark.both_stacks
def test_not_even_the_database_lets_interns_sign_for_themselves(agreement, now):
    entry = a_submitted_entry(agreement, now=now)

    with pytest.raises(DatabaseError), transaction.atomic():
        HoursEntry.objects.filter(pk=entry.pk).update(supervisor=agreement.intern)


def test_the_note_of_a_signed_entry_can_be_encrypted_anew_or_erased(agreement, now):
    entry = a_signed_entry(agreement, now=now, note=SECRET)

    HoursEntry.objects.filter(pk=entry.pk).update(note="")

    entry.refresh_from_db()
    assert entry.note == ""


def test_notes_comments_and_licence_numbers_are_unreadable_in_the_tables(agreement, now):
    a_submitted_entry(agreement, now=now, note=SECRET)
    other = a_submitted_entry(agreement, now=now, start=time(14, 0))
    actions.return_entry(other, comment=SECRET, by=agreement.mentor, now=now)
    sign(agreement, now)

    with connection.cursor() as cursor:
        cursor.execute("SELECT note, returned_comment FROM certification_hoursentry")
        hours = repr(cursor.fetchall())
        cursor.execute("SELECT licence_number FROM certification_supervisorauthority")
        licences = repr(cursor.fetchall())
    kept = json.dumps(PeriodSignOff.objects.get().snapshot)

    assert SECRET not in hours + kept
    assert "LIC-12345" not in licences
    assert SupervisorAuthority.objects.first().licence_number == "LIC-12345"
