"""Help, health, background work."""

import pytest
from django.db import connection
from django.urls import reverse

from tests.factories.accounts import a_person, a_trainee, an_administrator
from training_site.accounts.roles import Role
from training_site.dashboard.help import PAGES
from training_site.jobs import enqueue
from training_site.jobs.models import JobRun

pytestmark = pytest.mark.django_db


@pytest.fixture
def a_dead_job():
    run = enqueue("accounts.mail_notice", key="dead-one", args=[1])
    JobRun.objects.update(state="dead", attempts=3, finished_at=run.created_at)
    return JobRun.objects.get()


@pytest.mark.parametrize("slug", sorted(PAGES))
def test_each_role_has_a_help_page_open_to_everybody(client, slug):
    assert client.get(reverse("help_page", args=[slug])).status_code == 200


def test_every_role_is_helped():
    helped = frozenset().union(*(roles for _title, _line, roles in PAGES.values()))

    assert helped == set(Role)


def test_ones_own_page_stands_first(client, sign_in):
    sign_in(client, a_person(Role.REGISTRAR))

    assert client.get(reverse("help")).context["pages"][0][0] == "registrar"


def test_an_unknown_help_page_is_not_found(client):
    assert client.get("/help/nobody/").status_code == 404


def test_health_answers_without_the_database_and_readiness_asks_it(client, monkeypatch):
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").status_code == 200

    def refused(*args, **kwargs):
        from django.db import DatabaseError

        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", refused)
    assert client.get("/readyz").status_code == 503


def test_what_was_given_up_is_shown_and_tried_again(client, sign_in, a_dead_job):
    sign_in(client, an_administrator())

    assert b"accounts.mail_notice" in client.get(reverse("jobs")).content
    client.post(reverse("jobs_again", args=[a_dead_job.public_id]))

    a_dead_job.refresh_from_db()
    assert a_dead_job.state != "dead"


def test_background_work_is_not_for_learners(client, sign_in):
    sign_in(client, a_trainee())

    assert client.get(reverse("jobs")).status_code in {302, 403}
