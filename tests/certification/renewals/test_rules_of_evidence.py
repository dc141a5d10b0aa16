"""In plain Python: what is claimed and signed, what counts, when somebody is reminded."""

from datetime import date, timedelta

import pytest

from certification.renewals.rules import education, peers
from certification.renewals.rules.due import stretch
from certification.renewals.rules.evidence import hash_of, is_complete, is_met
from certification.renewals.rules.reminders import last_days_to_look_at, reminder_on
from certification.renewals.rules.term_plot import SIDE, WIDTH, term_plot
from certification.scheme.rules.requirements.renewals import Term

DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


FIRST, TODAY = day("2024-03-15"), day("2026-11-23")
TERM = Term.of(FIRST, day("2027-03-14"), opens_months=12, grace_days=90, late_months=12)


@pytest.mark.parametrize(
    ("on", "minutes", "already", "reason"),
    [
        (TODAY, 90, False, ""),
        (FIRST, 90, False, ""),  # the first day of the term
        (FIRST - DAY, 90, False, "activity_before_term"),
        (TODAY + DAY, 90, False, "activity_in_future"),
        (TODAY, 0, False, "activity_too_long"),
        (TODAY, 6000, False, ""),
        (TODAY, 6001, False, "activity_too_long"),
        (TODAY, 90, True, "activity_claimed_already"),
    ],
)
def test_what_can_be_claimed(on, minutes, already, reason):
    verdict = education.may_claim(
        day=on, today=TODAY, first=FIRST, minutes=minutes, claimed_already=already
    )

    assert verdict.reason == reason


def test_a_claim_is_its_claimants_and_its_answer_somebody_elses():
    assert education.may_change(is_own=True, answered=False)
    assert education.may_change(is_own=False, answered=False).reason == "own_education_only"
    assert education.may_change(is_own=True, answered=True).reason == "activity_answered"
    assert education.may_answer(is_own=False, waiting=True)
    assert education.may_answer(is_own=True, waiting=True).reason == "own_education"
    assert education.may_answer(is_own=False, waiting=False).reason == "activity_answered"
    assert education.may_decline("too short").reason == "reason_too_short"
    assert education.may_decline("x" * 2001).reason == "reasons_too_long"
    assert education.may_decline("The certificate names another person.")


@pytest.mark.parametrize(
    ("peer", "asked", "able", "held_on", "text", "reason"),
    [
        (True, True, True, TODAY, "x" * 20, ""),
        (False, True, True, TODAY, "x" * 20, "own_peer_review_only"),
        (True, False, True, TODAY, "x" * 20, "peer_review_answered"),
        (True, True, False, TODAY, "x" * 20, "peer_not_certified"),
        (True, True, True, TODAY + DAY, "x" * 20, "conversation_in_future"),
        (True, True, True, TODAY, "x" * 19, "words_too_short"),
        (True, True, True, TODAY, "x" * 10_001, "reasons_too_long"),
    ],
)
def test_signing_as_a_peer(peer, asked, able, held_on, text, reason):
    verdict = peers.may_sign(
        is_peer=peer, asked=asked, able=able, held_on=held_on, today=TODAY, text=text
    )

    assert verdict.reason == reason


def test_nobody_is_their_own_peer():
    assert not peers.can_review(is_self=True, certified=True, mentors=True)
    assert not peers.can_review(is_self=False, certified=False, mentors=False)
    assert peers.can_review(is_self=False, certified=False, mentors=True)


def test_a_signature_covers_every_word():
    sheet = peers.Sheet("a", "b", "2026-06-01", "meets", "digest")

    others = [sheet.__class__(**(vars(sheet) | {name: "other"})) for name in vars(sheet)]

    assert len({sheet.hash, *(one.hash for one in others)}) == 6


def a_document(*states: str, met: bool = True, needed: int = 1, judgements=("meets",)) -> dict:
    rows = [
        {"id": f"r{n}", "state": state, "have": 1, "need": 1, "reason": "", "counted": [], "not_counted": []}
        for n, state in enumerate(states)
    ]  # fmt: skip
    signed = [{"id": str(n), "judgement": one} for n, one in enumerate(judgements)]
    peers_signed = {"needed": needed, "signed": signed}
    return {"scheme": "s", "version": "1", "met": met, "requirements": rows, "peers": peers_signed}


