"""The queue: by step, late, in need of a person; and several cases given out at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.decisions import actions
from certification.decisions.models import Application, ReviewAssignment
from certification.decisions.models.applications import ApplicationState
from certification.decisions.queue import PROMISED, Chosen, is_late, steps_of
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db
QUEUE = "/admin/certification/queue/"


@pytest.fixture
def registrar(client, sign_in):
    return sign_in(client, a_registrar())


def in_need(**fields) -> Application:
    """Found complete, and nobody to review it."""
    return world.an_application_in_review(world.an_applicant(**fields), reviewers=0)


def chosen(page) -> set:
    return {row.application for row in page.context["rows"]}


def test_each_step_has_its_promise_and_its_count(now):
    submitted, reviewed = world.a_submitted_application(), world.an_application_in_review()

    steps = {one.state: one for one in steps_of(Application.objects.open(), now)}

    assert set(steps) == set(PROMISED) == set(ApplicationState) - {"draft", "decided"}
    assert (steps["submitted"].cases, steps["in_review"].cases) == (1, 1)
    assert (steps["recommended"].cases, steps["recommended"].late) == (0, 0)
    for application in (submitted, reviewed):
        days = steps[application.state].days
        assert application.step_due_at == application.step_since + timedelta(days=days)


@pytest.mark.parametrize(("later", "late"), [(timedelta(0), False), (timedelta(seconds=1), True)])
def test_late_is_what_the_dossier_calls_late(now, later, late):
    application = world.a_submitted_application()
    then = application.step_due_at + later

    assert Application.objects.filter(is_late(then)).exists() is late
    assert (application.step_due_at < then) is late


def test_what_waits_for_the_applicant_is_never_late(now):
    application = world.a_submitted_application()
    actions.check_completeness(
        application, complete=False, note="The letter.", by=a_registrar(), now=now
    )

    assert not Application.objects.filter(is_late(now + timedelta(days=900))).exists()


def test_the_queue_is_narrowed_by_step_and_by_need(registrar):
    submitted, needing = world.a_submitted_application(), in_need()
    whole = world.an_application_in_review()

    assert chosen(registrar.get(QUEUE)) == {submitted, needing, whole}
    assert chosen(registrar.get(QUEUE, {"state": "in_review"})) == {needing, whole}
    assert chosen(registrar.get(QUEUE, {"only": "people"})) == {needing}
    assert chosen(registrar.get(QUEUE, {"state": "submitted", "only": "people"})) == set()
    assert chosen(registrar.get(QUEUE, {"state": "nonsense"})) == {submitted, needing, whole}


def test_only_the_late_ones(registrar):
    now = timezone.now()
    late, young = world.a_submitted_application(), world.a_submitted_application()
    Application.objects.filter(pk=late.pk).update(step_since=now - timedelta(days=15))
    Application.objects.filter(pk=young.pk).update(step_since=now)

    page = registrar.get(QUEUE, {"only": "late"})

    assert chosen(page) == {late}
    assert "1 late" in page.content.decode()


def test_an_empty_answer_leads_back_to_all(registrar):
    page = registrar.get(QUEUE, {"state": "appealed"}).content.decode()

    assert "No case answers to this." in page


def test_what_was_chosen_goes_on_to_the_next_page():
    assert Chosen.read({"state": "in_review", "only": "late"}).query == "state=in_review&only=late&"
    assert Chosen.read({}).query == ""


def test_several_are_given_out_by_load(registrar):
    cases = [in_need() for _one in range(3)]
    for _one in range(3):
        world.a_reviewer()

    page = registrar.post(
        reverse("assign_many"), {"case": [one.public_id for one in cases]}
    ).content.decode()

    load = ReviewAssignment.objects.open_load()
    assert sorted(load.values()) == [2, 2, 2]
    assert page.count("Assigned:") == 3
    assert "invite them" not in page


def test_each_says_who_is_missing_and_why(registrar, now):
    applicant = world.an_applicant(name="Imran Okafor")
    away, free = world.a_reviewer(name="Ruth Adeyemi"), world.a_reviewer(name="Rafael Costa")
    actions.declare_interest(applicant, by=away, now=now)
    needing = world.an_application_in_review(applicant, reviewers=0)

    page = registrar.post(reverse("assign_many"), {"case": [needing.public_id]}).content.decode()

    assert "Assigned: Rafael Costa." in page
    assert "You need 1 more person: invite them" in page
    assert "Ruth Adeyemi: declared a conflict" in page
    assert reverse("dossier_invite", args=[needing.public_id]) in page
    assert list(needing.assignments.values_list("reviewer", flat=True)) == [free.pk]


def test_one_that_moved_on_meanwhile_holds_back_no_other(registrar):
    moved, needing = world.a_submitted_application(), in_need()
    world.a_reviewer()

    page = registrar.post(
        reverse("assign_many"), {"case": [moved.public_id, needing.public_id]}
    ).content.decode()

    assert "at another step now" in page
    assert needing.assignments.count() == 1


def test_nothing_chosen_and_ids_of_nobody_are_said_kindly(registrar):
    for body in ({}, {"case": ["nonsense"]}, {"case": ["00000000-0000-4000-8000-000000000000"]}):
        page = registrar.post(reverse("assign_many"), body, follow=True)
        assert "Choose at least one case." in page.content.decode()


def test_a_registrar_assigns_nobody_to_her_own_case(client, sign_in, now):
    needing = in_need()
    world.a_reviewer()
    give_role(needing.applicant, Role.REGISTRAR, by=None, now=now)
    sign_in(client, needing.applicant)

    client.post(reverse("assign_many"), {"case": [needing.public_id]})

    assert not needing.assignments.exists()


def test_the_queue_asks_no_more_for_more_cases(registrar, count_queries):
    for _one in range(6):
        in_need()
    registrar.get(QUEUE)

    with count_queries(at_most=30):
        registrar.get(QUEUE)
    with count_queries(at_most=32):
        registrar.get(QUEUE, {"only": "people"})
