"""The officer's and the decision-maker's screens: happy, refused, counted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.complaints.models import Complaint
from certification.complaints.rules.provisions import PROVISIONS as CODES
from certification.concerns.actions.concerns import report_concern
from tests.factories.accounts import a_person
from tests.factories.complaints import (
    CANARY,
    WHY,
    a_complaint,
    a_complaint_about_a_holder,
    a_measure,
    a_suspension,
    all_voted,
    an_officer,
    before_a_committee,
)
from tests.factories.decisions import NOW, a_decider, a_quick_certificate
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def url(name, thing=None):
    return reverse(name, args=[thing.public_id] if thing else [])


def in_days(days: int) -> str:
    return (timezone.now() + timedelta(days=days)).date().isoformat()


@pytest.fixture
def officer(client, sign_in):
    person = an_officer()
    sign_in(client, person)
    return person


@pytest.fixture
def decider(client, sign_in):
    person = a_decider()
    sign_in(client, person)
    return person


def test_a_button_leads_from_the_concern_to_its_complaint(client, officer):
    today = timezone.now().date()
    concern = report_concern(text="I was uneasy.", today=today, now=timezone.now())
    respondent = a_person(Role.CERTIFICANT)
    form = url("concern_complaint", concern)

    assert form in client.get(url("concern_detail", concern)).text
    shown = client.get(form)
    sent = {"respondent": respondent.email.upper(), "allegation": CANARY, "provisions": CODES[0]}
    unknown = client.post(form, sent | {"respondent": "nobody@example.org"})
    client.post(form, sent)

    complaint = Complaint.objects.get()
    assert "I was uneasy." in shown.text
    assert "letter by letter" in unknown.text
    assert CANARY in unknown.text  # what was typed is still there
    assert (complaint.respondent, complaint.complainant) == (respondent, None)
    page = client.get(url("concern_detail", concern)).text
    assert url("complaint_desk", complaint) in page
    assert client.get(form).status_code == 404


def test_one_that_came_by_letter_is_opened_about_the_holder_of_a_number(client, officer):
    certificate, who = a_quick_certificate(), a_person()
    sent = {
        "respondent": certificate.display_number,
        "allegation": CANARY,
        "provisions": list(CODES[:2]),
        "received_on": timezone.now().date().isoformat(),
        "complainant": who.email,
        "reply_to": "By letter to the chapel",
    }

    client.post(url("complaint_new"), sent)

    complaint = Complaint.objects.get()
    assert (complaint.respondent, complaint.complainant) == (certificate.holder, who)
    assert complaint.provisions == sorted(CODES[:2])
    assert complaint.reply_to == "By letter to the chapel"


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"respondent": "own"}, "respondent", "own_complaint"),
        ({"respondent": "TRIAD-0000"}, "respondent", "nobody"),
        ({"provisions": []}, "provisions", "required"),
        ({"allegation": "No."}, "allegation", "reasons_too_short"),
        ({"received_on": "2099-01-01"}, "received_on", "received_in_future"),
        ({"received_on": "٢٠٢٦"}, "received_on", "invalid"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, officer, changes, field, code):
    changes = {k: officer.email if v == "own" else v for k, v in changes.items()}
    sent = {
        "respondent": a_person().email,
        "allegation": CANARY,
        "provisions": CODES[0],
        "received_on": "2026-11-01",
    }

    page = client.post(url("complaint_new"), sent | changes)

    assert page.status_code == 422
    assert page.context["form"].has_error(field, code)
    assert not Complaint.objects.exists()


def test_the_list_shows_ages_and_what_is_late_and_asks_little(client, officer, count_queries):
    late = NOW - timedelta(days=400)
    for number in range(6):
        a_complaint(by=officer, now=late if number == 0 else timezone.now())

    with count_queries(at_most=22):
        page = client.get(url("complaints"))

    assert page.text.count("staff-status--stop") == 2  # the word and the state of one
    assert "0 days" in page.text
    assert CANARY not in page.text


def test_each_reading_is_recorded_and_the_page_shows_what_was_done(client, officer, count_queries):
    complaint = a_complaint_about_a_holder(by=officer, complainant=a_person(name="Wanda Writer"))
    a_suspension(complaint)
    before_a_committee(complaint)
    all_voted(complaint)

    with count_queries(at_most=45):
        page = client.get(url("complaint_desk", complaint))

    assert "Wanda Writer" in page.text
    assert "Votes in: 3 of 3" in page.text
    assert "Substantiated" not in page.text  # what anybody voted is the committee's
    assert AuditEvent.objects.filter(verb="certification.complaint.read").count() == 1


@pytest.mark.parametrize("who", ["respondent", "complainant", "member", "registrar", "superuser"])
def test_for_whom_it_concerns_and_who_is_no_officer_there_is_no_such_page(client, sign_in, who):
    complaint = before_a_committee(a_complaint(an_officer(), complainant=an_officer()))
    people = {
        "respondent": complaint.respondent,
        "complainant": complaint.complainant,
        "member": complaint.members.first().person,
        "registrar": a_person(Role.REGISTRAR),
        "superuser": a_person(Role.ADMINISTRATOR, is_superuser=True, is_staff=True),
    }
    measure = a_measure(complaint)
    sign_in(client, people[who])

    for name, thing in (
        ("complaint_desk", complaint),
        ("complaint_measure_new", complaint),
        ("complaint_committee", complaint),
        ("complaint_invite", complaint),
        ("complaint_measure", measure),
    ):
        answer = client.get(url(name, thing))
        assert answer.status_code in ({404} if who in ("respondent", "complainant") else {302, 403})
    assert complaint.respondent.name not in client.get(url("complaints")).text


def test_an_officer_does_not_read_the_concern_that_became_a_complaint_about_them(client, officer):
    concern = report_concern(text="About an officer.", today=NOW.date(), now=NOW)
    a_complaint(officer, concern=concern)

    assert client.get(url("concern_detail", concern)).status_code == 404
    assert url("concern_detail", concern) not in client.get(url("concerns")).text


def test_steps_are_taken_on_its_page_and_only_those_that_lead_on(client, officer):
    complaint = a_complaint(by=officer, now=timezone.now())
    page = url("complaint_desk", complaint)

    short = client.post(page, {"what": "note", "text": "Hm."})
    sooner = client.post(page, {"what": "extend", "text": WHY, "due_on": in_days(2)})
    wrong = client.post(page, {"what": "settle", "text": WHY})
    client.post(page, {"what": "mediate", "text": WHY})

    assert "text" in short.context["form"].errors
    assert "due_on" in sooner.context["form"].errors
    assert "what" in wrong.context["form"].errors
    complaint.refresh_from_db()
    assert complaint.state == "mediation"
