"""One entry, one mentor, as long as both the learner and the agreement say so."""

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from certification.practice.actions import end_agreement
from courses.models import JournalShare, Note
from courses.notes.actions.keeping import erase, keep_note, keep_reflection
from courses.notes.actions.sharing import share, take_back
from tests.factories.accounts import a_person, a_registrar
from tests.factories.certification import a_draft_agreement, a_mentor, an_agreement
from tests.factories.courses import prompt_in, version_of
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent, AuditText
from training_site.content.civil import civil_date
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
SECRET = "The canary told its mentor"


@pytest.fixture
def entry(learner, lesson, agreement):
    now = timezone.now()
    return keep_reflection(learner, version_of(lesson), prompt_in(lesson), text=SECRET, now=now)


@pytest.fixture
def given(entry, learner, mentor):
    return share(entry, str(mentor.public_id), by=learner, now=timezone.now())


def what_she_reads(mentor_client, learner) -> str:
    return mentor_client.get(f"/supervision/shared/{learner.public_id}/").text


def test_it_is_shared_read_and_taken_back_by_the_pages(
    learner_client, mentor_client, learner, mentor, entry, run_jobs, mailoutbox
):
    address = f"/learn/reflections/{entry.public_id}/share/"
    assert mentor.name in learner_client.get(address).text
    page = learner_client.post(address, {"mentor": mentor.public_id}, follow=True)
    assert f"{mentor.name} can read this, since" in page.text

    assert SECRET in what_she_reads(mentor_client, learner)
    listed = mentor_client.get("/supervision/shared/").text
    assert learner.name in listed
    assert "1 entry" in listed
    run_jobs()
    [mail] = [one for one in mailoutbox if "shared" in one.subject]
    assert mail.to == [mentor.email]
    assert mail.subject.endswith("Something was shared with you")
    assert SECRET not in mail.body
    assert learner.name not in mail.subject + mail.body

    given = JournalShare.objects.get()
    page = learner_client.post(f"/learn/shares/{given.public_id}/back/", follow=True)
    assert "Taken back." in page.text
    assert SECRET not in what_she_reads(mentor_client, learner)
    assert learner_client.get("/learn/reflections/").text.count("can read this, since") == 0


def test_no_table_of_the_database_holds_a_word_of_it(
    learner_client, mentor_client, learner, mentor, lesson, entry, given, run_jobs
):
    note = keep_note(learner, version_of(lesson), "", text=SECRET, now=timezone.now())
    share(note, str(mentor.public_id), by=learner, now=timezone.now())
    learner_client.post("/learn/search/", {"words": "canary"}, follow=True)
    what_she_reads(mentor_client, learner)
    take_back(given, by=learner, now=timezone.now())
    run_jobs()

    tables = connection.introspection.table_names()
    assert {"courses_note", "courses_reflectionentry", "django_session"} <= set(tables)
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "canary" not in repr(cursor.fetchall()).lower(), table


def test_the_record_keeps_that_it_was_shared_and_no_word_of_it(given, learner, mentor):
    take_back(given, by=learner, now=timezone.now())

    events = AuditEvent.objects.filter(verb__startswith="courses.journal").order_by("pk")
    assert [event.verb for event in events] == [
        "courses.journal.shared",
        "courses.journal.taken_back",
    ]
    assert {event.actor_id for event in events} == {learner.public_id}
    assert {event.subject_id for event in events} == {mentor.public_id}
    assert not AuditText.objects.filter(event__in=events).exists()


def test_the_mentor_reads_the_newest_text_and_its_writer_is_told_before(
    learner_client, mentor_client, learner, lesson, entry, given, mentor
):
    page = learner_client.get(f"/learn/reflections/{entry.public_id}/")
    assert f"You and {mentor.name} can read this" in page.text
    assert (
        f"You and {mentor.name} can read this"
        in learner_client.get(f"/learn/lessons/{lesson.lesson_uuid}/").text
    )

    page = learner_client.post(
        f"/learn/reflections/{entry.public_id}/",
        {"text": "A newer canary", "edition": entry.edition},
        follow=True,
    )

    assert f"Kept. You and {mentor.name} can read it." in page.text
    read = what_she_reads(mentor_client, learner)
    assert "A newer canary" in read
    assert SECRET not in read


def test_only_the_shared_entry_is_read(mentor_client, learner, lesson, given):
    keep_note(learner, version_of(lesson), "", text="Not this one", now=timezone.now())

    assert "Not this one" not in what_she_reads(mentor_client, learner)


def test_a_note_is_shared_likewise(
    learner_client, mentor_client, learner, mentor, lesson, agreement
):
    note = keep_note(learner, version_of(lesson), "", text="A noted canary", now=timezone.now())

    learner_client.post(f"/learn/notes/{note.public_id}/share/", {"mentor": mentor.public_id})

    assert "A noted canary" in what_she_reads(mentor_client, learner)


