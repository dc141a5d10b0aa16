"""The verify page: each state, names by choice or match, uniform answers, few queries, no cache needed."""

from unittest.mock import ANY

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.credentials.rules.numbers import display, new_number
from certification.registry.models import VerificationRequest
from tests.factories import decisions as world
from training_site.content.templatetags.triad import longdate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
NOTE = "Issued by this association; not a state licence."


STATES = {
    "valid": ("Valid", "is certified in this scope until"),
    "renewal_due": ("Valid, renewal due", "the time to renew it runs until"),
    "expired": ("Expired", "was certified until"),
    "suspended": ("Suspended", "This is not a finding."),
    "withdrawn": ("Withdrawn", "was withdrawn on"),
    "not_held": ("No longer held", "has not been held since"),
    "replaced": ("Replaced", "Ask the holder for the current one."),
    "not_found": ("Not found", "has no certificate with this number"),
}


@pytest.mark.lesson(47)
@pytest.mark.parametrize("state", STATES)
def test_each_state_says_its_word_sentence_and_note(client, count_queries, state):
    certificate = world.a_certificate_showing(state)
    word, sentence = STATES[state]

    with count_queries(at_most=8):
        response = client.get(f"/verify/{certificate.number}/")

    assert response.status_code == 200
    assert f">{word}</h1>" in response.text
    assert sentence in response.text
    assert NOTE in response.text
    assert "Rosa Delgado" not in response.text
    assert world.WITHHELD not in response.text
    assert str(certificate.public_id) not in response.text


@pytest.mark.lesson(48)
@pytest.mark.parametrize("state", STATES)
def test_the_page_says_in_what_and_from_when_until_when(client, state):
    """All that is printed but the name: who changed a word of the paper is found out by reading."""
    certificate = world.a_certificate_showing(state)
    frozen = certificate.frozen

    rows = BeautifulSoup(client.get(f"/verify/{certificate.number}/").text, "html.parser")
    facts = {row.dt.text: row.dd.text for row in rows.select(".facts div")}

    if state in ("replaced", "not_found"):
        assert facts == {}
        return
    assert facts == {
        "Certification": f"{frozen.scheme_title}Scheme version {frozen.scheme_version}",
        "Scope": frozen.scope,
        "Valid from": longdate(frozen.issued_on),
        "Valid until": f"{longdate(frozen.valid_until)}, that day included",
        "Number": certificate.display_number,
        "Issued by": ANY,
    }
    assert facts["Issued by"].startswith(frozen.issuer_name)


@pytest.mark.parametrize("state", STATES)
def test_the_json_says_the_same(client, state):
    certificate = world.a_certificate_showing(state)

    response = client.get(f"/verify/{certificate.number}.json")

    document = response.json()
    assert document["status"] == state
    assert document["word"] == STATES[state][0]
    assert document["note"] == NOTE
    assert document["certified"] is (state in ("valid", "renewal_due"))
    assert ("valid_until" in document) is (state not in ("replaced", "not_found"))
    assert "name" not in document
    assert str(certificate.public_id) not in response.text


def test_headers_keep_it_out_of_caches_engines_and_referrers(client):
    response = client.get(f"/verify/{world.a_certificate_showing().number}/")

    assert response["Cache-Control"] == "no-store"
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


@pytest.mark.lesson(50)
def test_unknown_mistyped_and_rotated_numbers_answer_alike(client):
    rotated = world.a_certificate_showing("not_found").number
    mistyped = rotated[:-1] + ("0" if rotated[-1] != "0" else "1")
    numbers = [rotated, mistyped, new_number(), "nonsense", "x" * 3000]

    pages = {
        client.get(f"/verify/{number}/").text.replace(number[:40], "NUMBER") for number in numbers
    }
    documents = {client.get(f"/verify/{number}.json").content for number in numbers}

    assert len(pages) == 1
    assert len(documents) == 1
    assert "valid_from" not in documents.pop().decode()


@pytest.mark.lesson(49)
@pytest.mark.parametrize(
    "typed",
    [
        lambda number: display(number).lower(),
        lambda number: " ".join(number),
        lambda number: "".join(chr(ord(c) + 0xFEE0) for c in number),  # full-width
        lambda number: f"https://triad.example.org/verify/{number}/",
        lambda number: number.replace("0", "O").replace("1", "l"),
    ],
    ids=["lower case with dashes", "spaces", "full-width", "a link", "look-alikes"],
)
def test_a_number_is_understood_however_it_is_typed(client, typed):
    certificate = world.a_certificate_showing()

    response = client.get("/verify/", {"q": typed(certificate.number)})

    assert response.url == f"/verify/{certificate.number}/"


