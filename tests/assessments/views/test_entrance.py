"""The page before an attempt: what awaits, what is left, and why not yet."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments import actions
from assessments.models import Attempt
from tests.factories.accounts import a_registrar, a_trainee
from tests.factories.assessments import (
    a_learner,
    a_learner_who_passed,
    a_learner_who_used_all_attempts,
    an_assessment,
    an_ended_attempt,
)

pytestmark = pytest.mark.django_db


def page_of(assessment):
    return reverse("assessment", args=[assessment.public_id])


def start_of(assessment):
    return reverse("assessment_start", args=[assessment.public_id])


def test_a_learner_reads_the_terms_and_begins(signed_in):
    assessment = an_assessment()
    client = signed_in(a_learner(assessment))

    page = client.get(page_of(assessment)).content.decode()
    answer = client.post(start_of(assessment))

    assert "2 marks pass" in page
    assert "3 of 3" in page
    attempt = Attempt.objects.get()
    assert answer.url.endswith(f"/attempts/{attempt.public_id}/")


def test_an_open_attempt_is_offered_again(signed_in):
    assessment = an_assessment()
    learner = a_learner(assessment)
    attempt = actions.start(assessment, learner, now=timezone.now())

    page = signed_in(learner).get(page_of(assessment)).content.decode()

    assert f"/attempts/{attempt.public_id}/" in page
    assert "Go on" in page


def test_the_cool_off_is_shown_in_both_zones_where_they_differ(signed_in):
    assessment = an_assessment()
    learner = a_learner(assessment, zone="Asia/Tokyo")
    an_ended_attempt(assessment, learner, right=0, now=timezone.now() - timedelta(hours=1))

    page = signed_in(learner).get(page_of(assessment)).content.decode()

    assert "Attempt 2 opens" in page
    assert "(Asia/Tokyo)" in page
    assert "(Europe/London)" in page
    assert start_of(assessment) not in page


def test_one_zone_is_shown_where_they_agree(signed_in):
    assessment = an_assessment()
    learner = a_learner(assessment, zone="Europe/London")
    an_ended_attempt(assessment, learner, right=0, now=timezone.now() - timedelta(hours=1))

    page = signed_in(learner).get(page_of(assessment)).content.decode()

    assert "for the association" not in page.split("Attempt 2 opens")[1].split("</h3>")[0]


def test_beginning_too_early_says_when_and_uses_nothing(signed_in):
    assessment = an_assessment()
    learner = a_learner(assessment)
    an_ended_attempt(assessment, learner, right=0, now=timezone.now() - timedelta(hours=1))

    answer = signed_in(learner).post(start_of(assessment), follow=True)

    assert "The next attempt opens on" in answer.content.decode()
    assert Attempt.objects.count() == 1


def test_a_timed_assessment_says_when_it_would_end(signed_in):
    assessment = an_assessment(minutes=90)

    page = signed_in(a_learner(assessment)).get(page_of(assessment)).content.decode()

    assert "90 min" in page
    assert "Begun now, it ends" in page


def test_after_the_last_failure_a_contact_is_named(signed_in):
    from training_site.content.association import association

    settings = association()
    settings.support_contact = "Mara Lind, +44 20 7946 0000"
    settings.save()
    assessment = an_assessment()
    learner = a_learner_who_used_all_attempts(assessment, now=timezone.now())

    page = signed_in(learner).get(page_of(assessment)).content.decode()

    assert "Mara Lind, +44 20 7946 0000" in page
    assert "An extra attempt can be opened" in page


def test_after_a_pass_the_result_is_offered(signed_in):
    assessment = an_assessment()
    learner = a_learner_who_passed(assessment, now=timezone.now())

    page = signed_in(learner).get(page_of(assessment)).content.decode()

    assert "Read the answers" in page
    assert start_of(assessment) not in page


def test_an_overdue_attempt_is_closed_at_first_sight(signed_in):
    assessment = an_assessment(minutes=30)
    learner = a_learner(assessment)
    actions.start(assessment, learner, now=timezone.now() - timedelta(hours=1))

    signed_in(learner).get(page_of(assessment))

    assert Attempt.objects.get().state == Attempt.State.CLOSED


def test_an_assessment_that_was_not_granted_is_not_found(signed_in):
    assessment = an_assessment()
    client = signed_in(a_trainee())

    assert client.get(page_of(assessment)).status_code == 404
    assert client.post(start_of(assessment)).status_code == 404


def test_staff_do_not_sit_assessments(signed_in):
    assessment = an_assessment()

    assert signed_in(a_registrar()).get(page_of(assessment)).status_code == 403


def test_visitors_sign_in_first(client):
    assessment = an_assessment()

    assert "/accounts/login/" in client.get(page_of(assessment)).url


@pytest.mark.parametrize(("method", "name"), [("post", "assessment"), ("get", "assessment_start")])
def test_wrong_methods_are_refused(signed_in, method, name):
    assessment = an_assessment()
    client = signed_in(a_learner(assessment))

    answer = getattr(client, method)(reverse(name, args=[assessment.public_id]))

    assert answer.status_code == 405


def test_the_entrance_costs_few_queries(signed_in, count_queries):
    assessment = an_assessment()
    learner = a_learner_who_used_all_attempts(assessment, now=timezone.now())
    client = signed_in(learner)

    with count_queries(at_most=15):
        client.get(page_of(assessment))
