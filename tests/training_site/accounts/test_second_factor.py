"""Setting a second factor up opens the staff pages; showing it is asked of each session."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.urls import reverse

from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent

pytestmark = pytest.mark.django_db


def code_for(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def set_up(client):
    page = client.get(reverse("mfa_activate_totp"))
    code = code_for(page.context["form"].secret)
    return client.post(reverse("mfa_activate_totp"), {"code": code})


def test_whoever_has_just_set_it_up_enters_the_staff_pages(client, sign_in):
    sign_in(client, a_registrar(), second_factor=False)

    set_up(client)

    assert client.get("/admin/").status_code == 200


def test_a_session_from_before_is_asked_for_the_code_not_for_switching_it_off(client, sign_in):
    registrar = a_registrar()
    sign_in(client, registrar)
    sign_in(client, registrar, second_factor=False)

    response = client.get("/admin/people/?page=2")

    assert response.url.startswith(reverse("mfa_reauthenticate"))
    assert "next=" in response.url


def test_setting_it_up_is_recorded_and_told(client, sign_in, run_jobs):
    registrar = a_registrar()
    sign_in(client, registrar, second_factor=False)

    set_up(client)
    run_jobs()

    assert Authenticator.objects.filter(user=registrar, type="totp").exists()
    assert AuditEvent.objects.filter(verb="accounts.second_factor.added").count() == 1
    assert Notice.objects.get(person=registrar).event == "accounts.sign_in_changed"
    assert mail.outbox[0].subject == "About your account"


def test_switching_it_off_is_recorded_and_closes_the_staff_pages(client, sign_in):
    sign_in(client, a_registrar())

    client.post(reverse("mfa_deactivate_totp"))

    assert AuditEvent.objects.filter(verb="accounts.second_factor.removed").count() == 1
    assert client.get("/admin/").url.startswith(reverse("mfa_activate_totp"))


def test_a_changed_password_is_recorded_and_told(client, sign_in):
    person = a_person()
    sign_in(client, person, second_factor=False)
    new = "seven quiet herons at dawn"

    client.post(
        reverse("account_change_password"),
        {"oldpassword": "triad-demo", "password1": new, "password2": new},
    )

    assert AuditEvent.objects.filter(verb="accounts.password.changed", actor_id=person.public_id)
    assert Notice.objects.filter(person=person).count() == 1
