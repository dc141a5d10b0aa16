"""Evaluations signed by somebody who was not entitled are no evidence; what they say stays readable."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.html import escape

from certification.recalls.touched import touched_by
from certification.scheme.actions import load_scheme
from certification.scheme.facts import facts_for
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    SPRING,
    a_clinician,
    a_mentor,
    an_admitted_intern,
    an_agreement,
)
from tests.factories.decisions import NOW, a_certificate
from tests.factories.evaluations import a_signed_evaluation
from tests.factories.recalls import a_confirmed_recall, decide, the_item

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
SCHEME = """
scheme: small-scheme
version: "0.1"
title: Certified Surrogate Partner
requirements:
  - {id: judged, rule: evaluation_required, form: FORM, title: A mentor's evaluation}
decision: {reviews: 2, appeal_days: 30, valid_years: 3, grace_days: 90}
"""
FORM = "mentor-mid"
TODAY = NOW.date()


@pytest.fixture
def mentor():
    return a_mentor()


def an_intern_evaluated_by(mentor, now=NOW):
    load_scheme(SCHEME.replace("FORM", FORM), by=None, now=SPRING)
    intern = an_admitted_intern()
    an_agreement(intern, mentor=mentor, clinician=a_clinician())
    evaluation = a_signed_evaluation(FORM, intern, by=mentor, now=now)
    return intern, evaluation


def evaluations_of(intern):
    return facts_for(intern, TODAY)["evaluations"]


def test_one_of_the_days_counts_no_longer_and_is_what_the_person_loses(mentor):
    intern, _evaluation = an_intern_evaluated_by(mentor)
    before = evaluations_of(intern)

    a_confirmed_recall(mentor, first=TODAY, now=NOW + timedelta(hours=1))

    item = the_item(intern)
    assert (len(before), evaluations_of(intern)) == (1, [])
    assert (item.entries, item.minutes) == (0, 0)
    assert (item.met_before, item.met_after) == (True, False)
    assert [one["id"] for one in item.missing if one["id"] == "judged"] == ["judged"]


def test_one_of_another_day_counts_as_before(mentor):
    intern, _evaluation = an_intern_evaluated_by(mentor)

    a_confirmed_recall(mentor, first=TODAY + timedelta(days=1), now=NOW + timedelta(days=2))

    assert len(evaluations_of(intern)) == 1
    assert not intern.recall_items.exists()


def test_a_list_that_was_shown_without_it_is_not_confirmed(mentor):
    intern, _evaluation = an_intern_evaluated_by(mentor)
    days = [(TODAY, TODAY)]

    [one] = touched_by(mentor, "mentor", days)

    assert (one.person, one.entries, one.evaluations) == (intern.pk, 0, 1)
    assert touched_by(mentor, "clinician", days) == []


def test_a_grant_that_rests_on_less_is_to_decide_again_with_the_next_step(client, sign_in, mentor):
    intern, evaluation = an_intern_evaluated_by(mentor)
    certificate = a_certificate(intern)
    a_confirmed_recall(mentor, first=TODAY, now=NOW + timedelta(hours=1))
    item, registrar = the_item(intern), a_registrar()
    sign_in(client, registrar)

    pages = [
        client.get(reverse("certification_recall", args=[item.recall.public_id])).text,
        client.get(reverse("certification_recall_item", args=[item.public_id])).text,
        client.get(reverse("dossier", args=[item.application.public_id])).text,
    ]
    assert "to decide again" in pages[0]
    for page in pages:
        assert "A decision-maker decides again" in page
    assert escape(evaluation.form.title) in pages[1]
    decide(item, "suspended")

    certificate.refresh_from_db()
    assert certificate.standing == "suspended"
    assert (
        "to decide again"
        not in client.get(reverse("certification_recall", args=[item.recall.public_id])).text
    )


def test_the_person_reads_which_evaluation_it_is(client, sign_in, mentor):
    intern, evaluation = an_intern_evaluated_by(mentor)
    a_confirmed_recall(mentor, first=TODAY, now=NOW + timedelta(hours=1))
    sign_in(client, intern)

    page = client.get(reverse("own_recall", args=[the_item(intern).public_id])).text

    assert escape(evaluation.form.title) in page
    assert "another supervisor can write one" in page
