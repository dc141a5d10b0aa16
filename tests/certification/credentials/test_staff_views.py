"""Staff screens of certificates and earlier certifications."""

import pytest
from django.urls import reverse

from tests.factories import decisions as world
from tests.factories.accounts import a_person
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
REASON = "The committee found that the code was breached."


def test_staff_withdraw_after_a_fresh_sign_in_and_it_shows(client, sign_in):
    certificate, decider = world.a_quick_certificate(), world.a_decider()
    address = reverse("certification_certificate", args=[certificate.public_id])
    sign_in(client, decider, fresh=False)
    stale = client.post(address, {"change": "withdraw", "reason": REASON})
    sign_in(client, decider)

    short = client.post(address, {"change": "withdraw", "reason": "no"})
    done = client.post(address, {"change": "withdraw", "reason": REASON})

    assert "reauthenticate" in stale.url
    assert "20 characters or more" in short.text
    assert done.status_code == 302
    assert "Withdrawn" in client.get(f"/verify/{certificate.number}/").text
    assert "only where an appeal is upheld" in client.get(address).text


def test_the_registrar_cannot_withdraw(client, sign_in):
    certificate = world.a_quick_certificate()
    sign_in(client, a_person(Role.REGISTRAR))
    address = reverse("certification_certificate", args=[certificate.public_id])

    response = client.post(address, {"change": "withdraw", "reason": REASON})

    assert "Select a valid choice" in response.text
    certificate.refresh_from_db()
    assert certificate.standing == "active"


def test_staff_find_a_certificate_by_number_as_typed(client, sign_in, count_queries):
    certificate = world.a_quick_certificate()
    world.a_quick_certificate()
    sign_in(client, a_person(Role.REGISTRAR))

    with count_queries(at_most=20):
        response = client.get(
            reverse("certification_certificates"), {"q": certificate.display_number.lower()}
        )

    assert [one for one, _telling in response.context["rows"]] == [certificate]


@pytest.mark.both_stacks
@pytest.mark.parametrize("page", ["certification_certificates", "people"])
def test_what_no_database_can_hold_is_searched_for_without_an_error(client, sign_in, page):
    sign_in(client, a_person(Role.REGISTRAR))

    assert client.get(reverse(page), {"q": "Ana\x00\u202e"}).context["search"] == "Ana"


def test_an_earlier_certification_is_recorded_and_approved_by_two_people(client, sign_in):
    holder, registrar, decider = a_person(), a_person(Role.REGISTRAR), world.a_decider()
    version = world.a_small_scheme()
    values = {
        "holder": holder.pk,
        "scheme_version": version.pk,
        "evidence": "Paper certificate seen",
        "granted_on": "2025-01-01",
        "valid_until": "2027-12-31",
    }
    sign_in(client, registrar)
    client.post(reverse("certification_records"), values)
    record = holder.recorded_certifications.get()
    sign_in(client, decider)

    client.post(reverse("approve_record", args=[record.public_id]))

    record.refresh_from_db()
    assert record.approved_by == decider
