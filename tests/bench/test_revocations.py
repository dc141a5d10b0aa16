"""Two hundred changes of certificates at a server with two workers: how long until each shows (P5).

Page, JSON, status list, file check, card, the holder's and the shared page are read before each change,
so that whatever keeps a copy has one, and after it until all of them say so.
"""

import http.client
from itertools import count

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from tests.certification.registry.revoking import CHANGES_IN_A_LIFE, lead
from tests.certification.registry.watching import PROMISED
from tests.faults.server import HOST, running
from tests.sign_in import sign_in

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db(transaction=True)]
LIVES = 50
PATIENCE = 30


@pytest.fixture(autouse=True)
def _plain_documents(monkeypatch):
    """What is printed is no part of the question, and takes a third of a second each."""
    monkeypatch.setattr(
        "certification.credentials.actions.issuing.carriers_of",
        lambda one: {
            kind: f"{kind} {one.number}".encode() for kind in ("pdf", "png", "json", "jwt")
        },
    )


def test_two_hundred_changes_show_within_seconds(monkeypatch):
    monkeypatch.setenv("BEHIND_PROXY", "1")  # so that each stranger comes from a network of her own
    with running() as server:
        seconds = lead(LIVES, lambda holder: _asker(server.port, holder))

    _print_table(seconds)
    took = [one for each in seconds.values() for one in each]
    assert len(took) == LIVES * CHANGES_IN_A_LIFE
    assert max(took) <= PROMISED


def _asker(port: int, holder):
    """Each question over a connection of its own, so that either worker may answer it."""
    session = sign_in(Client(), holder).cookies[settings.SESSION_COOKIE_NAME].value
    networks = count(1)

    def ask(method, path, body=b"", content_type="", *, signed_in=False):
        number = next(networks)
        headers = {"X-Forwarded-For": f"10.{holder.pk % 250}.{number // 250}.{number % 250}"}
        if content_type:
            headers["Content-Type"] = content_type
        if signed_in:
            headers["Cookie"] = f"{settings.SESSION_COOKIE_NAME}={session}"
        caller = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
        try:
            caller.request(method, path, body, headers)
            answer = caller.getresponse()
            return answer.status, answer.read()
        finally:
            caller.close()

    return ask


def _print_table(seconds: dict[str, list[float]]) -> None:
    print(f"\nUntil a change shows on all seven surfaces, {connection.vendor}")
    print(f"{'':<16}{'changes':>8}{'median':>10}{'p95':>10}{'p100':>10}")
    everything = [one for each in seconds.values() for one in each]
    for name, each in [*seconds.items(), ("all", everything)]:
        times = sorted(each)
        shown = (times[len(times) // 2], times[int(len(times) * 0.95)], times[-1])
        figures = "".join(f"{one * 1000:>7.0f} ms" for one in shown)
        print(f"{name:<16}{len(times):>8}{figures}")
