"""What members of a committee see and do, beside the two parties."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.complaints import actions
from certification.complaints.rules.states import Step
from tests.certification.complaints.test_party_views import (
    ANSWER,
    MEDIATED,
    NOTE,
    page_of,
    url,
)
from tests.factories.accounts import a_person
from tests.factories.complaints import (
    CANARY,
    FOUND,
    WHY,
    a_complaint,
    a_finding,
    a_measure,
    a_seat,
    all_voted,
    an_officer,
    an_outsider_on,
    before_a_committee,
    laid_before_a_committee,
    seats_of,
)
from training_site.accounts.models import User
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db


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


def test_nobody_reads_before_both_is_said(client, sign_in, story, now):
    judge = a_seat(story, accepted=False, now=now).person
    sign_in(client, judge)
    page, accept = url("committee", story), url("committee_accept", story)

    first = client.get(page)
    half = client.post(accept, {"confidential": "on"})
    voted = client.post(url("committee_vote", story), {"finding": "not", "reasons": WHY})
    client.post(accept, {"confidential": "on", "free": "on"})

    assert first.url == accept
    for answer in (client.get(accept, follow=False), half, voted):
        assert CANARY not in answer.text
    assert half.context["form"].non_field_errors()
    assert voted.status_code == 409
    assert CANARY in client.get(page).text


def test_votes_are_blind_until_all_are_in(client, sign_in, now, count_queries):
    complaint = before_a_committee(a_complaint(now=now), now=now)
    chair, second, third = [one.person for one in seats_of(complaint)]
    words = {chair: "Reasons of the chair.", second: "Reasons of the second one."}
    for person, text in words.items():
        actions.vote(complaint, finding="partly", reasons=text, by=person, now=now)

    sign_in(client, third)
    before = client.get(url("committee", complaint)).text
    sent = {"finding": "not", "reasons": WHY, "sanctions": ["advice"]}
    client.post(url("committee_vote", complaint), sent)
    with count_queries(at_most=36):
        after = client.get(url("committee", complaint)).text

    for text in words.values():
        assert text not in before
        assert text in after
    assert "Votes in: 2 of 3" in before
    for address in ("committee_finding", "committee_vote_again"):
        assert url(address, complaint) not in after  # the chair's


def test_the_chair_signs_what_most_found(client, sign_in, now):
    complaint = all_voted(before_a_committee(a_complaint(now=now), now=now), now=now)
    chair = seats_of(complaint)[0].person
    sign_in(client, chair)
    form, due = url("committee_finding", complaint), (now + timedelta(days=60)).date()
    sent = {"reasons": FOUND, "sanction1-kind": "training", "sanction1-text": WHY}

    lacking = client.post(form, sent)
    unnamed = client.post(form, {"reasons": FOUND, "sanction2-text": WHY})
    signed = client.post(form, sent | {"sanction1-due_on": due.isoformat()})

    assert lacking.context["form"].sanctions[0].errors["due_on"]
    assert unnamed.context["form"].sanctions[1].errors["kind"]
    assert FOUND in lacking.text  # what was typed is still there
    assert signed.url == reverse("committees")
    assert complaint.findings.get().sanctions.get().due_on == due


def test_without_a_majority_the_chair_asks_everybody_to_vote_again(client, sign_in, now):
    complaint = before_a_committee(a_complaint(now=now), now=now)
    all_voted(complaint, "substantiated", "partly", "not", now=now)
    sign_in(client, seats_of(complaint)[0].person)

    page = client.get(url("committee", complaint)).text
    turned_away = client.get(url("committee_finding", complaint))
    client.post(url("committee_vote_again", complaint))
    again = client.get(url("committee", complaint)).text

    assert "no finding has a majority" in page
    assert turned_away.url == url("committee", complaint)
    assert "Votes of the ballot before" in again
    assert "Give your vote" in again


def test_whoever_leaves_reads_nothing_on_the_next_request(client, sign_in, story, now):
    """P13: at once, in the same session."""
    outsider = an_outsider_on(story, now=now)
    actions.accept_seat(story, confidential=True, free=True, by=outsider, now=now)
    sign_in(client, outsider)
    page = url("committee", story)
    before = client.get(page).status_code

    client.post(url("committee_step_back", story), {"reason": "I know them."})

    assert before == 200
    assert client.get(page).status_code == 403  # the role has gone, too
    assert client.get(reverse("committees")).status_code == 403


def test_with_the_finding_the_pages_close_for_all_who_sat(client, sign_in, now):
    complaint = before_a_committee(a_complaint(now=now), now=now)
    second = seats_of(complaint)[1].person
    sign_in(client, second)
    assert url("committee", complaint) in client.get(reverse("committees")).text

    a_finding(complaint, now=now)

    assert client.get(url("committee", complaint)).status_code == 404
    assert url("committee", complaint) not in client.get(reverse("committees")).text


def test_a_chair_from_outside_goes_home_after_signing(client, sign_in, now):
    complaint = laid_before_a_committee(a_complaint(now=now), now=now)
    outsider = an_outsider_on(complaint, now=now)
    actions.accept_seat(complaint, confidential=True, free=True, by=outsider, now=now)
    seat = complaint.members.get()
    actions.name_chair(seat, by=complaint.opened_by, now=now)
    for _ in range(2):
        a_seat(complaint, now=now)
    all_voted(complaint, now=now)
    sign_in(client, User.objects.get(pk=outsider.pk))

    signed = client.post(url("committee_finding", complaint), {"reasons": FOUND})

    assert signed.url == reverse("learn")


def test_people_from_outside_do_not_learn_who_else_sits(client, sign_in, now):
    complaint = laid_before_a_committee(a_complaint(now=now), now=now)
    outsider = an_outsider_on(complaint, now=now)
    actions.accept_seat(complaint, confidential=True, free=True, by=outsider, now=now)
    names = [a_seat(complaint, chairs=not number, now=now).person.name for number in range(2)]
    all_voted(complaint, now=now)

    text = page_of(client, sign_in, outsider, url("committee", complaint))

    assert "the chair" in text
    assert not any(name in text for name in names)
