"""Truth tables: public states by standing and day, changes, validity, sharing. No database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from certification.credentials.rules.lifecycle import (
    CHANGES,
    REVOKED,
    Change,
    Standing,
    after,
    changes_open,
    may_change,
)
from certification.credentials.rules.public_state import PublicState, public_state
from certification.credentials.rules.sharing import may_share, opens
from certification.credentials.rules.validity import last_day
from certification.credentials.wording import SENTENCES, TONES, WORDS

UNTIL = date(2029, 11, 22)
REASON = "A question is being examined."


@pytest.mark.parametrize(
    ("standing", "day", "expected"),
    [
        (Standing.ACTIVE, date(2026, 11, 23), PublicState.VALID),
        (Standing.ACTIVE, UNTIL, PublicState.VALID),  # the last day is inclusive
        (Standing.ACTIVE, UNTIL + timedelta(days=1), PublicState.RENEWAL_DUE),
        (Standing.ACTIVE, UNTIL + timedelta(days=90), PublicState.RENEWAL_DUE),
        (Standing.ACTIVE, UNTIL + timedelta(days=91), PublicState.EXPIRED),
        (Standing.SUSPENDED, UNTIL, PublicState.SUSPENDED),
        (Standing.SUSPENDED, UNTIL + timedelta(days=90), PublicState.SUSPENDED),
        (Standing.SUSPENDED, UNTIL + timedelta(days=91), PublicState.EXPIRED),
        (Standing.WITHDRAWN, date(2026, 11, 23), PublicState.WITHDRAWN),
        (Standing.WITHDRAWN, UNTIL + timedelta(days=900), PublicState.WITHDRAWN),
        (Standing.RESIGNED, UNTIL, PublicState.NOT_HELD),
        (Standing.DECEASED, UNTIL, PublicState.NOT_HELD),
        (Standing.SUPERSEDED, UNTIL, PublicState.REPLACED),
        (Standing.ROTATED, UNTIL, PublicState.NOT_FOUND),
        (None, UNTIL, PublicState.NOT_FOUND),
    ],
)
def test_what_the_world_is_told(standing, day, expected):
    assert public_state(standing, UNTIL, day) == expected


def test_every_state_has_its_word_sentence_and_tone():
    assert set(WORDS) == set(SENTENCES) == set(TONES) == set(PublicState)


@pytest.mark.parametrize(
    ("standing", "changes"),
    [
        (Standing.ACTIVE, {Change.SUSPEND, Change.WITHDRAW, Change.RESIGN, Change.REPORT_DEATH}),
        (
            Standing.SUSPENDED,
            {
                Change.KEEP_SUSPENDED,
                Change.REINSTATE,
                Change.WITHDRAW,
                Change.RESIGN,
                Change.REPORT_DEATH,
            },
        ),
        (Standing.WITHDRAWN, set()),
        (Standing.RESIGNED, set()),
        (Standing.DECEASED, set()),
        (Standing.SUPERSEDED, set()),
        (Standing.ROTATED, set()),
    ],
)
def test_what_can_be_done_to_a_certificate(standing, changes):
    assert set(changes_open(standing)) == changes


def test_what_ends_by_a_finding_or_a_wish_sets_the_bit_and_suspension_does_not():
    assert REVOKED == {
        Standing.WITHDRAWN,
        Standing.RESIGNED,
        Standing.SUPERSEDED,
        Standing.ROTATED,
    }
    assert {after(change) for change in CHANGES} & REVOKED == {
        Standing.WITHDRAWN,
        Standing.RESIGNED,
    }


@pytest.mark.parametrize(
    ("standing", "change", "holder", "reason", "refusal"),
    [
        (Standing.ACTIVE, Change.SUSPEND, False, REASON, ""),
        (Standing.ACTIVE, Change.SUSPEND, True, REASON, "own_certificate"),
        (Standing.ACTIVE, Change.SUSPEND, False, "  short  ", "reason_too_short"),
        (Standing.WITHDRAWN, Change.REINSTATE, False, REASON, "certificate_not_there"),
        (Standing.WITHDRAWN, Change.REINSTATE_ON_APPEAL, False, REASON, ""),
        (Standing.SUSPENDED, Change.REINSTATE_ON_APPEAL, False, REASON, "certificate_not_there"),
    ],
)
def test_who_may_change_it_and_when(standing, change, holder, reason, refusal):
    verdict = may_change(standing, change, is_holder=holder, reason=reason)

    assert verdict.reason == refusal


@pytest.mark.parametrize(
    ("first", "years", "expected"),
    [
        (date(2026, 11, 23), 3, date(2029, 11, 22)),
        (date(2024, 2, 29), 3, date(2027, 2, 28)),
        (date(2026, 3, 1), 2, date(2028, 2, 29)),
    ],
)
def test_validity_ends_the_day_before_the_anniversary(first, years, expected):
    assert last_day(first, years) == expected


def test_a_share_link_opens_until_its_end_or_its_revocation():
    now = datetime(2026, 11, 23, tzinfo=UTC)

    assert opens(expires_at=now + timedelta(seconds=1), revoked_at=None, now=now)
    assert not opens(expires_at=now, revoked_at=None, now=now)
    assert not opens(expires_at=now + timedelta(days=1), revoked_at=now, now=now)


@pytest.mark.parametrize(
    ("days", "held", "reason"),
    [
        (30, True, ""),
        (90, True, ""),
        (91, True, "share_too_long"),
        (0, True, "share_too_long"),
        (30, False, "certificate_not_held"),
    ],
)
def test_how_long_a_certificate_is_shared(days, held, reason):
    assert may_share(days=days, held=held).reason == reason
