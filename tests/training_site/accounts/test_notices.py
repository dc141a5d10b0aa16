"""What people are told: once, neutrally, by mail unless they chose the site only."""

import pytest
from django.core import mail
from django.urls import reverse

from tests.factories.accounts import a_trainee
from training_site.accounts import notices
from training_site.accounts.models import Notice
from training_site.accounts.notices import notify, register_notice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_events(monkeypatch):
    monkeypatch.setattr(notices, "_kinds", dict(notices._kinds))
    register_notice("test.news", subject="A message for you", body="Something happened")
    register_notice("test.deadline", subject="A date", body="Please answer", switchable=False)


def test_told_twice_with_one_key_is_told_once(now, run_jobs):
    trainee = a_trainee()

    notify(trainee, "test.news", key="1", at=now)
    notify(trainee, "test.news", key="1", at=now)
    run_jobs()

    assert Notice.objects.count() == 1
    assert [message.to for message in mail.outbox] == [[trainee.email]]


def test_the_mail_says_only_that_something_waits(now, run_jobs):
    notify(a_trainee(), "test.news", key="1", url="/learn/", at=now)
    run_jobs()

    assert "Something happened" not in mail.outbox[0].body
    assert Notice.objects.get().path in mail.outbox[0].body
    assert "/learn/" not in mail.outbox[0].body


def test_the_address_in_the_mail_leads_on_after_sign_in(client, sign_in, now):
    trainee = a_trainee()
    notice = notify(trainee, "test.news", key="1", url="/help/", at=now)
    closed = client.get(notice.path)
    sign_in(client, trainee)

    assert closed.url.startswith(reverse("account_login"))
    assert client.get(notice.path).url == "/help/"


def test_somebody_elses_address_leads_nowhere(client, sign_in, now):
    notice = notify(a_trainee(), "test.news", key="1", url="/help/", at=now)
    sign_in(client, a_trainee())

    assert client.get(notice.path).status_code == 404


def test_site_only_means_no_mail_but_what_has_a_deadline(now, run_jobs):
    trainee = a_trainee(mail_off=True)

    notify(trainee, "test.news", key="1", at=now)
    notify(trainee, "test.deadline", key="1", at=now)
    run_jobs()

    assert [message.subject for message in mail.outbox] == ["A date"]


def test_reading_the_page_marks_them_read(client, sign_in, now):
    trainee = a_trainee()
    notify(trainee, "test.news", key="1", at=now)
    sign_in(client, trainee)

    page = client.get(reverse("notices"))

    assert b"Something happened" in page.content
    assert not Notice.objects.waiting(trainee).exists()


def test_another_persons_notices_are_not_shown(client, sign_in, now):
    notify(a_trainee(), "test.news", key="1", at=now)
    sign_in(client, a_trainee())

    assert b"Something happened" not in client.get(reverse("notices")).content
