"""The queue as a file: narrowed as its page is, and without names for people from outside."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from tests.certification.decisions.test_people import an_outsider
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent, AuditText

pytestmark = pytest.mark.django_db
VERB = "certification.queue.exported"


def taken(client, **query) -> list[list[str]]:
    response = client.get(reverse("certification_queue"), {"format": "csv", **query})
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline="")))[1:]


def test_the_file_is_narrowed_as_the_page_is_and_says_so_in_the_record(client, sign_in):
    submitted = world.a_submitted_application()
    reviewed = world.an_application_in_review()
    sign_in(client, a_registrar())

    everything, [line] = taken(client), taken(client, state="in_review")

    names = {submitted.applicant.name, reviewed.applicant.name}
    assert {each[0] for each in everything} == names
    assert line[:2] == [reviewed.applicant.name, "In review"]
    said = [one.values for one in AuditText.objects.filter(event__verb=VERB).order_by("event")]
    assert [(one["rows"], one["filter"], one["format"]) for one in said] == [
        ("2", "", "csv"),
        ("1", "In review", "csv"),
    ]


def test_a_reviewer_takes_along_only_what_is_assigned(client, sign_in):
    mine, other = world.an_application_in_review(), world.an_application_in_review()
    sign_in(client, mine.assignments.first().reviewer)

    names = {line[0] for line in taken(client)}

    assert other.applicant.name not in names
    assert names == {mine.applicant.name}


def test_from_outside_a_letter_stands_for_the_name(client, sign_in, now):
    application = world.an_application_in_review(reviewers=0)
    outsider = an_outsider(application, now)
    sign_in(client, outsider)

    [line] = taken(client)

    assert application.applicant.name not in " ".join(line)


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.ADMINISTRATOR, Role.COMPLAINTS_OFFICER])
def test_others_get_nothing_and_nothing_is_recorded(client, sign_in, role):
    application = world.a_submitted_application()
    sign_in(client, a_person(role))

    answer = client.get(reverse("certification_queue"), {"format": "csv"})

    assert answer.status_code != 200
    assert application.applicant.name not in answer.text
    assert not AuditEvent.objects.filter(verb=VERB).exists()


@pytest.mark.both_stacks
def test_as_many_queries_for_eight_as_for_two(client, sign_in, count_queries):
    sign_in(client, a_registrar())
    for _ in range(2):
        world.an_application_in_review()
    taken(client)
    with count_queries(at_most=30) as few:
        taken(client)
    for _ in range(6):
        world.a_submitted_application()

    with count_queries(at_most=len(few)):
        taken(client)
