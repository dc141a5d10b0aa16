"""Two hundred people touched by one recall: what confirming asks at once, and what each costs after.

All ten jobs took 15 seconds on the machine on which this was written, 75 ms for each person.
"""

from datetime import time

import pytest

from certification.practice.models import FactsVersion, HoursEntry, SupervisionAgreement
from certification.recalls import actions
from certification.recalls.actions.confirming import BATCH, not_written
from certification.recalls.models import RecallItem
from tests.factories.accounts import a_registrar
from tests.factories.certification import a_clinician, a_mentor
from tests.factories.decisions import NOW, a_decider
from tests.factories.recalls import NOVEMBER, a_proposed_recall, a_scheme_of_hours, shown_of
from training_site.accounts.models import User
from training_site.jobs.models import JobRun

pytestmark = pytest.mark.django_db
PEOPLE = 200
AT_ONCE = 60  # statements of the confirmation, however many it touches: 48 when this was written
EACH = 45  # statements for each person in the job: 37 when this was written, the notice among them


@pytest.fixture
def mentor():
    """Written down as bulk rows: the site's own actions would take minutes for so many."""
    a_scheme_of_hours()
    mentor, clinician, staff = a_mentor(), a_clinician(), a_registrar()
    people = User.objects.bulk_create(
        User(email=f"many{n}@example.org", name=f"Intern {n}") for n in range(PEOPLE)
    )
    agreements = SupervisionAgreement.objects.bulk_create(
        SupervisionAgreement(
            intern=one,
            mentor=mentor,
            clinician=clinician,
            starts_on=NOVEMBER,
            state="approved",
            drafted_at=NOW,
            approved_on=NOVEMBER,
            approved_at=NOW,
            approved_by=staff,
        )
        for one in people
    )
    HoursEntry.objects.bulk_create(
        HoursEntry(
            intern=agreement.intern,
            supervisor=mentor,
            agreement=agreement,
            category="mentor_individual",
            date=NOVEMBER.replace(day=day),
            start=time(10),
            zone="Europe/London",
            minutes=90,
            modality="in_person",
            format="individual",
            state="signed",
            logged_at=NOW,
            submitted_at=NOW,
        )
        for agreement in agreements
        for day in (3, 10)
    )
    return mentor


def test_confirming_is_one_short_transaction_and_each_person_costs_the_same(mentor, count_queries):
    recall, decider = a_proposed_recall(mentor), a_decider()
    shown = shown_of(recall)

    with count_queries(at_most=AT_ONCE):
        actions.confirm_recall(recall, shown_hash=shown, by=decider, now=NOW)
    assert FactsVersion.objects.filter(number=1).count() == PEOPLE
    assert JobRun.objects.filter(name="certification.write_recall_items").count() == 1

    with count_queries(at_most=EACH * BATCH):
        assert actions.write_items(recall, now=NOW) == BATCH
    items = RecallItem.objects.filter(recall=recall)
    assert items.filter(met_before=True, met_after=False, minutes=180).count() == BATCH
    recall.refresh_from_db()
    assert len(not_written(recall)) == PEOPLE - BATCH
    assert JobRun.objects.filter(name="certification.write_recall_items").count() == 2
