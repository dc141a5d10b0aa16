"""The digital credential: the published schema, the promised fields, and nothing about contact."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft201909Validator, FormatChecker

from certification.credentials.documents.credential import credential_document
from certification.credentials.documents.status_list import status_entry

HOST = "triad.example.org"
SCHEMA = json.loads(
    (Path(__file__).parent / "data" / "ob_v3p0_achievementcredential_schema.json").read_text()
)


@pytest.fixture
def credential(snapshot) -> dict:
    return credential_document(snapshot, host=HOST, status=status_entry(HOST, 1, 42))


def test_it_keeps_to_the_published_schema(credential):
    validator = Draft201909Validator(SCHEMA, format_checker=FormatChecker())

    assert [error.message for error in validator.iter_errors(credential)] == []


def test_the_schema_would_catch_a_missing_part(credential):
    del credential["credentialSubject"]["achievement"]["criteria"]

    assert not Draft201909Validator(SCHEMA).is_valid(credential)


def test_the_contexts_are_these_two_in_this_order(credential):
    assert credential["@context"] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]


def test_it_says_what_is_printed(credential, snapshot):
    subject = credential["credentialSubject"]

    assert credential["id"] == f"https://{HOST}/credentials/{snapshot.public_id}/"
    assert credential["issuer"] == {
        "id": "did:web:triad.example.org",
        "type": ["Profile"],
        "name": snapshot.issuer_name,
        "url": snapshot.issuer_url,
    }
    assert subject["licenseNumber"] == snapshot.number
    assert subject["identifier"][0]["identityHash"] == snapshot.holder_name
    assert subject["achievement"]["name"] == snapshot.scheme_title
    assert subject["achievement"]["version"] == snapshot.scheme_version
    assert subject["achievement"]["achievementType"] == "Certification"


@pytest.mark.parametrize(
    ("zone", "begins", "ends"),
    [
        ("Europe/London", "2026-11-23T00:00:00+00:00", "2029-11-22T23:59:59+00:00"),
        ("Pacific/Auckland", "2026-11-23T00:00:00+13:00", "2029-11-22T23:59:59+13:00"),
        ("America/Los_Angeles", "2026-11-23T00:00:00-08:00", "2029-11-22T23:59:59-08:00"),
    ],
)
def test_the_last_day_counts_whole_in_the_association_zone(snapshot, zone, begins, ends):
    there = replace(snapshot, zone=zone)

    credential = credential_document(there, host=HOST, status=status_entry(HOST, 1, 42))

    assert credential["validFrom"] == credential["awardedDate"] == begins
    assert credential["validUntil"] == ends


def test_the_subject_is_a_urn_of_this_certificate_alone(credential, snapshot):
    other = replace(snapshot, public_id="00000000-0000-4000-8000-000000000000")
    renewed = credential_document(other, host=HOST, status=status_entry(HOST, 1, 43))

    first, second = credential["credentialSubject"], renewed["credentialSubject"]
    assert first["id"].startswith("urn:uuid:")
    assert first["id"] != second["id"]
    assert first["achievement"]["id"] == second["achievement"]["id"]


@pytest.mark.lesson(50)
def test_there_is_no_email_and_nothing_empty_in_it(credential):
    assert "mail" not in json.dumps(credential).lower()
    assert not [value for value in _leaves(credential) if value in (None, "", [], {})]


def test_a_demo_credential_says_so(snapshot):
    demo = replace(snapshot, demo=True)

    credential = credential_document(demo, host=HOST, status=status_entry(HOST, 1, 42))

    name = credential["credentialSubject"]["achievement"]["name"]
    assert name == "DEMO: Certified Surrogate Partner"


def _leaves(value):
    if isinstance(value, dict | list) and value:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)
    else:
        yield value
