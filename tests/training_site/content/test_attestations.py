"""Signing a policy version: typed name, version in force, fresh sign-in."""

from datetime import date

import pytest

from tests.factories.accounts import a_trainee
from training_site.audit.models import AuditEvent
from training_site.content.actions import attest
from training_site.content.models import Attestation, PolicyVersion
from training_site.content.rules.attestations import may_attest, same_name
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def code():
    return a_version("1", date(2026, 1, 1))


def a_version(number, effective):
    return PolicyVersion.objects.create(
        policy="code-of-ethics",
        number=number,
        title="Code",
        body="<p>Text.</p>",
        effective_from=effective,
    )


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("Ana Reyes", True),
        ("  ana   REYES ", True),  # case and runs of spaces do not matter
        ("Ana Re\u0301yes", False),  # an accent does
        ("Ana", False),
        ("", False),
    ],
)
def test_a_typed_name_signs_only_if_it_is_the_name(typed, same):
    assert same_name(typed, "Ana Reyes") is same


def test_an_accent_typed_in_two_parts_is_the_same_accent():
    assert may_attest(typed="Rene\u0301", name="René", in_force=True)


@pytest.mark.both_stacks
def test_signing_is_recorded_once(code, now):
    trainee = a_trainee(name="Ana Reyes")

    first = attest(trainee, code, typed_name="Ana Reyes", now=now)
    again = attest(trainee, code, typed_name="Ana Reyes", now=now)

    assert first == again
    assert AuditEvent.objects.filter(verb="content.policy.attested").count() == 1


def test_an_older_version_can_no_longer_be_signed(code, now):
    a_version("2", date(2026, 6, 1))

    with pytest.raises(Refused, match="policy_not_in_force"):
        attest(a_trainee(name="Ana"), code, typed_name="Ana", now=now)


def test_a_version_not_yet_effective_does_not_replace_the_one_in_force(code, now):
    a_version("2", date(2027, 1, 1))

    assert attest(a_trainee(name="Ana"), code, typed_name="Ana", now=now).version == code


def test_the_page_signs_and_leads_back(client, sign_in, code):
    trainee = a_trainee(name="Ana Reyes")
    sign_in(client, trainee)

    response = client.post(
        "/policies/code-of-ethics/", {"typed_name": "Ana Reyes", "next": "/learn/"}
    )

    assert response.url == "/learn/"
    assert Attestation.objects.get().person == trainee


def test_the_words_that_are_signed_stand_on_the_page(client, sign_in, code):
    sign_in(client, a_trainee(name="Ana Reyes"))

    page = client.get("/policies/code-of-ethics/").content.decode()

    assert "<p>Text.</p>" in page
    assert "Version 1, in force since 1 January 2026" in page


def test_another_name_is_said_at_the_field(client, sign_in, code):
    sign_in(client, a_trainee(name="Ana Reyes"))

    response = client.post("/policies/code-of-ethics/", {"typed_name": "Somebody"})

    assert "Ana Reyes" in str(response.context["form"].errors["typed_name"])
    assert not Attestation.objects.exists()


def test_signing_asks_for_a_fresh_sign_in_and_keeps_what_was_typed(client, sign_in, code):
    sign_in(client, a_trainee(name="Ana Reyes"), fresh=False)

    response = client.post("/policies/code-of-ethics/", {"typed_name": "Ana Reyes"})

    assert response.status_code == 302
    assert "reauthenticate" in response.url
    assert not Attestation.objects.exists()


@pytest.mark.parametrize("query", ["", "?next=/learn/"])
def test_after_the_fresh_sign_in_what_was_typed_is_signed(client, sign_in, code, query):
    trainee = a_trainee(name="Ana Reyes")
    sign_in(client, trainee, second_factor=False, fresh=False)

    asked = client.post(
        f"/policies/code-of-ethics/{query}", {"typed_name": "Ana Reyes", "next": "/learn/"}
    )
    client.post(asked.url, {"password": "wrong"})
    carried_on = client.post(asked.url, {"password": "triad-demo"})

    assert carried_on.url == "/learn/"
    assert Attestation.objects.get().typed_name == "Ana Reyes"


def test_it_never_leads_to_another_site(client, sign_in, code):
    sign_in(client, a_trainee(name="Ana"))

    response = client.post(
        "/policies/code-of-ethics/", {"typed_name": "Ana", "next": "https://elsewhere.example/"}
    )

    assert response.url == "/policies/code-of-ethics/"
