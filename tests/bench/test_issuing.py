"""Two hundred certificates issued one after another: how many a second, and what each part costs.

Processor time is what counts: a job may wait for the disk, but a worker that computes issues nothing
else. All carriers of one certificate together may take a quarter of a second of it.
"""

import json
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from certification.credentials import actions, issuer_keys, status_lists
from certification.credentials.actions import issuing
from certification.credentials.addresses import host
from certification.credentials.carriers import carriers_of, logo_of
from certification.credentials.documents.badge import badge_png
from certification.credentials.documents.credential import credential_document
from certification.credentials.documents.pades import signed_pdf
from certification.credentials.documents.pdf import certificate_pdf
from certification.credentials.documents.proof import signed
from certification.credentials.documents.status_list import status_entry
from certification.credentials.documents.vc_jwt import signed_jwt
from certification.credentials.models import Certificate
from tests.factories import decisions as world
from tests.factories.templates import a_published_template

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db]

CERTIFICATES = 200
EACH = 50
MOST = 0.25
"""Seconds of processor time for all carriers of one certificate."""


def test_issuing_two_hundred_certificates():
    a_published_template()
    records = [world.a_record() for _ in range(CERTIFICATES)]

    begun, worked = time.monotonic(), time.process_time()
    for record in records:
        actions.issue_recorded(record.pk, now=world.NOW)
    took, worked = time.monotonic() - begun, time.process_time() - worked

    certificates = list(Certificate.objects.issued().select_related("template"))
    assert len(certificates) == CERTIFICATES
    print(f"\n{CERTIFICATES} certificates, {connection.vendor}: {took:.0f} s,", end=" ")
    print(f"{CERTIFICATES / took:.1f} a second, {1000 * worked / CERTIFICATES:.0f} ms of", end=" ")
    print("processor time each, rows, files and message included")
    for name, seconds in costs(certificates[:EACH]).items():
        print(f"{name:<28}{1000 * seconds:>7.1f} ms")
    together = cost(carriers_of, certificates[:EACH])
    print(f"{'all carriers of one':<28}{1000 * together:>7.1f} ms of {1000 * MOST:.0f}")
    assert together < MOST


def costs(certificates: list[Certificate]) -> dict[str, float]:
    """Seconds of processor time that each part takes, on the average of these."""
    proof, token = issuer_keys.current("ed25519"), issuer_keys.current("rsa")
    key, own = issuer_keys.current_page()
    done = {one.pk: parts(one, proof) for one in certificates}

    def page(one):
        return certificate_pdf(one.frozen, done[one.pk][1], logo=logo_of(one))

    pages = {one.pk: page(one) for one in certificates}
    lists = iter(range(len(certificates) + 1))
    return {
        "credential with its proof": cost(lambda one: parts(one, proof), certificates),
        "the same as JWT": cost(
            lambda one: signed_jwt(done[one.pk][0], key=token.key, key_url=token.url(host())),
            certificates,
        ),
        "page as PDF": cost(page, certificates),
        "its signature (PAdES)": cost(
            lambda one: signed_pdf(pages[one.pk], key=key, certificate=own, at=one.allocated_at),
            certificates,
        ),
        "badge": cost(lambda one: badge_png(one.frozen, done[one.pk][1]), certificates),
        "status list, made anew": cost(
            lambda one: status_lists.signed_list(
                issuing.STATUS_LIST, world.NOW + timedelta(hours=next(lists))
            ),
            certificates,
        ),
    }


def parts(one: Certificate, proof) -> tuple[dict, str]:
    """The credential before and after it is signed."""
    entry = status_entry(host(), one.status_list, one.status_index)
    document = credential_document(one.frozen, host=host(), status=entry)
    method = proof.method(host())
    proved = signed(document, key=proof.key, verification_method=method, created=one.allocated_at)
    return document, json.dumps(proved, ensure_ascii=False)


def cost(work: Callable, certificates: list[Certificate]) -> float:
    begun = time.process_time()
    for one in certificates:
        work(one)
    return (time.process_time() - begun) / len(certificates)
