"""Whoever is called to a committee finds the way to it: from home, and in the admin."""

import pytest
from django.urls import reverse

from certification.complaints.models import CommitteeMember
from tests.factories.accounts import a_person
from tests.factories.complaints import (
    LATER,
    a_finding,
    a_seat,
    a_vote,
    before_a_committee,
    laid_before_a_committee,
    seats_of,
)
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.dashboard.home import home_of
from training_site.dashboard.waiting import waiting_for

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def waits_for(person) -> int:
    return CommitteeMember.objects.waiting_for(person).count()


def test_home_leads_there_from_the_call_until_the_finding(client, sign_in):
    complaint = laid_before_a_committee()
    seat = a_seat(complaint, accepted=False)
    person = User.objects.get(pk=seat.person_id)
    sign_in(client, person)

    step = home_of(person, LATER).next_step
    page = client.get(reverse("learn")).text

    assert (step.title, step.url) == ("A committee waits for you", reverse("committees"))
    assert page.count('href="/committee/"') == 2
    other = a_person(Role.REVIEWER)
    assert not home_of(other, LATER).sits
    sign_in(client, other)
    assert "/committee/" not in client.get(reverse("learn")).text


def test_in_the_admin_it_stands_in_the_menu_and_among_what_waits(client, sign_in):
    complaint = before_a_committee()
    seat = seats_of(complaint)[1]
    sign_in(client, seat.person)

    first_page = client.get(reverse("wagtailadmin_home")).text

    assert "Committees that wait for you" in first_page
    assert [line.count for line in waiting_for(seat.person)] == [1]
    assert first_page.count("/committee/") >= 2
    sign_in(client, a_person(Role.REVIEWER))
    assert "/committee/" not in client.get(reverse("wagtailadmin_home")).text


def test_it_waits_until_one_has_voted_and_then_for_the_chair():
    complaint = before_a_committee()
    chair, second, third = [one.person for one in seats_of(complaint)]

    a_vote(complaint, chair)
    assert [waits_for(one) for one in (chair, second, third)] == [0, 1, 1]
    a_vote(complaint, second)
    a_vote(complaint, third)

    assert [waits_for(one) for one in (chair, second, third)] == [1, 0, 0]


def test_with_the_finding_nothing_leads_there_any_more():
    complaint = before_a_committee()
    people = [one.person for one in seats_of(complaint)]

    a_finding(complaint)

    assert [waits_for(one) for one in people] == [0, 0, 0]
    assert not any(home_of(one, LATER).sits for one in people)