def test_when_the_agreement_ends_nothing_opens_and_a_later_one_revives_nothing(
    learner_client, mentor_client, learner, mentor, agreement, given
):
    today = civil_date(timezone.now())
    end_agreement(agreement, ended_on=today, by=a_registrar(), now=timezone.now())

    assert mentor_client.get(f"/supervision/shared/{learner.public_id}/").status_code == 404
    assert learner.name not in mentor_client.get("/supervision/shared/").text
    assert "no longer can" in learner_client.get("/learn/reflections/").text

    an_agreement(learner, mentor=mentor)
    assert SECRET not in what_she_reads(mentor_client, learner)


def test_another_mentor_reads_nothing(sign_in, learner, given):
    other = a_mentor()
    client = sign_in(Client(), other)

    assert client.get(f"/supervision/shared/{learner.public_id}/").status_code == 404
    an_agreement(learner, mentor=other)
    assert SECRET not in client.get(f"/supervision/shared/{learner.public_id}/").text


@pytest.mark.parametrize(
    "role",
    [Role.INSTRUCTOR, Role.REVIEWER, Role.DECISION_MAKER, Role.REGISTRAR, Role.ADMINISTRATOR],
)
def test_no_other_role_has_a_way_in(sign_in, learner, given, role):
    client = sign_in(Client(), a_person(role))

    assert client.get("/supervision/shared/").status_code == 403
    assert client.get(f"/supervision/shared/{learner.public_id}/").status_code == 403


def test_the_clinician_of_the_agreement_reads_nothing(sign_in, learner, agreement, given):
    client = sign_in(Client(), agreement.clinician)

    assert client.get(f"/supervision/shared/{learner.public_id}/").status_code == 403


def test_a_mentor_who_lost_the_role_reads_nothing(mentor_client, mentor, learner, given):
    assert SECRET in what_she_reads(mentor_client, learner)

    mentor.groups.clear()

    assert SECRET not in mentor_client.get(f"/supervision/shared/{learner.public_id}/").text


def test_it_is_shared_with_one_s_own_mentor_only(learner, entry, mentor, agreement):
    strangers = [a_mentor(), agreement.clinician, learner, a_person(Role.INSTRUCTOR)]
    asked = a_mentor()
    a_draft_agreement(learner, mentor=asked, clinician=agreement.clinician, now=timezone.now())
    for one in [*strangers, asked]:
        with pytest.raises(Refused):
            share(entry, str(one.public_id), by=learner, now=timezone.now())

    assert not JournalShare.objects.exists()
    assert not Notice.objects.filter(event="courses.entry_shared").exists()


@pytest.mark.parametrize("mentor_id", ["", "nonsense"])
def test_a_choice_of_nobody_is_explained(learner_client, entry, mentor_id):
    page = learner_client.post(
        f"/learn/reflections/{entry.public_id}/share/", {"mentor": mentor_id}
    )

    assert page.status_code == 409
    assert "Nothing was shared" in page.text


def test_sharing_twice_is_sharing_once(given, entry, learner, mentor):
    again = share(entry, str(mentor.public_id), by=learner, now=timezone.now())

    assert again == given
    assert Notice.objects.filter(person=mentor, event="courses.entry_shared").count() == 1


def test_nobody_takes_back_what_another_shared(mentor_client, given):
    assert mentor_client.post(f"/learn/shares/{given.public_id}/back/").status_code == 404
    assert JournalShare.objects.exists()


def test_erased_it_is_gone_for_the_mentor_as_well(mentor_client, learner, entry, given):
    erase(entry)

    assert "Nothing is shared at present" in what_she_reads(mentor_client, learner)
    assert not JournalShare.objects.exists()


def test_without_a_mentor_the_page_says_when_there_will_be_one(sign_in, lesson, learner):
    note = keep_note(learner, version_of(lesson), "", text="Mine", now=timezone.now())
    client = sign_in(Client(), learner, second_factor=False)

    assert (
        "no mentor to share it with yet" in client.get(f"/learn/notes/{note.public_id}/share/").text
    )


def test_supervision_leads_to_what_was_shared(mentor_client, agreement):
    assert 'href="/supervision/shared/"' in mentor_client.get("/supervision/").text


def test_more_shared_asks_no_more(mentor_client, learner, mentor, lesson, given, count_queries):
    address = f"/supervision/shared/{learner.public_id}/"
    with count_queries() as one:
        mentor_client.get(address)
    for number in range(4):
        note = keep_note(
            learner, version_of(lesson), f"place-{number}", text="More", now=timezone.now()
        )
        share(note, str(mentor.public_id), by=learner, now=timezone.now())

    with count_queries(exactly=len(one)):
        mentor_client.get(address)
    assert Note.objects.count() == 4
