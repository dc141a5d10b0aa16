"""Whether somebody is certified today: every place that is asked says what the one function says."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from certification.credentials import storage
from certification.credentials.actions import record_certification, share
from certification.credentials.addresses import host
from certification.credentials.documents.credential import credential_id
from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import HELD
from certification.credentials.rules.public_state import CERTIFIED_NOW
from certification.figures.asked import certificates_now
from certification.registry.models import RegistryListing
from certification.renewals.peers import can_be_peer
from tests.certification.credentials.stand_alone import verifier
from tests.certification.registry.test_verify import STATES
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("plain_documents"),
    pytest.mark.lesson(57),
]
GRACE = 90
LAST_DAYS = {"last day": 0, "grace begins": -1, "grace ends": -GRACE, "over": -GRACE - 1}


def a_certificate(case: str) -> Certificate:
    """In a public state, or with its last day so many days from today."""
    if case in STATES:
        return world.a_certificate_showing(case)
    last = timezone.now().date() + timedelta(days=LAST_DAYS[case])
    begun = (last + timedelta(days=1)).replace(year=last.year - 3)
    return world.a_quick_certificate(granted_on=begun)


def in_the_export(client, certificate) -> bool:
    one, did = verifier(), client.get("/.well-known/did.json").json()
    export = one.read_export(client.get("/credentials/status/export").content.decode(), did)
    begun = f"{certificate.valid_from}T00:00:00+00:00"
    credential = {"id": credential_id(certificate.frozen, host()), "validFrom": begun}
    found = one.state_in(export, credential)
    return bool(found) and found[0] in one.CERTIFIED


def by_its_file(client, certificate) -> bool:
    file = SimpleUploadedFile("c.pdf", storage.path_of(certificate, "pdf").read_bytes())
    page = client.post(reverse("verify_file"), {"file": file}).text
    return ">Valid</h1>" in page or ">Valid, renewal due</h1>" in page


@pytest.mark.parametrize("case", [*STATES, *LAST_DAYS])
def test_every_place_gives_the_same_answer(client, case):
    now, certificate = timezone.now(), a_certificate(case)
    certificate.refresh_from_db()
    holder, today = certificate.holder, now.date()
    held = Certificate.objects.held_on(holder, today).exists()
    number = f"/verify/{certificate.number}"
    page = client.get(f"{number}/").text

    assert held is (case in ("valid", "renewal_due", "last day", "grace begins", "grace ends"))
    assert client.get(f"{number}.json").json()["certified"] is held
    assert (">Valid</h1>" in page or ">Valid, renewal due</h1>" in page) is held
    assert by_its_file(client, certificate) is held
    assert in_the_export(client, certificate) is held
    assert any(state in CERTIFIED_NOW for state, _person in certificates_now(today)) is held
    assert can_be_peer(holder, a_person(), today) is held
    if certificate.standing in HELD:
        link = share(certificate, days=7, by=holder, now=now)
        card = client.get(f"/credentials/{certificate.public_id}/card.png?token={link.token}")
        assert (card.status_code == 200) is held


@pytest.mark.parametrize("case", [*STATES, *LAST_DAYS])
def test_the_list_of_people_is_never_kinder(case):
    """It shows nobody in the days of grace, and else whoever is certified."""
    today, certificate = timezone.now().date(), a_certificate(case)
    RegistryListing.objects.create(
        certificate=certificate, name_shown=True, listed=True, changed_at=timezone.now()
    )

    held = Certificate.objects.held_on(certificate.holder, today).filter(valid_until__gte=today)

    assert RegistryListing.objects.shown_on(today).exists() is held.exists()


def test_nothing_is_recorded_before_it_begins(now):
    """Else its page would say Valid while nobody is certified by it yet."""
    with pytest.raises(Refused, match="date_in_future"):
        record_certification(
            a_person(),
            scheme_version=world.a_small_scheme(),
            evidence="Paper certificate seen",
            granted_on=now.date() + timedelta(days=1),
            valid_until=now.date() + timedelta(days=365),
            by=a_registrar(),
            now=now,
        )
