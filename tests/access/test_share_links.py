"""A link to a certificate opens that one, for its time, and tells nothing otherwise."""

import pytest
from django.urls import reverse

from certification.credentials import actions
from tests.access.answers import NOT_FOUND, PAGE, kind_of, remains_of
from tests.access.identities import ANONYMOUS
from tests.access.world import NOW
from training_site.accounts.roles import Role

pytestmark = pytest.mark.usefixtures("undone")


def pages_of(certificate) -> list[str]:
    """Its page and each of its documents."""
    documents = [(certificate.public_id, kind) for kind in ("pdf", "png", "json", "jwt")]
    page, card = (
        reverse(name, args=[certificate.public_id]) for name in ("certificate", "certificate_card")
    )
    return [page, card, *(reverse("certificate_file", args=place) for place in documents)]


def opened(world, identity: str, path: str, token: str):
    return world.asker.ask(identity, "GET", f"{path}?token={token}")


@pytest.mark.parametrize("identity", [ANONYMOUS, Role.MENTOR, Role.REGISTRAR])
def test_a_link_opens_its_certificate_and_no_other(world, identity):
    token = world.own.share.token

    for path in pages_of(world.own.certificate):
        assert kind_of(opened(world, identity, path, token)) == PAGE, path
    for path in pages_of(world.foreign.certificate):
        assert kind_of(opened(world, identity, path, token)) == NOT_FOUND, path


def test_a_wrong_and_an_ended_link_answer_like_no_certificate(world):
    ended, certificate = world.own.share, world.own.certificate
    actions.revoke_share(ended, by=certificate.holder, now=NOW)
    nobody = reverse("certificate", args=["00000000-0000-4000-8000-000000000000"])
    nothing = remains_of(opened(world, ANONYMOUS, nobody, "x"), nobody)

    path = pages_of(certificate)[0]
    for token in (ended.token, world.foreign.share.token, "x", ""):
        refused = opened(world, ANONYMOUS, path, token)
        assert kind_of(refused) == NOT_FOUND
        assert remains_of(refused, path) == nothing
