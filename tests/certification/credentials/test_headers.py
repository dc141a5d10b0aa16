"""An answer that there is nothing is kept nowhere either: a link may open tomorrow what it did not
open today, and its token stands in the address."""

import pytest

from tests.factories import decisions as world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


@pytest.mark.parametrize("carrier", ["/", ".json", ".jwt", ".png", ".pdf", "/card.png"])
def test_a_link_that_opens_nothing_leaves_nothing_behind(client, carrier):
    certificate = world.a_quick_certificate()

    answer = client.get(f"/credentials/{certificate.public_id}{carrier}?token=ended")

    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