@pytest.mark.parametrize(
    ("document", "complete", "met"),
    [
        (a_document("met", "waived"), True, True),
        (a_document("met", "pending", met=False), True, False),
        (a_document("met", "not_met", met=False), False, False),
        (a_document("not_started", met=False), False, False),
        (a_document("met", judgements=()), False, False),
        (a_document("met", judgements=("concerns",)), False, False),
        (a_document("met", judgements=("concerns", "meets")), True, True),
        (a_document("met", needed=0, judgements=()), True, True),
        (a_document("met", needed=2, judgements=("meets",)), False, False),
    ],
)
def test_what_is_there_and_what_counts(document, complete, met):
    assert (is_complete(document), is_met(document)) == (complete, met)


def test_a_day_that_passes_is_no_news_and_everything_else_is():
    document = a_document("met")
    another_day = document | {"as_of": "2026-12-01", "holds_until": None, "inputs_hash": "other"}
    more_hours = {**document["requirements"][0], "have": 2}
    signed = {**document["peers"], "signed": []}

    assert hash_of(another_day) == hash_of(document)
    assert hash_of(document | {"requirements": [more_hours]}) != hash_of(document)
    assert hash_of(document | {"peers": signed}) != hash_of(document)


LAST = day("2027-03-14")


@pytest.mark.lesson(55)
@pytest.mark.parametrize(
    ("days", "which"),
    [
        (91, None), (90, "90"), (84, "90"), (83, None),
        (60, "60"), (54, "60"), (53, None), (30, "30"), (7, "7"), (1, "7"),
        (0, None),  # the last day itself
        (-1, "grace"), (-7, "grace"), (-8, None),
        (-90, None),  # the last day of grace
        (-91, "over"), (-97, "over"), (-98, None),
    ],
)  # fmt: skip
def test_each_reminder_has_its_week(days, which):
    assert reminder_on(LAST, 90, LAST - timedelta(days=days)) == which


@pytest.mark.parametrize(
    ("days", "which"), [(-1, "grace"), (-3, "grace"), (-4, "over"), (-10, "over"), (-11, None)]
)
def test_a_short_grace_is_over_before_its_week_is(days, which):
    assert reminder_on(LAST, 3, LAST - timedelta(days=days)) == which


def test_only_days_on_which_something_is_said_are_looked_at():
    """Whoever has a reminder due is among those asked for, and nobody else is but for the last day."""
    today = day("2026-11-23")
    looked_at = last_days_to_look_at(today, [90, 30])
    for left in range(-140, 120):
        last = today + timedelta(days=left)
        for grace in (90, 30):
            if reminder_on(last, grace, today):
                assert any(first <= last <= end for first, end in looked_at), (left, grace)
    assert sum((end - first).days + 1 for first, end in looked_at) == 7 * 7


@pytest.mark.parametrize(
    ("which", "first", "last"),
    [
        ("ahead", "2026-11-23", "2027-11-23"),
        ("grace", "2026-08-25", "2026-11-22"),
        ("lapsed", "2025-11-23", "2026-08-24"),
    ],
)
def test_the_stretches_follow_each_other_without_a_gap(which, first, last):
    assert stretch(which, TODAY, 90) == (day(first), day(last))


def test_the_drawing_keeps_to_its_box_and_its_order():
    learnt = [
        (day("2024-03-14"), 60, True),  # before the term: not drawn
        (day("2024-03-15"), 60, True),
        (day("2025-09-01"), 720, False),
        (day("2026-11-23"), 9000, True),
    ]

    plot = term_plot(TERM, learnt, TODAY)

    assert [knot.counts for knot in plot.knots] == [True, False, True]
    assert plot.knots[0].x == SIDE
    assert plot.opens < plot.today < plot.last < plot.end == WIDTH - SIDE
    assert [knot.r for knot in plot.knots] == [3.5, 9.0, 9.0]


@pytest.mark.parametrize("today", ["2024-03-14", "2028-03-15"])
def test_a_day_outside_is_not_marked(today):
    assert term_plot(TERM, [], day(today)).today is None
