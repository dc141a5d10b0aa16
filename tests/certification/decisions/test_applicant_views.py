"""The applicant's pages: happy, refused, counted."""

import pytest
from django.urls import reverse

from certification.decisions.models import Application
from certification.decisions.rules.applying import DECLARATIONS
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def url(name, application):
    return reverse(name, args=[application.public_id])


def test_from_the_start_to_the_status_page(client, sign_in):
    applicant = world.an_applicant()
    sign_in(client, applicant)
    assert "You can begin" in client.get(reverse("apply")).text

    client.post(reverse("apply"), {"act": "start"})
    values = {"name": "Rosa D.", "declarations": list(DECLARATIONS)}
    client.post(reverse("apply"), values | {"act": "keep"})
    assert Application.objects.get().state == "draft"
    page = client.post(reverse("apply"), values | {"act": "submit"}, follow=True)

    application = Application.objects.get()
    assert (application.state, application.name) == ("submitted", "Rosa D.")
    assert "Checked by the registrar" in page.text


def test_not_everything_met_leads_to_the_path(client, sign_in):
    sign_in(client, world.an_applicant(met=False))

    assert "See what is missing" in client.get(reverse("apply")).text
    assert client.post(reverse("apply"), {"act": "start"}).status_code == 409


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": "", "declarations": list(DECLARATIONS)}, "This field is required."),
        ({"name": "x" * 201, "declarations": list(DECLARATIONS)}, "at most 200 characters"),
        ({"name": "\U0001f984", "declarations": list(DECLARATIONS)}, "cannot print these"),
        ({"name": "Rosa", "declarations": list(DECLARATIONS[:1])}, "make all four declarations"),
        ({"name": "Rosa", "declarations": ["another"]}, "Select a valid choice"),
    ],
)
def test_bad_input_is_told_at_its_field_and_the_draft_stays(client, sign_in, values, words):
    applicant = world.an_applicant()
    sign_in(client, applicant)
    client.post(reverse("apply"), {"act": "start"})

    page = client.post(reverse("apply"), values | {"act": "submit"})

    assert words in page.text
    assert Application.objects.get().state == "draft"


def test_an_instructor_has_no_application(client, sign_in):
    sign_in(client, a_person(Role.INSTRUCTOR))

    assert client.get(reverse("apply")).status_code == 403


def test_the_applicant_sees_who_opened_the_dossier_by_role(client, sign_in, count_queries):
    application = world.an_application_in_review()
    reviewer = world.reviewers_of(application)[0]
    sign_in(client, reviewer)
    client.get(url("dossier", application))
    sign_in(client, application.applicant)

    with count_queries(at_most=22):
        page = client.get(reverse("apply"))

    readings = page.context["readings"]
    assert [reading.who for reading in readings] == ["Reviewer"]
    assert reviewer.name not in page.text


def test_the_letter_gives_reasons_and_says_how_to_appeal(client, sign_in):
    decision = world.a_decision(outcome="refuse")
    sign_in(client, decision.applicant)

    page = client.get(url("decision_letter", decision))

    assert "A requirement is not met" in page.text
    assert "until 23 December 2026" in page.text
    assert decision.decision_maker.name not in page.text
    sign_in(client, a_person(Role.INTERN))
    assert client.get(url("decision_letter", decision)).status_code == 404
