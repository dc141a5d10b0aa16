"""The learner's home: one next step, in the order of the story."""

from datetime import date

import pytest
from django.urls import reverse

from assessments.models import Assessment
from courses.models import ProgrammePage
from tests.factories.accounts import a_person, a_registrar, a_trainee
from tests.factories.assessments import a_learner_who_passed, an_assessment
from tests.factories.courses import a_course, a_home, an_enrolment, do, lessons_in
from training_site.accounts.actions.identity import record_identity_seen
from training_site.accounts.hats import hats_of
from training_site.accounts.roles import Role
from training_site.content.actions import attest
from training_site.content.models import PolicyVersion
from training_site.content.onboarding import ONBOARDING_POLICIES
from training_site.dashboard.home import home_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def policies():
    return [
        PolicyVersion.objects.create(
            policy=policy,
            number="1",
            title=policy,
            body="<p>Text.</p>",
            effective_from=date(2026, 1, 1),
        )
        for policy in ONBOARDING_POLICIES
    ]


@pytest.fixture
def course():
    return a_course(lessons=2)


@pytest.fixture
def enrolment(course):
    return an_enrolment(course, a_trainee(name="Ana Reyes"))


@pytest.fixture
def trainee(enrolment):
    return enrolment.learner


def test_signing_comes_first(policies, trainee, now):
    step = home_of(trainee, now).next_step

    assert step.url == "/policies/jurisdiction-notice/?next=/learn/"


def test_then_the_first_lesson_then_the_next_one(policies, course, enrolment, trainee, now):
    lessons = lessons_in(course)
    for version in policies:
        attest(trainee, version, typed_name="Ana Reyes", now=now)

    before = home_of(trainee, now).next_step
    do(enrolment, lessons[0], course)

    assert before.title.endswith(lessons[0].title)
    assert home_of(trainee, now).next_step.title.endswith(lessons[1].title)


def test_identity_not_seen_is_said_until_it_is(client, sign_in, policies, trainee, now):
    sign_in(client, trainee)
    before = client.get(reverse("learn")).content

    record_identity_seen(trainee, seen_on=now.date(), by=a_registrar(), now=now)

    assert b"Age and identity" in before
    assert home_of(trainee, now).identity_seen


def test_without_a_course_the_page_says_what_will_be_here(client, sign_in):
    a_home()
    sign_in(client, a_trainee())

    assert b"No course is open to you yet" in client.get(reverse("learn")).content


def test_the_final_examination_stands_below_the_courses_until_it_is_the_next_step(
    client, sign_in, course, enrolment, trainee, now
):
    final = Assessment.objects.create(slug="final", title="The end", draws=1, pass_marks=1)
    ProgrammePage.objects.filter(pk=enrolment.programme_id).update(assessment=final)
    sign_in(client, trainee)

    assert "Opens when every course is complete." in client.get(reverse("learn")).text

    enrolment.refresh_from_db()
    for lesson in lessons_in(course):
        do(enrolment, lesson, course)
    step = home_of(trainee, now).next_step
    assert (step.title, step.url) == (final.title, reverse("assessment", args=[final.public_id]))


def test_the_home_asks_a_bounded_number_of_questions(
    client, sign_in, policies, trainee, count_queries
):
    sign_in(client, trainee)
    client.get(reverse("learn"))

    with count_queries(at_most=30):
        client.get(reverse("learn"))


@pytest.mark.parametrize(
    ("role", "area"),
    [
        (Role.TRAINEE, "/learn/"),
        (Role.MENTOR, "/supervision/"),
        (Role.REGISTRAR, "/admin/"),
    ],
)
def test_sign_in_leads_to_the_first_of_ones_areas(client, settings, role, area):
    settings.DEMO = True
    person = a_person(role)

    response = client.post(
        reverse("account_login"), {"login": person.email, "password": "triad-demo"}
    )

    assert response.url == area


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/certification/path/", ["/certification/"]),
        ("/credentials/anything/", ["/certification/"]),  # her certificate is part of that area
        ("/practice/", ["/practice/"]),
        ("/help/", []),
    ],
)
def test_the_header_marks_the_area_one_is_in(path, current):
    intern = a_person(Role.INTERN)

    assert [hat["url"] for hat in hats_of(intern, path) if hat["current"]] == current


def test_an_assessment_beside_the_courses_is_led_to(client, sign_in, now):
    """One that a course leads to stands in its outline and is not told twice."""
    beside = an_assessment(title="Working through cases")
    learner = a_learner_who_passed(beside, now=now)
    an_enrolment(a_course(assessment=an_assessment(title="The course's own")), learner)
    sign_in(client, learner)

    page = client.get("/learn/").text

    assert reverse("assessment", args=[beside.public_id]) in page
    assert [(one.title, one.is_passed) for one in home_of(learner, now).further] == [
        ("Working through cases", True)
    ]
