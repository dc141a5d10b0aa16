"""Whoever came from outside for one case reads the name of whom it is about nowhere, not in a text
that somebody wrote either."""

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.decisions import actions
from tests.certification.decisions.test_people import an_outsider
from tests.factories import certification as practice
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from training_site.accounts.roles import Role
from training_site.content.actions import attest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def the_case(said: str):
    """Recommended, with the name in a note and in a review."""
    application = world.an_application_in_review(world.an_applicant(name="Rosalind Delgado"))
    for reviewer in world.reviewers_of(application):
        actions.submit_review(
            application, recommendation="grant", reasons=said, by=reviewer, now=world.NOW
        )
    application.checks.create(complete=True, note=said, by=a_registrar(), at=world.NOW)
    return application


def test_a_name_that_slipped_into_a_text_is_taken_out(client, sign_in, now):
    application = the_case("Delgado, Rosalind has met everything that was asked.")
    outsider = an_outsider(application, now, role=Role.DECISION_MAKER)
    sign_in(client, outsider)
    page = reverse("dossier", args=[application.public_id])
    statement = practice.a_policy("outside-reviewer-confidentiality")
    attest(outsider, statement, typed_name=outsider.name, now=timezone.now())

    read = client.get(page, follow=True).text
    sign_in(client, a_registrar())
    inside = client.get(page).text

    assert "has met everything" in read
    assert "Rosalind" not in read
    assert "Delgado" not in read
    assert "Delgado, Rosalind has met" in inside
