"""Signing the same version again: a new row, at most one a day, offered from eleven months after."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from certification.scheme.facts import learning_of
from tests.factories.accounts import a_trainee
from training_site.audit.models import AuditEvent
from training_site.content.actions import attest
from training_site.content.civil import association_zone
from training_site.content.models import Attestation, PolicyVersion
from training_site.content.rules.attestations import is_fresh, may_sign_again, months_after

PAGE = "/policies/code-of-ethics/"
DAY = timedelta(days=1)


@pytest.fixture
def code(db):
    return PolicyVersion.objects.create(
        policy="code-of-ethics",
        number="1",
        title="Code",
        body="<p>Text.</p>",
        effective_from=date(2020, 1, 1),
    )


@pytest.fixture
def signs(code):
    trainee = a_trainee(name="Ana Reyes")
    return lambda at: attest(trainee, code, typed_name="Ana Reyes", now=at)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 10), 11, date(2026, 12, 10)),
        (date(2026, 3, 31), 11, date(2027, 2, 28)),
        (date(2027, 3, 31), 11, date(2028, 2, 29)),
        (date(2026, 2, 1), 11, date(2027, 1, 1)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(day, months, later):
    assert months_after(day, months) == later


def test_a_signature_is_fresh_for_thirty_days():
    signed = date(2026, 1, 1)

    assert is_fresh(signed, signed + 30 * DAY)
    assert not is_fresh(signed, signed + 31 * DAY)
    assert not is_fresh(None, signed)


def test_signing_again_is_offered_from_eleven_months_after():
    assert not may_sign_again(date(2026, 1, 10), date(2026, 12, 9))
    assert may_sign_again(date(2026, 1, 10), date(2026, 12, 10))


@pytest.mark.both_stacks
def test_the_same_version_is_signed_again_by_a_new_row(signs, now):
    first = signs(now)
    second = signs(now + 31 * DAY)

    assert first != second
    assert AuditEvent.objects.filter(verb="content.policy.attested").count() == 2


def test_within_thirty_days_the_answer_is_the_signature_there_is(signs, now):
    first = signs(now)

    assert signs(now + 30 * DAY) == first
    assert Attestation.objects.count() == 1


@pytest.mark.both_stacks
def test_the_database_keeps_one_signature_a_day(signs, now):
    signed = signs(now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Attestation.objects.create(
            person=signed.person,
            version=signed.version,
            typed_name="Ana Reyes",
            at=now,
            signed_on=signed.signed_on,
        )


def test_the_day_of_a_signature_is_the_association_s(signs, now):
    late_in_summer = now.replace(month=7, hour=23, minute=30)

    assert signs(late_in_summer).signed_on == date(2026, 7, 24)


def test_the_engine_hears_of_the_newest_signature(signs, now):
    person = signs(now - 330 * DAY).person
    signs(now)

    heard = learning_of(person, association_zone())["attestations"]

    assert heard == [{"policy": "code-of-ethics", "version": "1", "signed": "2026-11-23"}]


def test_the_page_offers_to_sign_again_when_it_is_time(client, sign_in, signs):
    sign_in(client, signs(timezone.now() - 340 * DAY).person)

    assert "Sign it again" in client.get(PAGE).text
    client.post(PAGE, {"typed_name": "Ana Reyes"})
    assert Attestation.objects.count() == 2
    assert "Sign it again" not in client.get(PAGE).text


def test_before_that_the_page_offers_nothing_to_sign(client, sign_in, signs):
    sign_in(client, signs(timezone.now() - 200 * DAY).person)

    page = client.get(PAGE).text
    client.post(PAGE, {"typed_name": "Ana Reyes"})

    assert "Sign it again" not in page
    assert "You signed this version" in page
    assert Attestation.objects.count() == 1
