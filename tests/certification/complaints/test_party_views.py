"""Who sees what: the respondent never learns who complained, who complained learns the outcome in
general words, members from outside read a letter in place of a name."""

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.complaints import actions
from certification.complaints.masking import masked
from certification.complaints.rules.states import Step
from tests.factories.accounts import a_person, a_trainee
from tests.factories.complaints import (
    CANARY,
    FOUND,
    WHY,
    a_complaint,
    a_finding,
    a_measure,
    a_seat,
    an_officer,
    an_outsider_on,
    laid_before_a_committee,
)
from training_site.accounts.models import User
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db
NOTE = "The note: a witness was heard on Tuesday."
ANSWER = "The answer: the appointments were moved together."
MEDIATED = "The words of mediation."


def url(name, thing):
    return reverse(name, args=[thing.public_id])


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def story(now):
    """A complaint with a name behind it, answered, mediated in vain, before three people."""
    respondent = a_person(Role.CERTIFICANT, name="Rosalind Delgado")
    complainant = a_person(Role.TRAINEE, name="Wanda Writer")
    complaint = a_complaint(
        respondent, by=an_officer(name="Oswin Officer"), complainant=complainant, now=now
    )
    officer = complaint.opened_by
    actions.note(complaint, text=NOTE, by=officer, now=now)
    actions.respond(complaint, text=f"{ANSWER} Rosalind", by=respondent, now=now)
    a_measure(complaint, "contact", now=now)
    actions.take_step(complaint, Step.MEDIATE, text=MEDIATED, by=officer, now=now)
    return laid_before_a_committee(complaint, now=now)


def page_of(client, sign_in, person, address) -> str:
    sign_in(client, User.objects.get(pk=person.pk))
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


# What each reader finds on their page, and what is never there.
SEEN = {
    "respondent": ({CANARY, ANSWER, "No contact", WHY}, {"Wanda Writer", NOTE, MEDIATED, "Oswin"}),
    "complainant": ({"A committee", "No contact"}, {CANARY, ANSWER, NOTE, "Rosalind", "Oswin"}),
    "member": (
        {CANARY, ANSWER, NOTE, "Rosalind Delgado", "Oswin Officer"},
        {"Wanda Writer", MEDIATED},
    ),
    "outsider": (
        {CANARY, ANSWER, NOTE, "Person A"},
        {"Wanda Writer", MEDIATED, "Rosalind", "Delgado", "Oswin"},
    ),
}


@pytest.mark.parametrize("reader", SEEN)
def test_each_reads_what_is_theirs_to_read(client, sign_in, story, reader, now):
    people = {"respondent": story.respondent, "complainant": story.complainant}
    address = url("complaint", story)
    if reader not in people:
        member = a_seat(story, accepted=False).person if reader == "member" else None
        people[reader] = member or an_outsider_on(story, now=now)
        actions.accept_seat(story, confidential=True, free=True, by=people[reader], now=now)
        address = url("committee", story)
    found, kept = SEEN[reader]

    text = page_of(client, sign_in, people[reader], address)

    assert {one for one in found if one not in text} == set()
    assert {one for one in kept if one in text} == set()


def test_for_everybody_else_there_is_no_such_page(client, sign_in, story):
    for person in (a_trainee(), an_officer(), a_person(Role.REVIEWER), story.opened_by):
        sign_in(client, person)
        assert client.get(url("complaint", story)).status_code == 404
        assert client.get(url("committee", story)).status_code in {403, 404}
        assert client.post(url("complaint", story), {"text": ANSWER}).status_code == 404


def test_the_complainant_answers_nothing_in_the_respondents_name(client, sign_in, story):
    sign_in(client, story.complainant)

    client.post(url("complaint", story), {"text": "This is what they would say."})

    assert story.steps.filter(kind="response").count() == 1


def test_the_respondent_answers_until_it_is_closed(client, sign_in, story, count_queries, now):
    sign_in(client, story.respondent)
    page = url("complaint", story)

    short = client.post(page, {"text": "No."})
    with count_queries(at_most=30):
        client.get(page)
    client.post(page, {"text": "One more thing that matters to me."})
    for number in range(3):
        a_seat(story, chairs=number == 0, now=now)
    a_finding(story, "not", "not", "not", sanctions=[], now=now)
    actions.end_measure(story.measures.get(), reason=WHY, by=story.opened_by, now=now)
    closed = client.get(page)

    assert "text" in short.context["form"].errors
    assert story.steps.filter(kind="response").count() == 2
    assert closed.context["form"] is None
    assert "no consequence for you" in closed.text
    assert client.post(page, {"text": ANSWER}).context["form"] is None


def test_the_finding_is_read_by_one_side_and_its_outcome_by_the_other(client, sign_in, story, now):
    for number in range(3):
        a_seat(story, chairs=number == 0, now=now)
    finding = a_finding(story, now=now)

    respondent = page_of(client, sign_in, story.respondent, url("complaint", story))
    complainant = page_of(client, sign_in, story.complainant, url("complaint", story))

    for word in (FOUND, "Further training", "You can appeal until", url("appeal_finding", finding)):
        assert word in respondent
        assert word not in complainant
    assert "cannot make your position worse" in respondent
    assert "cannot make your position worse" in complainant
    assert "The committee found that what you told us is so" in complainant
    assert not any(seat.person.name in respondent for seat in story.members.all())


def test_not_taken_up_it_says_why_and_what_can_be_done(client, sign_in, now):
    complaint = a_complaint(complainant=a_trainee(), now=now)
    why = "What was told lies before the time of this code."
    actions.take_step(complaint, Step.DISMISS, text=why, by=complaint.opened_by, now=now)

    complainant = page_of(client, sign_in, complaint.complainant, url("complaint", complaint))
    respondent = page_of(client, sign_in, complaint.respondent, url("complaint", complaint))

    assert why in complainant
    assert why in respondent
    assert reverse("concern") in complainant
    assert "What you can do" not in respondent


def test_a_suspension_that_is_only_proposed_is_not_told(client, sign_in, plain_documents, now):
    from tests.factories.complaints import a_complaint_about_a_holder, a_suspension

    proposed, carried_out = (a_complaint_about_a_holder(now=now) for _ in range(2))
    a_measure(proposed, "suspension", now=now)
    a_suspension(carried_out, now=now)

    first = page_of(client, sign_in, proposed.respondent, url("complaint", proposed))
    second = page_of(client, sign_in, carried_out.respondent, url("complaint", carried_out))

    assert "Certificate suspended" not in first
    assert "Certificate suspended" in second


def test_who_read_it_is_told_by_role(client, sign_in, story):
    sign_in(client, an_officer())
    client.get(url("complaint_desk", story))

    assert "Complaints officer" in page_of(
        client, sign_in, story.respondent, url("complaint", story)
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rosalind moved it.", "A moved it."),
        ("Ms Delgado-Ruiz and DELGADO", "Ms A-A and A"),
        ("Rosalinda stayed", "Rosalinda stayed"),  # another name
        ("An ox", "An ox"),
    ],
)
def test_names_are_taken_out_whole_and_in_part(text, shown):
    assert masked(text, names=["Rosalind Ox Delgado-Ruiz"], word="A") == shown
