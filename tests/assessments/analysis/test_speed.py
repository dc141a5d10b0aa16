"""An examination of sixty questions that ten thousand people sat. Run by `-m benchmark -n0 -s`."""

import resource
import sys
import time

import pytest

from assessments.actions.analysis import analyse_assessment
from tests.factories.analysis import a_fixed_assessment, many_sittings

pytestmark = [pytest.mark.django_db, pytest.mark.benchmark]

CANDIDATES, QUESTIONS, LONGEST = 10_000, 60, 120  # seconds; a job of the night


def test_ten_thousand_candidates_and_sixty_questions_are_one_job(now, count_queries):
    assessment = a_fixed_assessment(QUESTIONS, pass_marks=40)
    many_sittings(assessment, CANDIDATES, now=now)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.monotonic()

    with count_queries(at_most=10) as counted:
        found = analyse_assessment(assessment, now=now)

    took = time.monotonic() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    sys.stdout.write(f"\n{took:.1f} s, {len(counted)} queries, {grown} MiB more\n")
    assert (found.sittings, assessment.item_statistics.count()) == (CANDIDATES, QUESTIONS)
    assert took < LONGEST
