"""The minutes of a committee: not before all votes are in, nobody who complained named, on record once."""

import json

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from certification.complaints import actions
from certification.complaints.minutes import minutes_for
from certification.complaints.rules.minutes import may_take_minutes
from certification.complaints.telling import finding_of
from tests.certification.complaints.test_party_views import url
from tests.factories.accounts import a_person, a_registrar
from tests.factories.complaints import (
    FOUND,
    WHY,
    a_complaint,
    a_finding,
    a_measure,
    a_seat,
    a_vote,
    all_voted,
    an_officer,
    an_outsider_on,
    before_a_committee,
    laid_before_a_committee,
    seats_of,
)
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.content.minutes import _values

pytestmark = pytest.mark.django_db
VERB = "certification.complaint.minutes_taken"
SAID = "Wanda Writer was told nothing, says Writer; Rosalind Delgado says otherwise."


@pytest.fixture
def story():
    """A complaint by somebody with a name, which slipped into every text, before three people."""
    respondent = a_person(Role.CERTIFICANT, name="Rosalind Delgado")
    complainant = a_person(Role.TRAINEE, name="Wanda Writer")
    officer = an_officer(name="Oswin Officer")
    complaint = a_complaint(respondent, by=officer, complainant=complainant, allegation=SAID)
    now = complaint.opened_at
    actions.respond(complaint, text=f"My answer: {SAID}", by=respondent, now=now)
    a_measure(complaint, "new_cases")
    return laid_before_a_committee(complaint)


def text_of(complaint, person=None) -> str:
    """Everything that is printed."""
    seat = complaint.members.filter(person=person).first() if person else None
    minutes = minutes_for(complaint, seat, finding_of(complaint))
    return json.dumps(_values(minutes, timezone.now()), ensure_ascii=False) + minutes.name


def refusal(answer) -> str:
    return " ".join(str(one) for one in get_messages(answer.wsgi_request))


@pytest.mark.parametrize(
    ("sits", "complete", "signed", "reason"),
    [
        (True, False, False, "minutes_before_votes"),
        (False, False, False, "minutes_before_votes"),
        (True, True, False, ""),  # the chair writes the finding from them
        (False, True, False, "minutes_before_finding"),
        (False, True, True, ""),
        (False, False, True, ""),
    ],
)
def test_who_takes_them_when(sits, complete, signed, reason):
    verdict = may_take_minutes(sits=sits, complete=complete, signed=signed)

    assert (verdict.reason or "") == reason


def test_before_all_votes_are_in_there_are_none_and_the_reason_is_said(client, sign_in, story):
    for number in range(3):
        a_seat(story, chairs=not number)
    chair, second, _third = [one.person for one in seats_of(story)]
    a_vote(story, second)
    for person, page in ((chair, "committee_minutes"), (story.opened_by, "complaint_minutes")):
        sign_in(client, person)

        answer = client.get(url(page, story))

        assert answer.status_code == 302
        assert "before all votes are in" in refusal(answer)
        assert FOUND not in answer.text
    assert not AuditEvent.objects.filter(verb=VERB).exists()


def test_members_read_each_vote_and_officers_how_it_ended(client, sign_in, story):
    for number in range(3):
        a_seat(story, chairs=not number)
    all_voted(story, "substantiated", "partly", "partly")
    chair, second, third = [one.person for one in seats_of(story)]

    for_member, for_officer = text_of(story, chair), text_of(story)

    assert FOUND in for_member
    assert "no finding is signed yet" in for_member
    assert FOUND not in for_officer
    assert "2 votes to 1" in for_officer
    for person in (chair, second, third):
        assert person.name in for_member
        assert person.name in for_officer  # as present, not as having voted for something
    sign_in(client, story.opened_by)
    assert "once the finding is signed" in refusal(client.get(url("complaint_minutes", story)))
    assert "/minutes/" not in client.get(url("complaint_desk", story)).text
    sign_in(client, second)
    assert url("committee_minutes", story) in client.get(url("committee", story)).text
    assert client.get(url("committee_minutes", story)).content.startswith(b"%PDF")


def test_the_officer_takes_them_after_the_finding_once_on_record(client, sign_in, story):
    for number in range(3):
        a_seat(story, chairs=not number)
    finding = a_finding(story)
    sign_in(client, story.opened_by)
    assert url("complaint_minutes", story) in client.get(url("complaint_desk", story)).text

    answer = client.get(url("complaint_minutes", story))

    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    event = AuditEvent.objects.get(verb=VERB)
    about = (event.actor_id, event.target_id, event.subject_id)
    people = (story.opened_by.public_id, story.public_id, story.respondent.public_id)
    assert about == people
    read = AuditEvent.objects.filter(verb="certification.complaint.read", at=event.at)
    assert read.count() == 1  # so the respondent sees that somebody read it
    text = text_of(story)
    for words in ("Oswin Officer", "Further training", WHY, finding.get_finding_display(), "2 vo"):
        assert words in text


def test_who_complained_is_named_in_no_minutes(story):
    outsider = an_outsider_on(story)
    actions.accept_seat(story, confidential=True, free=True, by=outsider, now=story.opened_at)
    for number in range(2):
        a_seat(story, chairs=not number)
    for seat in seats_of(story):
        actions.vote(story, finding="partly", reasons=SAID, by=seat.person, now=timezone.now())
    inside = [seat.person for seat in seats_of(story) if seat.person != outsider]

    texts = {person: text_of(story, person) for person in (None, outsider, *inside)}
    actions.sign_finding(story, reasons=SAID, by=inside[0], now=timezone.now())

    for text in (*texts.values(), text_of(story)):
        assert "Wanda" not in text
        assert "Writer" not in text
    assert "Person B was told nothing" in texts[None]
    for name in ("Rosalind", "Delgado", "Oswin", *(person.name for person in inside)):
        assert name not in texts[outsider]


def test_nobody_else_gets_there(client, sign_in, story):
    for number in range(3):
        a_seat(story, chairs=not number)
    sat = seats_of(story)[1].person
    a_finding(story)
    person = User.objects.get(pk=sat.pk)
    for who, page, answers in (
        (person, "committee_minutes", 404),  # with the finding a member's pages close
        (story.respondent, "complaint_minutes", 403),
        (a_registrar(), "complaint_minutes", 302),
        (a_person(Role.REVIEWER), "committee_minutes", 404),
        (story.complainant, "committee_minutes", 403),
    ):
        sign_in(client, who)

        assert client.get(url(page, story)).status_code == answers
    assert not AuditEvent.objects.filter(verb=VERB).exists()


def test_an_officer_whom_it_concerns_does_not_reach_them(client, sign_in):
    involved = a_person(Role.COMPLAINTS_OFFICER)
    complaint = a_complaint(involved)
    a_finding(before_a_committee(complaint))
    sign_in(client, involved)

    assert client.get(url("complaint_minutes", complaint)).status_code == 404


def test_what_can_t_be_printed_is_said(client, sign_in):
    complaint = a_complaint(allegation="A sign that no font of ours has: \U0001f9ff, for once.")
    a_finding(before_a_committee(complaint))
    sign_in(client, complaint.opened_by)

    answer = client.get(url("complaint_minutes", complaint))

    assert "\U0001f9ff" in refusal(answer)
    assert not AuditEvent.objects.filter(verb=VERB).exists()
