"""What tests of certification share."""

import pytest


@pytest.fixture
def plain_documents(monkeypatch):
    """A few bytes in place of each document, for tests of what follows an issue: drawing and signing
    the real ones takes a third of a second, and has tests of its own."""
    monkeypatch.setattr(
        "certification.credentials.actions.issuing.carriers_of",
        lambda certificate: {
            kind: f"{kind} of {certificate.number}".encode()
            for kind in ("pdf", "png", "json", "jwt")
        },
    )
