"""For any answers: an unchanged version moves nothing, and taking a regrade back is the identity."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assessments.actions.regrading import apply_regrade, reverse_regrade
from assessments.models import Attempt, AttemptItem, Result
from tests.factories.correcting import (
    an_instructor,
    corrected,
    planned,
    question,
    sat,
    three_questions,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
FEW = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
GROUPS = st.lists(st.integers(0, 3), min_size=1, max_size=4)


def everything():
    attempts = Attempt.objects.order_by("pk")
    items = AttemptItem.objects.order_by("pk")
    return (
        list(attempts.values_list("pk", "marks", "max_marks", "pass_marks", "passed")),
        list(items.values_list("pk", "marks", "scored")),
    )


class Regrading(TestCase):
    @pytest.mark.lesson(30)
    @FEW
    @given(GROUPS, st.sampled_from(["corrected_key", "accept_both"]), st.booleans())
    def test_an_unchanged_version_moves_nothing(self, group, mode, never_lower):
        assessment = three_questions()
        attempts = [sat(assessment, right, now=NOW) for right in group]
        version = question(attempts[0], 1)

        regrade = planned(
            version,
            mode,
            corrected_version=corrected(version),
            never_lower=never_lower,
            now=NOW,
        )

        assert not regrade.changes.exists()

    @pytest.mark.lesson(29)
    @FEW
    @given(
        GROUPS,
        st.sampled_from(["corrected_key", "accept_both", "full_credit", "drop"]),
        st.integers(0, 3),
        st.booleans(),
    )
    def test_taken_back_everything_is_as_it_was(self, group, mode, right, never_lower):
        assessment = three_questions()
        attempts = [sat(assessment, right, now=NOW) for right in group]
        version = question(attempts[0], 1)
        by_key = mode in ("corrected_key", "accept_both")
        key = corrected(version, right=right) if by_key else None
        before, results = everything(), Result.objects.count()
        regrade = planned(version, mode, corrected_version=key, never_lower=never_lower, now=NOW)
        changes = regrade.changes.count()

        if changes:
            apply_regrade(regrade, by=an_instructor(), now=NOW)
            reverse_regrade(regrade, reason="Why", by=an_instructor(), now=NOW)

        assert everything() == before
        assert Result.objects.count() == results + 2 * changes
