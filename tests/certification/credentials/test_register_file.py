"""The register of certificates as a file: what the page finds, for whom the page is, recorded once."""

import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.certification.decisions.test_people import an_outsider
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent, AuditText

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
VERB = "certification.certificates.exported"


def address() -> str:
    return reverse("certification_certificates")


def lines_of(response) -> list[list[str]]:
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline="")))


def test_the_file_holds_what_the_page_finds(client, sign_in):
    certificate, other = world.a_quick_certificate(), world.a_quick_certificate()
    sign_in(client, a_registrar())

    everything = lines_of(client.get(address(), {"format": "csv"}))
    found = lines_of(client.get(address(), {"format": "csv", "q": certificate.display_number}))

    assert {line[2] for line in everything[1:]} == {
        certificate.display_number,
        other.display_number,
    }
    [line] = found[1:]
    assert line[0] == certificate.holder.name
    assert line[4:] == [
        "Valid",
        certificate.valid_from.isoformat(),
        certificate.valid_until.isoformat(),
    ]
    first, second = AuditEvent.objects.filter(verb=VERB).order_by("pk")
    said = [AuditText.objects.get(event=one).values for one in (first, second)]
    assert [(one["rows"], one["filter"]) for one in said] == [
        ("2", ""),
        ("1", "Searched by name or number"),
    ]


def test_whoever_is_here_for_one_case_takes_nobody_along(client, sign_in, now):
    """A decision-maker from outside reaches no certificates, on the page and in the file."""
    certificate = world.a_quick_certificate()
    outsider = an_outsider(world.an_application_in_review(), now, role=Role.DECISION_MAKER)
    sign_in(client, outsider)

    answer = client.get(address(), {"format": "csv"})

    assert certificate.holder.name not in answer.text
    assert len(lines_of(answer)) == 1


def test_it_opens_as_a_workbook_in_which_nothing_is_a_formula(client, sign_in):
    certificate = world.a_quick_certificate()
    certificate.holder.name = "=HYPERLINK(1)"
    certificate.holder.save()
    sign_in(client, a_registrar())

    content = client.get(address(), {"format": "xlsx"}).content

    page = load_workbook(BytesIO(content)).active
    assert page["A2"].value == "'=HYPERLINK(1)"
    assert {cell.data_type for line in page.iter_rows() for cell in line} == {"s"}


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ADMINISTRATOR, Role.COMPLAINTS_OFFICER])
def test_others_get_nothing_and_nothing_is_recorded(client, sign_in, role):
    certificate = world.a_quick_certificate()
    sign_in(client, a_person(role))

    answer = client.get(address(), {"format": "csv"})

    assert answer.status_code != 200
    assert certificate.holder.name not in answer.text
    assert not AuditEvent.objects.filter(verb=VERB).exists()


def test_looking_is_not_recorded(client, sign_in):
    world.a_quick_certificate()
    sign_in(client, a_registrar())

    page = client.get(address(), {"q": "a b&c", "format": "pdf"})

    assert page.context["query"] == "q=a+b%26c"
    assert not AuditEvent.objects.filter(verb=VERB).exists()


@pytest.mark.both_stacks
def test_as_many_queries_for_eight_as_for_two(client, sign_in, count_queries):
    sign_in(client, a_registrar())
    for _ in range(2):
        world.a_quick_certificate()
    client.get(address(), {"format": "csv"})
    with count_queries(at_most=30) as few:
        client.get(address(), {"format": "csv"})
    for _ in range(6):
        world.a_quick_certificate()

    with count_queries(at_most=len(few)):
        client.get(address(), {"format": "csv"})
