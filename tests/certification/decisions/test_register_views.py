"""The register's pages, and the page on which somebody says in advance: not by me."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from certification.decisions import actions
from certification.decisions.models import Calibration, StandingInterest
from certification.decisions.register import agreement_by_reviewer, recusals
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db


def page_of(entry) -> str:
    return reverse("certification_reviewer", args=[entry.public_id])


@pytest.fixture
def keeper(client, sign_in):
    return sign_in(client, a_registrar())


def test_an_entry_is_amended_and_an_exercise_recorded_on_its_page(keeper):
    entry = world.a_reviewer(name="Ruth Adeyemi").reviewer_entry
    amended = {
        "act": "amend",
        "competence": "Trauma and safety",
        "seat": "public",
        "confidentiality_on": "2026-02-01",
        "active_from": "2026-02-01",
        "active_until": "",
    }
    exercise = {"act": "calibrate", "held_on": "2026-05-02", "exercise": "Two", "judged": "8"}

    keeper.post(page_of(entry), amended)
    keeper.post(page_of(entry), exercise | {"agreed": "7"})
    page = keeper.get(page_of(entry)).content.decode()

    for words in ("Ruth Adeyemi", "Trauma and safety", "Member of the public", "7 of 8", "88 %"):
        assert words in page, words


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"agreed": "9"}, "agreed", "how many of them agreed"),
        ({"held_on": "2099-05-02"}, "held_on", "once it has been held"),
        ({"judged": "many"}, "judged", "whole number"),
    ],
)
def test_a_wrong_exercise_is_said_at_its_field_and_nothing_typed_is_lost(
    keeper, change, field, words
):
    entry = world.a_reviewer().reviewer_entry
    said = {"held_on": "2026-05-02", "exercise": "Two dossiers", "judged": "8", "agreed": "7"}

    page = keeper.post(page_of(entry), said | {"act": "calibrate"} | change)

    assert page.status_code == 422
    assert words in " ".join(page.context["exercise_form"].errors[field])
    assert "Two dossiers" in page.content.decode()
    assert not Calibration.objects.exists()


def test_a_last_day_before_the_first_is_said_at_its_field_and_changes_nothing(keeper):
    entry = world.a_reviewer().reviewer_entry
    said = {"competence": "X", "seat": "external", "confidentiality_on": "2026-02-01"}
    dates = {"active_from": "2026-02-01", "active_until": "2026-01-01"}

    page = keeper.post(page_of(entry), said | dates | {"act": "amend"})

    assert "before the first" in " ".join(page.context["form"].errors["active_until"])
    entry.refresh_from_db()
    assert entry.competence == "Fifteen years of clinical work"


def test_ones_own_entry_has_no_form(client, sign_in):
    reviewer = world.a_reviewer()
    give_role(reviewer, Role.REGISTRAR, by=None, now=world.NOW)

    page = sign_in(client, reviewer).get(page_of(reviewer.reviewer_entry)).content.decode()

    assert "This is your own entry" in page
    assert 'name="act" value="amend"' not in page


def test_two_exercises_are_drawn(keeper):
    entry = world.a_reviewer().reviewer_entry
    for day in (1, 20):
        said = {"held_on": date(2026, 5, day), "exercise": "One", "agreed": 7, "judged": 8}
        actions.record_calibration(entry, **said, by=a_registrar(), now=world.NOW)

    assert "staff-plot__line" in keeper.get(page_of(entry)).content.decode()


def test_agreement_is_read_where_all_reviews_are_in_and_nowhere_before(now):
    open_case = world.an_application_in_review()
    first, second = world.reviewers_of(open_case)
    world.a_review(open_case, first, recommendation="refuse")
    assert agreement_by_reviewer() == {}

    world.a_review(open_case, second)

    found = agreement_by_reviewer()
    assert {one: (found[one].pairs, found[one].same) for one in found} == {
        first.pk: (1, 0),
        second.pk: (1, 0),
    }


def test_a_few_pairs_are_told_as_too_few(keeper):
    application = world.a_recommended_application()
    reviewer = world.reviewers_of(application)[0]

    page = keeper.get(page_of(reviewer.reviewer_entry)).content.decode()

    assert "1 of 1" in page
    assert "too few for kappa" in page


def test_the_log_of_who_stepped_back_names_no_applicant_and_no_reason(keeper, now):
    applications = [world.an_application_in_review() for _one in range(2)]
    who = [world.reviewers_of(one)[0] for one in applications]
    for number, (application, person) in enumerate(zip(applications, who, strict=True)):
        at = now + timedelta(hours=number)
        actions.declare_conflict(application, reason="A canary.", by=person, now=at)

    page = keeper.get(reverse("certification_reviewers")).content.decode()

    assert [(one.person, one.letter) for one in recusals()] == [
        (who[1].name, "B"),
        (who[0].name, "A"),
    ]
    assert [one.letter for one in recusals(who[1])] == ["B"]
    assert "Application A" in page
    assert "A canary." not in page
    assert applications[0].applicant.name not in page


def test_the_register_asks_no_more_for_more_people(keeper, count_queries):
    for _one in range(6):
        world.a_recommended_application()
    keeper.get(reverse("certification_reviewers"))

    with count_queries(at_most=24):
        keeper.get(reverse("certification_reviewers"))


def test_somebody_says_not_by_me_and_takes_it_back(client, sign_in):
    person, about = world.a_reviewer(), a_person(name="Imran Okafor")
    sign_in(client, person)
    said = {"act": "declare", "email": about.email.upper(), "reason": "A canary."}

    page = client.post(reverse("declared_interests"), said, follow=True).content.decode()

    assert "Imran Okafor" in page
    assert "A canary." not in page
    one = StandingInterest.objects.get()
    client.post(reverse("end_interest"), {"interest": one.public_id})
    assert not StandingInterest.objects.in_force().exists()


def test_an_address_nobody_has_is_said_at_its_field(client, sign_in):
    sign_in(client, world.a_decider())
    said = {"act": "declare", "email": "nobody@example.org", "reason": "Because."}

    page = client.post(reverse("declared_interests"), said)

    assert "Nobody here has this address" in " ".join(page.context["form"].errors["email"])
    assert "Because." in page.content.decode()


def test_nobody_reads_or_ends_what_another_declared(client, sign_in, now):
    about = a_person(name="Imran Okafor")
    one = actions.declare_interest(about, by=world.a_reviewer(), now=now)
    sign_in(client, world.a_decider())

    assert "Imran Okafor" not in client.get(reverse("declared_interests")).content.decode()
    ended = client.post(reverse("end_interest"), {"interest": one.public_id})
    assert ended.status_code == 404
    assert StandingInterest.objects.in_force().exists()
