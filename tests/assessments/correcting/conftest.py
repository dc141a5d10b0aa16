"""Staff who are signed in."""

import pytest

from tests.factories.accounts import an_administrator
from tests.factories.correcting import an_instructor


@pytest.fixture
def instructor(client, sign_in):
    return sign_in(client, an_instructor())


@pytest.fixture
def administrator(client, sign_in):
    return sign_in(client, an_administrator())
