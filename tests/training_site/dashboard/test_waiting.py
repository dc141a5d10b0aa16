"""The first page of the admin: what waits for whom."""

import pytest
from django.urls import reverse

from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import (
    NOW,
    a_decider,
    a_recommended_application,
    a_review,
    a_submitted_application,
    an_application_in_review,
    reviewers_of,
)
from training_site.accounts.roles import Role
from training_site.dashboard.waiting import waiting_for

pytestmark = pytest.mark.django_db


def counts(user) -> dict[str, int]:
    return {line.url: line.count for line in waiting_for(user)}


def test_an_application_handed_in_waits_for_the_registrar_alone():
    a_submitted_application()

    assert counts(a_registrar()) == {reverse("certification_queue"): 1}
    assert counts(a_decider()) == {}
    assert counts(a_person(Role.REVIEWER)) == {}


def test_a_review_waits_until_it_is_given():
    application = an_application_in_review()
    first, second = reviewers_of(application)

    a_review(application, first, now=NOW)

    assert counts(first) == {}
    assert counts(second) == {reverse("certification_queue"): 1}


def test_a_recommended_application_waits_for_a_decision():
    a_recommended_application()

    assert counts(a_decider()) == {reverse("certification_queue"): 1}


def test_the_admin_opens_with_it(client, sign_in):
    a_submitted_application()
    sign_in(client, a_registrar())

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Applications to check for completeness" in page
    assert reverse("help_page", args=["registrar"]) in page


def test_whoever_has_nothing_to_do_is_told_so(client, sign_in):
    sign_in(client, a_person(Role.COMPLAINTS_OFFICER))

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Nothing waits for you" in page
