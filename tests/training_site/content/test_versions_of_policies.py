"""A version that asks again ends earlier signatures and shows what it changes; a correction does not."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from certification.scheme.facts import learning_of
from tests.factories.accounts import a_trainee
from training_site.accounts.models import Notice
from training_site.content.actions import attest
from training_site.content.actions.telling import tell_who_signs_again
from training_site.content.association import association
from training_site.content.civil import association_zone, civil_date
from training_site.content.models import Attestation, PolicyVersion
from training_site.content.rules.policies import counting
from training_site.content.signing import left_to_sign, signed_since, signers, standing_of

PAGE = "/policies/contract/"
DAY = timedelta(days=1)
FIRST = date(2026, 1, 1)


def a_version(number, day, body="<p>Keep it for five years.</p>", *, asks_again=True):
    return PolicyVersion.objects.create(
        policy="contract",
        number=number,
        title="Contract",
        body=body,
        effective_from=day,
        asks_again=asks_again,
    )


@pytest.fixture
def ana(db):
    a_version("1", FIRST)
    return a_trainee(name="Ana Reyes")


def signs(person, now):
    version = PolicyVersion.objects.in_force("contract", civil_date(now))
    return attest(person, version, typed_name=person.name, now=now)


def left(person, now):
    return [version.number for version in left_to_sign(person, now, ["contract"])]


@pytest.mark.parametrize(
    ("versions", "count"),
    [
        ([], []),
        ([(1, True)], [1]),
        ([(2, True), (1, True)], [2]),
        # A correction leaves the one before standing, and so on back to the last that asked.
        ([(3, False), (2, False), (1, True), (0, True)], [3, 2, 1]),
        # Nothing ever asked: everything counts.
        ([(2, False), (1, False)], [2, 1]),
    ],
)
def test_a_signature_counts_until_a_version_asks_again(versions, count):
    assert counting(versions) == count


def test_a_new_version_asks_from_its_first_day_on(ana, now):
    signs(ana, now)
    a_version("2", now.date() + DAY)

    assert left(ana, now) == []
    assert left(ana, now + DAY) == ["2"]
    assert signed_since(ana, "contract", now) == now
    assert signed_since(ana, "contract", now + DAY) is None


def test_a_correction_asks_nobody_who_signed_and_shows_itself_to_who_did_not(ana, now):
    signs(ana, now)
    a_version("1.1", now.date() + DAY, asks_again=False)

    assert left(ana, now + DAY) == []
    assert left(a_trainee(), now + DAY) == ["1.1"]
    assert standing_of(ana, "contract", now.date() + DAY).signed is None


def test_somebody_else_s_signature_counts_for_nobody(ana, now):
    signs(a_trainee(), now)

    assert left(ana, now) == ["1"]


def test_what_is_left_of_several_policies_is_asked_in_one_query(ana, now, count_queries):
    association()
    with count_queries(at_most=2):  # and the association's zone
        left_to_sign(ana, now, ["contract", "code", "notice"])


def test_those_whom_a_version_would_ask_are_active_and_hold_a_signature_that_counts(ana, now):
    signs(ana, now)
    signs(a_trainee(is_active=False), now)
    a_version("2", now.date())
    renewed = a_trainee()
    signs(renewed, now)

    assert list(signers("contract", now.date())) == [renewed]


def test_the_engine_takes_a_correction_for_the_version_it_corrects(ana, now):
    a_version("1.1", now.date(), asks_again=False)
    signs(ana, now)

    heard = learning_of(ana, association_zone())

    assert heard["policies"] == [
        {"policy": "contract", "version": "1", "effective": FIRST.isoformat()}
    ]
    assert heard["attestations"] == [
        {"policy": "contract", "version": "1", "signed": now.date().isoformat()}
    ]


def test_each_who_signed_before_is_told_once_on_the_first_day(ana, now, run_jobs, mailoutbox):
    signs(ana, now)
    a_trainee()
    a_version("2", now.date() + DAY)

    assert tell_who_signs_again(now=now) == 0
    tell_who_signs_again(now=now + DAY)
    tell_who_signs_again(now=now + DAY)
    run_jobs()

    assert [notice.person for notice in Notice.objects.all()] == [ana]
    assert ["policy" in mail.subject.lower() for mail in mailoutbox] == [False]


def test_who_has_signed_it_is_not_told_and_a_correction_tells_nobody(ana, now):
    signs(ana, now)
    a_version("1.1", now.date() + DAY, asks_again=False)
    a_version("2", now.date() + 2 * DAY)
    signs(ana, now + 2 * DAY)

    assert tell_who_signs_again(now=now + DAY) == 0
    assert tell_who_signs_again(now=now + 2 * DAY) == 0


@pytest.fixture
def signed_in(client, sign_in, ana):
    signs(ana, timezone.now() - 40 * DAY)
    return sign_in(client, ana)


def test_the_page_shows_what_changed_and_asks(signed_in, ana):
    a_version("2", civil_date(timezone.now()), "<p>Keep it for seven years.</p>")

    page = signed_in.get(PAGE)

    shown = BeautifulSoup(page.content, "html.parser")
    assert "What changed since version 1" in shown.select_one("#changes").get_text()
    # Said in words as well, for who sees neither strokes nor colours.
    assert [" ".join(one.get_text().split()) for one in shown.select("del, ins")] == [
        "[removed: five end]",
        "[added: seven end]",
    ]
    signed_in.post(PAGE, {"typed_name": "Ana Reyes"})
    assert Attestation.objects.of(ana).count() == 2
    assert "What changed" not in signed_in.get(PAGE).text


def test_the_page_of_a_correction_says_that_the_signature_counts(signed_in):
    a_version("1.1", civil_date(timezone.now()), "<p>Keep it for 5 years.</p>", asks_again=False)

    page = signed_in.get(PAGE).text

    assert "Your signature of version 1 counts for this one" in page
    assert "Only the wording was corrected" in page
    assert "Sign this version" not in page


def test_who_signs_for_the_first_time_sees_the_text_alone(client, sign_in, ana):
    a_version("2", civil_date(timezone.now()))
    sign_in(client, ana)

    assert "What changed" not in client.get(PAGE).text
