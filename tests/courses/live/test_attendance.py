"""Signing minutes, putting them right, crediting the alternative."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from courses.live.actions.answering import report_alternative
from courses.live.actions.attendance import correct, credit, send_back, sign
from courses.live.actions.planning import cancel, change
from courses.models import AlternativeReport, Attendance
from tests.factories.live_days import a_live_day, a_plan, an_instructor, signed
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
SOON = date(2026, 11, 24)  # the day after `now`


def told(event: str) -> set[str]:
    return set(Notice.objects.filter(event=event).values_list("person__email", flat=True))


def events(verb: str):
    return AuditEvent.objects.filter(verb=verb)


def test_signing_names_who_when_and_how_long(group, now):
    live_day = a_live_day(group.programme)

    entries = sign(live_day, {group.ann: 180, group.ben: 0}, by=group.instructor, now=now)

    assert [(one.learner, one.minutes) for one in entries] == [(group.ann, 180), (group.ben, 0)]
    recorded = events("courses.attendance.signed")
    assert {one.subject_id for one in recorded} == {group.ann.public_id, group.ben.public_id}
    assert {(one.actor_id, one.at) for one in recorded} == {(group.instructor.public_id, now)}
    assert told("courses.minutes_signed") == {group.ann.email, group.ben.email}


def test_one_wrong_line_signs_nobody(group, now):
    live_day = a_live_day(group.programme)

    with pytest.raises(Refused, match="more_than_the_day"):
        sign(live_day, {group.ann: 180, group.ben: 181}, by=group.instructor, now=now)

    assert not Attendance.objects.exists()
    assert not events("courses.attendance.signed").exists()


def test_before_it_begins_nobody_is_signed_for(group, now):
    with pytest.raises(Refused, match="live_day_not_begun"):
        sign(a_live_day(group.programme, date=SOON), {group.ann: 9}, by=group.instructor, now=now)


def test_a_signed_day_no_longer_changes(group, now):
    live_day = a_live_day(group.programme)
    signed(live_day, group.ann, 180, now=now)

    for act in (
        lambda: change(live_day, a_plan(instructor=group.instructor), by=group.instructor, now=now),
        lambda: cancel(live_day, by=group.instructor, now=now),
    ):
        with pytest.raises(Refused, match="live_day_attended"):
            act()


def test_a_correction_takes_the_place_of_what_was_signed(group, now):
    entry = signed(a_live_day(group.programme), group.ann, 180, now=now)
    other = an_instructor()

    corrected = correct(entry, minutes=120, reason="She left at one.", by=other, now=now)

    assert list(Attendance.objects.standing()) == [corrected]
    assert Attendance.objects.get(pk=entry.pk).minutes == 180
    assert (corrected.taken_by, corrected.reason) == (other, "She left at one.")
    event = events("courses.attendance.corrected").get()
    assert (event.subject_id, event.actor_id) == (group.ann.public_id, other.public_id)
    with pytest.raises(Refused, match="corrected_already"):
        correct(entry, minutes=60, reason="No.", by=other, now=now)
    assert correct(corrected, minutes=60, reason="At noon.", by=other, now=now).minutes == 60


def test_nobody_signs_for_themselves_not_even_in_the_database(group, now):
    live_day = a_live_day(group.programme)
    with pytest.raises(Refused, match="own_attendance"):
        sign(live_day, {group.ann: 60}, by=group.ann, now=now)

    with pytest.raises(DatabaseError), transaction.atomic():
        Attendance.objects.create(
            live_day=live_day, learner=group.ann, minutes=60, taken_by=group.ann, taken_at=now
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE courses_attendance SET minutes = 1 WHERE id = %s",
        "UPDATE courses_attendance SET taken_by_id = learner_id WHERE id = %s",
        "UPDATE courses_attendance SET corrects_id = id WHERE id = %s",
        "DELETE FROM courses_attendance WHERE id = %s",
    ],
)
def test_what_was_signed_is_never_rewritten(group, now, statement):
    entry = signed(a_live_day(group.programme), group.ann, 180, now=now)

    with (
        pytest.raises(DatabaseError, match=r"attendance|constraint"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, [entry.pk])


def test_a_reason_can_be_encrypted_under_another_key(group, now):
    entry = signed(a_live_day(group.programme), group.ann, 180, now=now)
    corrected = correct(entry, minutes=1, reason="Late.", by=group.instructor, now=now)

    corrected.save(update_fields=["reason"])

    assert Attendance.objects.get(pk=corrected.pk).reason == "Late."


def test_an_alternative_is_signed_like_any_minutes_and_its_account_goes(group, now):
    live_day = a_live_day(group.programme)
    present = signed(live_day, group.ben, 180, now=now)
    report = report_alternative(live_day, group.ann, account="I read both.", now=now)

    entry = credit(report, minutes=180, by=group.instructor, now=now)

    assert not AlternativeReport.objects.exists()
    told_apart = {"id", "public_id", "learner_id", "taken_by_id", "_state"}
    same = [
        {name: value for name, value in vars(one).items() if name not in told_apart}
        for one in (Attendance.objects.get(pk=entry.pk), Attendance.objects.get(pk=present.pk))
    ]
    assert same[0] == same[1]
    assert events("courses.attendance.signed").count() == 2


def test_an_account_is_encrypted(group, now):
    report_alternative(a_live_day(group.programme), group.ann, account="A canary.", now=now)

    with connection.cursor() as cursor:
        cursor.execute("SELECT account FROM courses_alternativereport")
        assert "canary" not in cursor.fetchone()[0]


def test_an_instructor_asks_back_and_the_learner_hands_in_again(group, now):
    live_day = a_live_day(group.programme)
    report = report_alternative(live_day, group.ann, account="I read.", now=now)

    send_back(report, comment="Which paper?", by=group.instructor, now=now)
    again = report_alternative(live_day, group.ann, account="The first.", now=now)

    assert (again.pk, again.comment, again.returned_at) == (report.pk, "", None)
    assert told("courses.account_returned") == {group.ann.email}
