"""What may be overwritten and submitted."""

import pytest

from assessments.rules.answers import fingerprint, may_overwrite, may_submit


@pytest.mark.parametrize(
    ("sequence", "stored", "allowed"), [(0, 0, True), (3, 3, True), (2, 3, False), (4, 3, False)]
)
def test_a_save_overwrites_only_what_it_was_made_upon(sequence, stored, allowed):
    verdict = may_overwrite(sequence=sequence, stored=stored, saved="Agree", yours="Explain")

    assert bool(verdict) is allowed


def test_a_stale_save_is_told_both_texts():
    verdict = may_overwrite(sequence=0, stored=1, saved="Agree", yours="Explain")

    assert verdict.details == {"saved": "Agree", "yours": "Explain", "sequence": 1}


def test_the_fingerprint_knows_every_save_and_no_order():
    assert fingerprint([(1, 0), (2, 5)]) == fingerprint([(2, 5), (1, 0)])
    assert fingerprint([(1, 0), (2, 5)]) != fingerprint([(1, 0), (2, 6)])


@pytest.mark.parametrize(
    ("confirmed", "reason"),
    [("now", ""), (None, ""), ("before", "answers_changed_since"), ("", "answers_changed_since")],
)
def test_what_was_confirmed_is_what_is_submitted(confirmed, reason):
    assert may_submit(confirmed=confirmed, current="now").reason == reason
