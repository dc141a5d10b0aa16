"""Raw SQL against the last wall, on both engines: who recalls whom, and that it stays as it was."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.factories.certification import a_mentor
from tests.factories.recalls import (
    a_confirmed_recall,
    a_proposed_recall,
    an_intern_signed_for,
    decide,
    the_item,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def run(sql, *values) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


def refused(sql, *values):
    with pytest.raises(DatabaseError):
        run(sql, *values)


@pytest.fixture
def mentor():
    return a_mentor()


@pytest.mark.lesson(62)
@pytest.mark.parametrize("who", ["supervisor_id", "proposed_by_id"])
def test_it_is_confirmed_by_neither_of_the_two(mentor, who):
    recall = a_proposed_recall(mentor)

    refused(
        f"UPDATE certification_recall SET confirmed_by_id = {who}, confirmed_at = proposed_at"
        " WHERE id = %s",
        recall.pk,
    )
    refused(
        "UPDATE certification_recall SET proposed_by_id = supervisor_id WHERE id = %s", recall.pk
    )


def test_it_is_confirmed_whole_and_ends_after_it_begins(mentor):
    recall = a_proposed_recall(mentor)

    refused("UPDATE certification_recall SET confirmed_at = proposed_at WHERE id = %s", recall.pk)
    refused("UPDATE certification_recall SET until_day = '2020-01-01' WHERE id = %s", recall.pk)
    assert run("UPDATE certification_recall SET from_day = from_day WHERE id = %s", recall.pk) == 1


@pytest.mark.parametrize(
    "change",
    [
        "from_day = '2026-01-01'",
        "until_day = '2026-12-01'",
        "withheld = '[]'",
        "confirmed_by_id = NULL, confirmed_at = NULL",
        "dropped_at = proposed_at",
        "role = 'clinician'",
    ],
)
def test_confirmed_it_stays(mentor, change):
    recall = a_confirmed_recall(mentor)

    refused(f"UPDATE certification_recall SET {change} WHERE id = %s", recall.pk)
    refused("DELETE FROM certification_recall WHERE id = %s", recall.pk)


def test_nobody_is_written_in_as_deciding_about_themselves(mentor):
    intern = an_intern_signed_for(mentor)
    a_confirmed_recall(mentor)

    refused(
        "UPDATE certification_recallitem SET outcome = 'reasons', decided_by_id = person_id,"
        " decided_at = (SELECT confirmed_at FROM certification_recall)  WHERE person_id = %s",
        intern.pk,
    )


@pytest.mark.parametrize(
    "change",
    [
        "outcome = 'reasons'",  # without who and when
        "due_on = '2027-01-01'",  # a day without hours to make up
    ],
)
def test_an_outcome_is_written_whole(mentor, change):
    intern = an_intern_signed_for(mentor)
    a_confirmed_recall(mentor)

    refused(f"UPDATE certification_recallitem SET {change} WHERE person_id = %s", intern.pk)


def test_a_suspension_needs_its_event(mentor):
    intern = an_intern_signed_for(mentor)
    recall = a_confirmed_recall(mentor)

    refused(
        "UPDATE certification_recallitem SET outcome = 'suspended', decided_by_id = %s,"
        " decided_at = (SELECT confirmed_at FROM certification_recall) WHERE person_id = %s",
        recall.confirmed_by_id,
        intern.pk,
    )


@pytest.mark.parametrize("change", ["outcome = 'stands'", "minutes = 0", "missing = '[]'"])
def test_what_is_decided_is_neither_changed_nor_removed(mentor, change):
    intern = an_intern_signed_for(mentor)
    a_confirmed_recall(mentor)
    item = decide(the_item(intern), "reasons")

    refused(f"UPDATE certification_recallitem SET {change} WHERE id = %s", item.pk)
    refused("DELETE FROM certification_recallitem WHERE id = %s", item.pk)
