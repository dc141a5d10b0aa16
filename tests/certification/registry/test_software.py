"""The answer for software keeps to its published form, in every state; the links to embed."""

import json
import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from jsonschema import Draft202012Validator, ValidationError

from certification.credentials.models import Certificate
from certification.credentials.rules.numbers import new_number
from certification.registry import verification
from certification.registry.embedding import embedded
from tests.certification.registry.test_verify import STATES
from tests.factories import decisions as world
from tests.factories import registry
from tests.sources import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
FORM = Draft202012Validator(
    verification.schema(), format_checker=Draft202012Validator.FORMAT_CHECKER
)
VALID = {
    "schema": "https://triad.example.org/verify/schema.json",
    "version": 1,
    "status": "valid",
    "word": "Valid",
    "sentence": "This person is certified.",
    "certified": True,
    "note": "Not a state licence.",
    "number": "ABCD-EFGH-JKMN-P8",
    "title": "Certified Surrogate Partner",
    "scheme_version": "1.0",
    "scope": "Work in a team of three.",
    "valid_from": "2026-01-01",
    "valid_until": "2028-12-31",
    "issuer": "An association",
    "recorded": False,
}
BARE = {key: VALID[key] for key in FORM.schema["required"]} | {"certified": False}


@pytest.mark.parametrize("state", STATES)
def test_every_state_keeps_to_the_published_form(client, state):
    certificate = world.a_certificate_showing(state)

    response = client.get(f"/verify/{certificate.number}.json")

    FORM.validate(response.json())
    assert response.status_code == (404 if state == "not_found" else 200)
    assert response.json()["schema"].endswith("/verify/schema.json")


def test_a_shown_name_and_an_unknown_number_keep_to_it(client):
    shown = registry.a_listing().certificate

    told = client.get(f"/verify/{shown.number}.json").json()

    FORM.validate(told)
    assert told["name"] == "Rosa Delgado"
    FORM.validate(client.get(f"/verify/{new_number()}.json").json())
    FORM.validate(client.get("/verify/nonsense.json").json())


def test_the_refusal_of_too_many_is_described(client, monkeypatch):
    monkeypatch.setattr("certification.registry.views.verify.LIMIT", 0)

    refused = client.get("/verify/nonsense.json")

    assert refused.status_code == 429
    Draft202012Validator(verification.schema()["$defs"]["slowed"]).validate(refused.json())


@pytest.mark.parametrize(
    "wrong",
    [
        VALID | {"status": "revoked"},  # no state of ours
        VALID | {"certified": False},
        VALID | {"status": "withdrawn"},  # withdrawn, and yet certified
        VALID | {"email": "a@example.org"},
        VALID | {"number": "ABCDEFGHJKMNP8"},
        VALID | {"valid_until": "31 December 2028"},
        VALID | {"version": 2},
        {key: value for key, value in VALID.items() if key != "valid_until"},
        BARE | {"status": "not_found", "title": "Certified Surrogate Partner"},
        BARE | {"status": "replaced", "certified": True},
    ],
)
def test_the_form_refuses_what_is_no_answer(wrong):
    with pytest.raises(ValidationError):
        FORM.validate(wrong)


def test_the_form_takes_what_is_one():
    FORM.validate(VALID)
    FORM.validate(VALID | {"name": "Rosa Delgado"})
    FORM.validate(BARE | {"status": "not_found"})


def test_the_form_is_published_for_everybody_and_lies_beside_the_tools(client):
    response = client.get("/verify/schema.json")

    assert response["Content-Type"] == "application/schema+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    Draft202012Validator.check_schema(response.json())
    version = verification.VERSION
    beside = ROOT / "docs" / "verifying" / f"verification-{version}.schema.json"
    assert json.loads(beside.read_text()) == response.json()
    assert response.json()["properties"]["version"]["const"] == version


@pytest.mark.parametrize("name", ["", "Rosa Delgado", '<script>x</script> & [Rosa](x) "*_`'])
def test_the_link_to_embed_is_plain_and_says_what_is_shown(name):
    certificate = world.a_certificate_showing()

    link = embedded(certificate, name=name)

    [element] = BeautifulSoup(link.html, "html.parser").find_all(True)
    assert (element.name, element["rel"]) == ("a", ["noopener", "noreferrer"])
    assert element["href"].endswith(f"/verify/{certificate.number}/")
    assert set(element.attrs) == {"href", "rel"}
    words = element.get_text()
    assert words.startswith(name or "Certified Surrogate Partner, certified by")
    text, address = re.fullmatch(r"\[(.*)\]\((\S+)\)", link.markdown).groups()
    assert address == element["href"]
    assert re.sub(r"\\(.)", r"\1", text) == unescape(words)
    assert not re.search(r"(?<!\\)[\[\]<>*_`]", text)


def test_the_page_offers_both_to_copy_while_it_counts(client, sign_in):
    certificate = registry.a_listing().certificate
    sign_in(client, certificate.holder)
    address = f"/certification/listing/{certificate.public_id}/"

    page = BeautifulSoup(client.get(address).text, "html.parser")
    Certificate.objects.filter(pk=certificate.pk).update(standing="withdrawn")
    later = client.get(address).text

    link = embedded(certificate, name="Rosa Delgado")
    assert page.find(id="embed-html").get_text().strip() == link.html
    assert page.find(id="embed-markdown").get_text().strip() == link.markdown
    assert "embed-html" not in later


def test_checks_are_shown_by_month(client, sign_in):
    from certification.registry.checks import checks_of
    from certification.registry.models import VerificationRequest

    certificate = world.a_certificate_showing()
    today = timezone.now().date().replace(year=2026, month=11, day=23)
    for day, times in (
        (today, 3),
        (today.replace(day=1), 1),
        (today.replace(month=10, day=31), 2),
        (today.replace(year=2025, month=12, day=1), 1),
        (today.replace(year=2025, month=11, day=30), 5),  # thirteen months ago
    ):
        for _ in range(times):
            VerificationRequest.objects.count_one(certificate, day)

    checks = checks_of(certificate, today)

    assert len(checks.months) == 12
    told = {f"{month.first:%Y-%m}": month.times for month in checks.months if month.times}
    assert told == {"2025-12": 1, "2026-10": 2, "2026-11": 4}
    assert (checks.lately, checks.total) == (7, 12)
    heights = [month.height for month in checks.months]
    assert (max(heights), heights[-1]) == (checks.floor, checks.floor)
    sign_in(client, certificate.holder)
    page = client.get(f"/certification/listing/{certificate.public_id}/").text
    assert "12 times" in page
    assert "Nobody knows by whom" in page
