"""Staff who are certified themselves read of their own case what every holder reads, and no more."""

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.complaints import actions
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from tests.factories.complaints import a_complaint, a_measure
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.DECISION_MAKER])
def test_no_page_of_staff_tells_them_who_suspended_them(client, sign_in, role):
    holder = a_person(Role.CERTIFICANT, role)
    certificate = world.a_quick_certificate(holder)
    measure = a_measure(a_complaint(holder), "suspension")
    decider = world.a_decider(name="Dora Decider")
    actions.carry_out_suspension(measure, by=decider, now=timezone.now())
    sign_in(client, holder)
    pages = [
        reverse("certification_certificate", args=[certificate.public_id]),
        reverse("certification_certificates") + f"?q={certificate.number}",
        reverse("certification_recalls"),
        reverse("registry_desk"),
        reverse("certification_queue"),
    ]

    told = {page: client.get(page, follow=True).text for page in pages}

    assert [page for page, text in told.items() if "Dora Decider" in text] == []
    assert "measure of a complaint" not in told[pages[0]].lower()
    assert "Suspended" in told[pages[0]]


def test_they_do_nothing_to_it_there(client, sign_in):
    holder = a_person(Role.CERTIFICANT, Role.REGISTRAR)
    certificate = world.a_quick_certificate(holder)
    page = reverse("certification_certificate", args=[certificate.public_id])
    sign_in(client, holder)

    sent = client.post(page, {"change": "resign", "reason": "I leave the profession now."})

    assert sent.url == reverse("certificate", args=[certificate.public_id])
    certificate.refresh_from_db()
    assert certificate.standing == "active"
