"""Versions of policies: published in the admin, never edited, and what was signed stays signed."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection, transaction

from tests.factories.accounts import a_person, a_trainee, an_administrator
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.content.actions import attest, publish_policy
from training_site.content.models import Attestation, PolicyVersion
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
LIST = "/admin/snippets/content/policyversion/"


def a_version(day, number="1"):
    return PolicyVersion(
        policy="code", number=number, title="Code", body="<p>Text.</p>", effective_from=day
    )


def sql(statement):
    """Past every model and action, as somebody with the database could."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def signed(now):
    person = a_trainee(name="Ana Reyes")
    version = publish_policy(a_version(now.date()), by=an_administrator(), now=now)
    return attest(person, version, typed_name="Ana Reyes", now=now)


@pytest.mark.both_stacks
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE content_policyversion SET body = 'Other words.'",
        "UPDATE content_policyversion SET effective_from = '2020-01-01'",
        "DELETE FROM content_policyversion",
        "UPDATE content_attestation SET at = '2020-01-01 00:00:00+00:00'",
        "UPDATE content_attestation SET typed_name = 'Somebody Else'",
        "DELETE FROM content_attestation",
    ],
)
def test_the_database_refuses_to_change_what_was_signed(signed, statement):
    with pytest.raises(DatabaseError, match="never"):
        sql(statement)


@pytest.mark.both_stacks
def test_a_typed_name_can_still_be_erased(signed):
    sql("UPDATE content_attestation SET typed_name = ''")

    assert Attestation.objects.get().typed_name == ""


def test_a_version_never_begins_in_the_past(now):
    with pytest.raises(Refused, match="policy_effective_in_the_past"):
        publish_policy(a_version(now.date() - timedelta(days=1)), by=an_administrator(), now=now)

    assert not PolicyVersion.objects.exists()
    assert not AuditEvent.objects.filter(verb="content.policy.published").exists()


def what_is_typed(day):
    body = '{"blocks": [{"key": "a", "type": "unstyled", "text": "Be kind."}], "entityMap": {}}'
    words = {"policy": "code", "number": "2", "title": "Code", "body": body}
    return {**words, "effective_from": day, "asks_again": "on"}


def kept_by(page) -> dict:
    """What the page that asks once more holds of what was typed."""
    fields = BeautifulSoup(page.content, "html.parser").select("form input[type=hidden]")
    return {one["name"]: one["value"] for one in fields if one["name"] in what_is_typed("")}


def test_an_administrator_publishes_a_version_and_it_is_recorded(client, sign_in):
    administrator = an_administrator()
    sign_in(client, administrator)

    asked = client.post(LIST + "add/", what_is_typed("2999-01-01"))
    assert not PolicyVersion.objects.exists()
    client.post(LIST + "add/", kept_by(asked) | {"confirmed": "1"})

    version = PolicyVersion.objects.get()
    event = AuditEvent.objects.get(verb="content.policy.published")
    assert (event.actor_id, event.target_id) == (administrator.public_id, version.public_id)
    assert "Be kind." in client.get(f"{LIST}inspect/{version.pk}/").content.decode()


@pytest.mark.parametrize(
    ("ticked", "said"),
    [
        (True, "1 person will be asked to sign again."),
        (False, "nobody is asked to sign again"),
    ],
)
def test_before_publishing_it_says_who_is_asked_and_what_changes(
    client, sign_in, signed, ticked, said
):
    sign_in(client, an_administrator())
    typed = what_is_typed("2999-01-01")
    if not ticked:
        del typed["asks_again"]

    page = client.post(LIST + "add/", typed)

    assert said in page.text
    shown = BeautifulSoup(page.content, "html.parser")
    assert [one.get_text() for one in shown.select("del")] == ["Text."]
    assert [one.get_text() for one in shown.select("ins")] == ["Be kind."]
    assert PolicyVersion.objects.count() == 1


def test_going_on_writing_loses_nothing(client, sign_in, signed):
    sign_in(client, an_administrator())
    asked = client.post(LIST + "add/", what_is_typed("2999-01-01"))

    page = client.post(LIST + "add/", kept_by(asked) | {"back": "1"})

    assert "Be kind." in page.text
    assert PolicyVersion.objects.count() == 1


def test_a_day_gone_by_is_said_at_its_field(client, sign_in):
    sign_in(client, an_administrator())

    page = client.post(LIST + "add/", what_is_typed("2020-01-01"))

    assert b"This day is past" in page.content
    assert not PolicyVersion.objects.exists()


@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_edits_or_deletes_a_version_in_the_admin(client, sign_in, signed, superuser):
    person = a_person(Role.ADMINISTRATOR, is_superuser=superuser)
    sign_in(client, person)

    for act in ("edit", "delete"):
        assert client.get(f"{LIST}{act}/{signed.version.pk}/").status_code == 302
    assert client.get(LIST).status_code == 200


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.REVIEWER, Role.REGISTRAR])
def test_other_staff_have_no_policies_to_manage(client, sign_in, role):
    sign_in(client, a_person(role))

    assert client.get(LIST + "add/").status_code == 302
