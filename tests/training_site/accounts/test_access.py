"""Second factor, roles taken away, the permission table, staff screens."""

import pytest
from django.urls import reverse

from tests.factories.accounts import a_person, a_registrar, a_trainee, an_administrator
from training_site.accounts.actions.identity import record_identity_seen
from training_site.accounts.actions.roles import take_role
from training_site.accounts.models import IdentityCheck, Invitation
from training_site.accounts.permissions import may, table
from training_site.accounts.roles import ADMIN_AREA_ROLES, SECOND_FACTOR_ROLES, Role
from training_site.accounts.throttle import within_limit
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", sorted(ADMIN_AREA_ROLES))
def test_no_staff_page_before_the_second_factor(client, sign_in, role):
    sign_in(client, a_person(role), second_factor=False)

    response = client.get("/admin/")

    assert response.status_code == 302
    assert response.url == reverse("mfa_activate_totp") + "?next=/admin/"


@pytest.mark.parametrize("role", sorted(ADMIN_AREA_ROLES))
def test_staff_with_a_second_factor_enter_the_admin(client, sign_in, role):
    sign_in(client, a_person(role))

    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("role", sorted(set(Role) - SECOND_FACTOR_ROLES))
def test_learners_have_no_business_in_the_admin(client, sign_in, role):
    sign_in(client, a_person(role))

    assert client.get("/admin/").status_code == 403


def test_wagtails_own_sign_in_leads_to_ours(client):
    assert client.get("/admin/login/").url == reverse("account_login")


def test_a_role_taken_away_is_gone_on_the_next_request(client, sign_in, now):
    registrar = a_registrar()
    sign_in(client, registrar)
    assert client.get(reverse("people")).status_code == 200

    take_role(registrar, Role.REGISTRAR, by=an_administrator(), now=now)

    assert client.get(reverse("people")).status_code in {302, 403}


def test_being_a_superuser_is_no_permission():
    superuser = a_person(is_superuser=True)

    assert [permission for permission in table() if may(superuser, permission)] == [
        permission for permission in table() if may(a_person(), permission)
    ]


def test_identity_is_recorded_without_a_copy_and_never_for_oneself(now):
    trainee, registrar = a_trainee(), a_registrar()

    record_identity_seen(trainee, seen_on=now.date(), by=registrar, now=now)

    assert IdentityCheck.objects.get().seen_by == registrar
    with pytest.raises(Refused, match="not_own_identity"):
        record_identity_seen(registrar, seen_on=now.date(), by=registrar, now=now)


def test_staff_invite_from_the_people_page(client, sign_in):
    sign_in(client, a_registrar())

    response = client.post(
        reverse("people_invite"),
        {"name": "Ana", "email": "ana@example.org", "role": "trainee", "days": "14"},
    )

    page = client.get(response.url)
    assert Invitation.objects.get().role == Role.TRAINEE
    assert Invitation.objects.get().token in page.content.decode()


def test_a_registrar_can_not_make_an_administrator(client, sign_in):
    sign_in(client, a_registrar())

    response = client.post(
        reverse("people_invite"),
        {"name": "Ana", "email": "ana@example.org", "role": "administrator", "days": "14"},
    )

    assert response.status_code == 200
    assert not Invitation.objects.exists()


def test_a_future_identity_date_is_said_at_its_field(client, sign_in):
    sign_in(client, a_registrar())
    trainee = a_trainee()

    response = client.post(
        reverse("people_person", args=[trainee.public_id]), {"seen_on": "2999-01-01"}
    )

    assert "seen_on" in response.context["identity_form"].errors
    assert not IdentityCheck.objects.exists()


def test_people_page_does_not_ask_per_person(client, sign_in, count_queries):
    for _ in range(12):
        a_trainee()
    sign_in(client, a_registrar())

    with count_queries(at_most=25):
        client.get(reverse("people"))


def test_leaving_quickly_locks_until_sign_in(client, sign_in):
    sign_in(client, a_trainee())

    response = client.post(reverse("quick_leave"), follow=True)

    assert b"You have left" in response.content
    assert "_auth_user_id" not in client.session


def test_signed_in_pages_are_stored_nowhere(client, sign_in):
    sign_in(client, a_trainee())

    assert "no-store" in client.get(reverse("notices"))["Cache-Control"]


def test_tries_are_counted_and_a_broken_cache_follows_the_policy(monkeypatch):
    tries = [within_limit("t", "k", limit=2, seconds=3600, fail_open=False) for _ in range(3)]

    def broken(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr("training_site.accounts.throttle.cache.add", broken)
    assert tries == [True, True, False]
    assert within_limit("t", "k", limit=2, seconds=3600, fail_open=True)
    assert not within_limit("t", "k", limit=2, seconds=3600, fail_open=False)
