"""Staff enrol and end; nobody else gets near it."""

import pytest
from django.test import Client

from courses.models import Enrolment
from tests.factories.accounts import a_person, a_registrar, a_trainee
from tests.factories.courses import a_cohort, a_course, a_programme, an_enrolment, do, lessons_in
from training_site.accounts.actions.invitations import accept, invite
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar(client, sign_in):
    return sign_in(client, a_registrar())


def test_the_list_begins_empty_and_then_shows_who_is_enrolled(registrar):
    assert "Nobody is enrolled yet" in registrar.get("/admin/enrolments/").text
    course = a_course(lessons=1)
    enrolment = an_enrolment(course, a_trainee(name="Thea Lindqvist"))
    do(enrolment, lessons_in(course)[0], course)

    page = registrar.get("/admin/enrolments/")

    assert "Thea Lindqvist" in page.text
    assert page.context["page"].object_list[0].lessons_done == 1


def test_enrolling_by_address(registrar):
    programme, learner = a_programme(), a_trainee()
    cohort = a_cohort(programme)

    answer = registrar.post(
        "/admin/enrolments/add/",
        {"learner": learner.email.upper(), "programme": programme.pk, "cohort": cohort.pk},
    )

    assert answer.status_code == 302
    assert Enrolment.objects.active().get(learner=learner).cohort == cohort


@pytest.mark.parametrize(
    ("learner", "said"),
    [
        ("nobody@example.org", "No learner has this address"),
        ("", "This field is required"),
        ("x" * 300, "Enter a valid email address"),
    ],
)
def test_a_wrong_address_is_said_at_its_field(registrar, learner, said):
    page = registrar.post(
        "/admin/enrolments/add/", {"learner": learner, "programme": a_programme().pk}
    )

    assert said in page.text
    assert not Enrolment.objects.exists()


def test_a_cohort_of_another_programme_and_a_second_enrolment_are_said(registrar):
    programme, learner = a_programme(), a_trainee()
    wrong = {
        "learner": learner.email,
        "programme": programme.pk,
        "cohort": a_cohort(a_programme()).pk,
    }
    right = {"learner": learner.email, "programme": programme.pk}

    assert "belongs to another programme" in registrar.post("/admin/enrolments/add/", wrong).text
    registrar.post("/admin/enrolments/add/", right)
    assert (
        "enrolled in the programme already" in registrar.post("/admin/enrolments/add/", right).text
    )
    assert Enrolment.objects.count() == 1


def test_ending_says_what_it_does_and_does_it_once(registrar):
    enrolment = an_enrolment(a_course(lessons=1))
    path = f"/admin/enrolments/{enrolment.public_id}/end/"

    assert "stay theirs" in registrar.get(path).text
    registrar.post(path)
    enrolment.refresh_from_db()
    ended = enrolment.ended_at
    page = registrar.post(path, follow=True)

    enrolment.refresh_from_db()
    assert enrolment.ended_at == ended
    assert "This enrolment has ended" in page.text


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.REVIEWER, Role.TRAINEE])
def test_others_do_not_enrol(sign_in, role):
    enrolment = an_enrolment(a_course(lessons=1))
    other = sign_in(Client(), a_person(role))

    for path in ("", "add/", f"{enrolment.public_id}/end/"):
        assert other.post(f"/admin/enrolments/{path}").status_code in {302, 403, 405}
    enrolment.refresh_from_db()
    assert enrolment.ended_at is None


def test_a_trainee_invited_where_there_is_one_programme_starts_in_it(now):
    programme = a_programme()
    invitation = invite(
        email="new@example.org", name="New", role=Role.TRAINEE, by=a_registrar(), now=now
    )

    person = accept(invitation, name="New", password="a long enough password", now=now)

    assert Enrolment.objects.active().get(learner=person).programme == programme
