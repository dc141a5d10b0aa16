"""The test environment keeps its own promises."""

import socket

import pytest
from django.db import connection, transaction
from wagtail.models import Page, Site


@pytest.mark.both_stacks
@pytest.mark.django_db
def test_the_template_database_holds_what_migrations_made():
    assert Page.objects.filter(depth=1).exists()


@pytest.mark.both_stacks
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", [1, 2])
def test_a_test_that_commits_leaves_nothing_for_the_next(round_):
    before = Site.objects.filter(hostname="left-behind.example").count()

    Site.objects.create(hostname="left-behind.example", root_page=Page.objects.first())

    assert before == 0
    assert Page.objects.filter(depth=1).exists()


@pytest.mark.django_db
def test_on_commit_callbacks_run_when_the_outermost_block_ends():
    heard = []

    with transaction.atomic():
        with transaction.atomic():
            transaction.on_commit(lambda: heard.append("inner"))
        assert heard == []

    assert heard == ["inner"]


@pytest.mark.django_db
def test_on_commit_callbacks_of_a_rolled_back_block_never_run():
    heard = []

    with pytest.raises(LookupError), transaction.atomic():
        transaction.on_commit(lambda: heard.append("lost"))
        raise LookupError

    assert heard == []


@pytest.mark.django_db
def test_counted_queries_leave_out_transaction_control(count_queries):
    with count_queries(exactly=1), transaction.atomic():
        Page.objects.count()

    with pytest.raises(AssertionError, match="1 queries, 0 allowed"), count_queries(at_most=0):
        Page.objects.count()


@pytest.mark.django_db
def test_sqlite_runs_in_a_file_with_the_journal_of_production():
    if connection.vendor == "sqlite":
        mode = connection.cursor().execute("PRAGMA journal_mode").fetchone()[0]
        assert mode == "wal"
    else:
        assert connection.settings_dict["NAME"].startswith("triad_test_")


def test_no_test_reaches_another_machine():
    with pytest.raises(Exception, match=r"A test tried"), socket.socket() as attempt:
        attempt.connect(("192.0.2.1", 80))
