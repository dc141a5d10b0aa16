"""The page of figures: who reads it, what it says of few and of enough, and what it asks."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client

from certification.decisions import actions
from certification.figures.views import figures as view
from tests.factories.accounts import a_person, a_registrar
from tests.factories.appeals import an_answer, an_appeal
from tests.factories.decisions import (
    NOW,
    a_decider,
    a_decision,
    a_quick_certificate,
    a_recommended_application,
    a_review,
    a_reviewer,
    a_submitted_application,
    an_applicant,
    an_application_in_review,
)
from training_site.accounts.actions.invitations import accept
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
FIGURES = "/admin/certification/figures/"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _three_weeks_later(monkeypatch):
    """The factories live on one day; the page is read after what they did."""
    monkeypatch.setattr(view, "timezone", SimpleNamespace(now=lambda: NOW + 20 * DAY))


@pytest.fixture
def enter(sign_in):
    """A browser of one's own for each person."""
    return lambda person: sign_in(Client(), person)


@pytest.fixture
def registrar(enter):
    return enter(a_registrar())


def decided(people: int, *, outcome: str = "grant", says=("grant", "grant")) -> None:
    """Each handed in, reviewed after six days, decided after ten."""
    reviewers, decider = [a_reviewer() for _each in says], a_decider()
    for _one in range(people):
        application = an_application_in_review(reviewers=0)
        actions.assign_reviewers(application, people=reviewers, by=a_registrar(), now=NOW)
        for reviewer, said in zip(reviewers, says, strict=True):
            a_review(application, reviewer, recommendation=said, now=NOW + 6 * DAY)
        application.refresh_from_db()
        a_decision(application, outcome=outcome, by=decider, now=NOW + 10 * DAY)


def totals(page) -> list:
    return [row.total for row in page.context["decisions"].rows]


def test_a_new_association_is_told_what_will_be_here(registrar):
    page = registrar.get(FIGURES).content.decode()

    assert "Nothing to count yet" in page
    assert "figures-strip" not in page


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.ADMINISTRATOR, Role.DECISION_MAKER])
def test_those_who_run_the_house_read_it(enter, role):
    assert enter(a_person(role)).get(FIGURES).status_code == 200


def test_whoever_was_invited_for_one_case_does_not(enter):
    case = actions.invite_outsider(
        a_recommended_application(),
        email="outside@example.org",
        name="Olga Outside",
        role=Role.DECISION_MAKER,
        by=a_registrar(),
        now=NOW,
    )
    guest = accept(case.invitation, name="Olga Outside", password="a long sentence", now=NOW)

    assert enter(guest).get(FIGURES).status_code == 302


def test_of_four_people_nothing_is_said(registrar):
    decided(4)

    page = registrar.get(FIGURES)

    assert [one.how for one in totals(page)] == ["few", "told", "told", "told"]
    assert all(row.middle is None for row in page.context["times"].rows)
    assert page.context["agreement"].whole is None
    assert "Fewer than 5 people’s cases were reviewed twice" in page.content.decode()


def test_of_five_people_it_says_how_long_and_what(registrar):
    decided(5, says=("grant", "defer"))

    page = registrar.get(FIGURES)

    times = {row.word: row for row in page.context["times"].rows}
    assert times["In review"].middle.median == pytest.approx(6)
    assert times["In review"].people == 5
    assert times["Waiting for the decision"].middle.median == pytest.approx(4)
    assert times["Something is missing"].middle is None
    assert [one.number for one in totals(page)] == [5, 0, 0, 0]
    assert page.context["agreement"].whole.percent == 0
    assert page.context["agreement"].pairs == 5


def test_a_grant_after_an_appeal_is_one_of_its_own(registrar):
    appeal = an_appeal()
    an_answer(appeal)
    application = appeal.application
    application.refresh_from_db()
    people = [a_reviewer(), a_reviewer()]
    actions.assign_reviewers(application, people=people, by=a_registrar(), now=NOW + 4 * DAY)
    for reviewer in people:
        a_review(application, reviewer, now=NOW + 5 * DAY)
    application.refresh_from_db()
    a_decision(application, now=NOW + 6 * DAY)

    page = registrar.get(FIGURES)

    assert [one.how for one in totals(page)] == ["told", "told", "few", "few"]
    assert page.context["appeals"]["upheld"].how == "few"
    assert page.context["appeals"]["waiting"].number == 0


def test_cases_past_their_promise_are_counted_beside_those_in_time(registrar):
    for _one in range(5):
        a_submitted_application(now=NOW)

    page = registrar.get(FIGURES)

    row = page.context["times"].rows[0]
    assert (row.now.number, row.late.number) == (5, 5)


def test_conditions_are_overdue_after_their_last_extension(registrar):
    for _one in range(5):
        decision = a_decision(outcome="defer")
        condition = decision.conditions.get()
        condition.events.create(
            applicant=decision.applicant,
            what="extended",
            text="More time.",
            due_on=date(2027, 3, 1),
            by=decision.decision_maker,
            at=NOW,
        )

    now = registrar.get(FIGURES).context["conditions"]

    assert (now["open"].number, now["overdue"].number) == (5, 0)


def test_terms_that_end_stand_in_their_months_and_certificates_in_their_state(registrar):
    keeper, decider = a_registrar(), a_decider()
    for _one in range(5):
        a_quick_certificate(granted_on=date(2024, 2, 10), registrar=keeper, decider=decider)
    a_quick_certificate(granted_on=date(2021, 2, 10), registrar=keeper, decider=decider)

    context = registrar.get(FIGURES).context

    months = [(period.name, figures[0].number) for period, figures in context["renewals"].table]
    assert months[0] == ("December 2026", 0)
    assert ("February 2027", 5) in months
    certificates = {str(word): figure for word, figure, _width in context["certificates"]["rows"]}
    assert certificates["Valid"].number == 5
    assert certificates["Expired"].how == "few"
    assert context["certificates"]["total"].how == "withheld"


def test_a_span_that_is_not_offered_is_the_usual_one(registrar):
    decided(1)

    assert registrar.get(FIGURES, {"months": "12"}).context["months"] == 12
    assert registrar.get(FIGURES, {"months": "36"}).context["months"] == 36
    assert registrar.get(FIGURES, {"months": "9 OR 1"}).context["months"] == 12


def test_it_asks_no_more_for_more(registrar, count_queries):
    decided(1)
    registrar.get(FIGURES)
    with count_queries() as few:
        registrar.get(FIGURES)
    decided(4, outcome="defer")
    an_appeal(a_decision(a_recommended_application(an_applicant()), outcome="refuse"))

    with count_queries(exactly=len(few)):
        registrar.get(FIGURES, {"months": "36"})
