"""A change shows on every surface within seconds, with whatever is kept in caches kept (P5)."""

from itertools import count

import pytest
from django.test import Client

from tests.certification.registry.revoking import CHANGES_IN_A_LIFE, lead
from tests.certification.registry.watching import PROMISED
from tests.sign_in import sign_in

pytestmark = [
    pytest.mark.both_stacks,
    pytest.mark.django_db,
    pytest.mark.usefixtures("plain_documents"),
]
LIVES = 2
networks = count(1)


def asking(holder):
    """Through the test client; from a network of its own each time, as strangers come."""
    own, stranger = sign_in(Client(), holder), Client()

    def ask(method, path, body=b"", content_type="", *, signed_in=False):
        client = own if signed_in else stranger
        number = next(networks)
        origin = {"REMOTE_ADDR": f"10.0.{number // 250}.{number % 250}"}
        response = client.generic(method, path, body, content_type, **origin)
        return response.status_code, response.content

    return ask


@pytest.mark.lesson(53, 54)
def test_every_change_shows_everywhere_at_once():
    """Two hundred of them, at a server with two workers, are in tests/bench."""
    seconds = lead(LIVES, asking)

    took = [one for each in seconds.values() for one in each]
    assert len(took) == LIVES * CHANGES_IN_A_LIFE
    assert max(took) <= PROMISED
