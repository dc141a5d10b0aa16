"""Every act that binds asks for a fresh sign-in, and none of them runs without it."""

import uuid
from datetime import date

import pytest
from django.urls import resolve, reverse

from certification.credentials.models import RecordedCertification
from tests.factories import decisions as world

ONE = uuid.UUID(int=1)
BINDING = {
    "month_sheet": {"public_id": ONE, "month": date(2026, 11, 1)},
    "practice_agreement_desk": {"public_id": ONE},
    "dossier_statement": {"public_id": ONE},
    "dossier_decide": {"public_id": ONE},
    "certification_appeal": {"public_id": ONE},
    "certification_certificate": {"public_id": ONE},
    "correct_certificate_name": {"public_id": ONE},
    "narrow_certificate_scope": {"public_id": ONE},
    "change_number": {"public_id": ONE},
    "certification_records": {},
    "approve_record": {"public_id": ONE},
    "policy": {"policy": "code-of-ethics"},
}


@pytest.mark.parametrize("name", BINDING)
def test_what_binds_asks_for_a_fresh_sign_in(name):
    view = resolve(reverse(name, kwargs=BINDING[name])).func

    assert view.step_up


@pytest.mark.django_db
def test_nothing_is_recorded_without_it(client, sign_in):
    registrar = sign_in(client, world.a_registrar(), fresh=False)

    asked = registrar.post("/admin/certification/records/", {"evidence": "Seen"})

    assert asked.status_code == 302
    assert "reauthenticate" in asked.url or "2fa" in asked.url
    assert not RecordedCertification.objects.exists()
