"""Giving and taking roles: by a fresh sign-in, recorded, and never the last administrator's."""

import pytest
from django.urls import reverse

from tests.factories.accounts import a_trainee, an_administrator
from training_site.accounts.actions.roles import take_role
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def page_of(person):
    return reverse("people_person", args=[person.public_id])


def test_a_role_is_given_and_recorded(client, sign_in):
    person, administrator = a_trainee(), an_administrator()
    sign_in(client, administrator)

    client.post(page_of(person), {"role": "reviewer"})

    assert User.objects.get(pk=person.pk).has_role(Role.REVIEWER)
    assert AuditEvent.objects.filter(
        verb="accounts.role.given", actor_id=administrator.public_id
    ).exists()


def test_giving_a_role_asks_for_a_fresh_sign_in(client, sign_in):
    person = a_trainee()
    sign_in(client, an_administrator(), fresh=False)

    response = client.post(page_of(person), {"role": "reviewer"})

    assert "reauthenticate" in response.url
    assert not User.objects.get(pk=person.pk).has_role(Role.REVIEWER)


def test_the_last_administrator_stays_one(client, sign_in, now):
    administrator = an_administrator()
    sign_in(client, administrator)

    page = client.post(page_of(administrator), {"role": "administrator", "take": "on"})

    assert "only administrator" in page.content.decode()
    with pytest.raises(Refused, match="last_administrator"):
        take_role(administrator, Role.ADMINISTRATOR, by=None, now=now)
    assert User.objects.get(pk=administrator.pk).has_role(Role.ADMINISTRATOR)


def test_one_of_two_administrators_may_go(now):
    administrator = an_administrator()

    take_role(administrator, Role.ADMINISTRATOR, by=an_administrator(), now=now)

    assert not User.objects.get(pk=administrator.pk).roles
