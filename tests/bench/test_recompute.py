"""Five hundred interns with a hundred entries each: everybody's evaluation, one after another.

Memory has to stay flat: the last hundred people may take hardly more than the first hundred did.
"""

import time
import tracemalloc
from datetime import date, timedelta
from datetime import time as clock

import pytest
from django.utils import timezone

from certification.practice.models import HoursEntry, InternshipAdmission
from certification.scheme.actions.recomputing import recompute
from certification.scheme.at_risk import at_risk
from certification.scheme.cohorts import all_standings, with_latest
from certification.scheme.models import RequirementEvaluation, SchemePin
from tests.factories.accounts import a_registrar
from tests.factories.certification import PLACE, SPRING, an_agreement, the_scheme
from training_site.accounts.models import User

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db]

INTERNS, ENTRIES = 500, 100
CATEGORIES = ("direct_session", "mentor_individual", "documentation_reflection")
FIRST = date(2026, 4, 2)


def a_world():
    """One agreement stands for all: it is read with the hours, whoever's it is."""
    version, agreement, by = the_scheme(), an_agreement(), a_registrar()
    people = User.objects.bulk_create(
        [User(email=f"bench{number}@example.org", name=f"B {number}") for number in range(INTERNS)]
    )
    admitted = {"place": PLACE, "approved_by": by, "approved_on": FIRST, "recorded_at": SPRING}
    InternshipAdmission.objects.bulk_create(
        [InternshipAdmission(intern=one, **admitted) for one in people]
    )
    SchemePin.objects.bulk_create(
        [SchemePin(intern=one, version=version, pinned_at=SPRING) for one in people]
    )
    for one in people:
        HoursEntry.objects.bulk_create(_entries(one, agreement))
    return version


def _entries(person, agreement):
    return [
        HoursEntry(
            intern=person,
            supervisor=agreement.mentor,
            agreement=agreement,
            category=CATEGORIES[number % len(CATEGORIES)],
            date=FIRST + timedelta(days=2 * number),
            start=clock(9),
            zone="Europe/London",
            minutes=90,
            modality="in_person",
            state="submitted",
            logged_at=SPRING,
            submitted_at=SPRING,
        )
        for number in range(ENTRIES)
    ]


def test_five_hundred_interns_are_evaluated_in_flat_memory():
    version, now = a_world(), timezone.now()

    first, after = _traced(now, 0)
    begun = time.monotonic()
    after = list(recompute(now=now, after=after, most=INTERNS - 200))[-1]
    each = (time.monotonic() - begun) / (INTERNS - 200)
    last, _after = _traced(now, after)
    begun = time.monotonic()
    people = User.objects.filter(scheme_pin__version=version)
    shown = sum(1 for _one in all_standings(people, version, now.date()))
    matrix = time.monotonic() - begun
    begun = time.monotonic()
    at_risk(with_latest(people), now.date())
    risks = time.monotonic() - begun

    assert RequirementEvaluation.objects.count() == shown == INTERNS
    assert last < 1.5 * first
    print(f"\n{INTERNS} interns, {INTERNS * ENTRIES} entries: {1000 * each:.0f} ms each")
    print(
        f"{INTERNS * each:.0f} s in all; at most {first / 1e6:.1f} MB, at the end {last / 1e6:.1f}"
    )
    print(f"matrix {matrix:.2f} s, signs of risk {risks:.2f} s")


def _traced(now, after: int) -> tuple[int, int]:
    """The most memory that a hundred people take, in bytes; tracing makes them slow."""
    tracemalloc.start()
    last = list(recompute(now=now, after=after, most=100))[-1]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak, last
