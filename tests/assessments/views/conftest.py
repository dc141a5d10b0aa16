"""A learner who is signed in, and the addresses of an attempt."""

import pytest
from django.urls import reverse

from assessments.models import Attempt


@pytest.fixture
def signed_in(client, sign_in):
    def enter(user):
        return sign_in(client, user)

    return enter


@pytest.fixture
def at():
    """The address of one of an attempt's pages: at(attempt, "attempt_result")."""

    def address(attempt: Attempt, name: str = "attempt", *more) -> str:
        return reverse(name, args=[attempt.assessment.public_id, attempt.public_id, *more])

    return address