def test_an_empty_box_says_so_and_nonsense_is_answered_as_not_found(client):
    assert "Type the number that is printed" in client.get("/verify/", {"q": ""}).text
    assert ">Not found</h1>" in client.get("/verify/", {"q": "<script>"}).text
    assert "<script>alert" not in client.get("/verify/", {"q": "<script>alert"}).text
    assert client.get("/verify/", {"q": "x" * 10_000}).status_code == 200


@pytest.mark.lesson(50)
def test_a_stranger_types_the_name_and_is_told_whether_it_matches(client):
    certificate = world.a_certificate_showing()
    address = f"/verify/{certificate.number}/"

    right = client.post(address, {"name": " rosa DELGADO"}).text
    wrong = client.post(address, {"name": "Rosa Delgada"}).text

    assert "It matches" in right
    assert "No match" in wrong
    assert "Rosa Delgado" not in wrong


def test_the_name_needs_no_token_from_a_cookie():
    strict = Client(enforce_csrf_checks=True)

    response = strict.post(
        f"/verify/{world.a_certificate_showing().number}/", {"name": "Rosa Delgado"}
    )

    assert "It matches" in response.text


@pytest.mark.parametrize("state", ["replaced", "not_found"])
def test_no_name_is_compared_where_only_the_state_is_told(client, state):
    response = client.post(
        f"/verify/{world.a_certificate_showing(state).number}/", {"name": "Rosa Delgado"}
    )

    assert "It matches" not in response.text
    assert "Whose certificate" not in response.text


def test_a_withdrawal_shows_at_once_on_page_and_json(client):
    certificate = world.a_certificate_showing()
    client.get(f"/verify/{certificate.number}/")

    credential_actions.withdraw(
        certificate, reason=world.WITHHELD, by=world.a_decider(), now=timezone.now()
    )

    assert ">Withdrawn</h1>" in client.get(f"/verify/{certificate.number}/").text
    assert client.get(f"/verify/{certificate.number}.json").json()["status"] == "withdrawn"


def test_it_works_with_a_broken_cache(client, monkeypatch):
    def broken(*args, **kwargs):
        raise ConnectionError

    for method in ("add", "incr", "get", "set"):
        monkeypatch.setattr(cache, method, broken)

    assert ">Valid</h1>" in client.get(f"/verify/{world.a_certificate_showing().number}/").text


@pytest.mark.lesson(50)
def test_guessing_is_slowed_down_for_page_and_json(client, monkeypatch):
    monkeypatch.setattr("training_site.accounts.throttle.time.time", lambda: 1_800_000_000)
    monkeypatch.setattr("certification.registry.views.verify.LIMIT", 3)
    for _ in range(3):
        client.get("/verify/nonsense/")

    assert client.get("/verify/nonsense/").status_code == 429
    assert client.get("/verify/nonsense.json").status_code == 429


def test_behind_our_proxy_each_visitor_has_a_limit_of_their_own(client, monkeypatch, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    monkeypatch.setattr("training_site.accounts.throttle.time.time", lambda: 1_800_000_000)
    monkeypatch.setattr("certification.registry.views.verify.LIMIT", 3)
    for claimed in range(3):  # what a visitor writes in front of it counts for nothing
        client.get("/verify/x/", HTTP_X_FORWARDED_FOR=f"192.0.2.{claimed}, 198.51.100.7")

    guesser = client.get("/verify/x/", HTTP_X_FORWARDED_FOR="192.0.2.9, 198.51.100.7")
    therapist = client.get("/verify/x/", HTTP_X_FORWARDED_FOR="203.0.113.9")

    assert (guesser.status_code, therapist.status_code) == (429, 200)


def test_without_any_address_verifying_still_works(client):
    assert client.get("/verify/x/", REMOTE_ADDR="").status_code == 200


def test_questions_are_counted_without_who_asked(client):
    certificate = world.a_certificate_showing()
    for _ in range(3):
        client.get(f"/verify/{certificate.number}/")
    client.get(f"/verify/{new_number()}/")

    assert VerificationRequest.objects.total(certificate) == 3
    fields = {field.name for field in VerificationRequest._meta.get_fields()}
    assert fields == {"id", "certificate", "day", "times"}


def test_a_count_that_fails_does_not_stop_the_answer(client, monkeypatch):
    def fails(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr(
        "certification.registry.models.requests.VerificationRequestQuerySet.count_one", fails
    )

    assert ">Valid</h1>" in client.get(f"/verify/{world.a_certificate_showing().number}/").text


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)("/verify/").status_code == 405
