"""Somebody who writes items, and an examination that was sat and analysed."""

import pytest

from assessments.actions.analysis import analyse_assessment
from tests.factories.accounts import a_person
from tests.factories.analysis import a_fixed_assessment, many_sittings
from training_site.accounts.roles import Role


@pytest.fixture
def instructor(client, sign_in):
    return sign_in(client, a_person(Role.INSTRUCTOR))


@pytest.fixture
def sat(now):
    """Sixty sittings of six questions, analysed."""
    assessment = a_fixed_assessment(6, pass_marks=3)
    many_sittings(assessment, 60, now=now)
    analyse_assessment(assessment, now=now)
    return assessment
