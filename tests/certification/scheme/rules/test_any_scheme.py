"""What holds for every scheme that can be put together, and any hours."""

import json
from datetime import timedelta

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from certification.scheme.rules import Evaluation, evaluate, read_facts, read_scheme

from .any_scheme import (
    FIRST,
    LAST_DAY,
    TOTALS,
    entries_of,
    entry_of,
    facts_with,
    gates_last,
    hours,
    leaves,
    sections,
)
from .documents import a_scheme_text
from .test_properties import anyhow

few = examples(anyhow, max_examples=25)

AFTER_ALL = FIRST + timedelta(LAST_DAY + 1)


def under(sections: dict):
    return read_scheme(a_scheme_text(requirements=TOTALS, **sections))


@anyhow
@given(sections, st.lists(hours, max_size=15), leaves, st.randoms(use_true_random=False))
def test_order_of_the_inputs_changes_neither_answer_nor_hash(rules, rows, away, chance):
    document = facts_with(entries_of(rows), away, AFTER_ALL)
    shuffled = json.loads(json.dumps(document))
    for part in [*shuffled.values(), *(one.get("conflicts") for one in shuffled["supervisors"])]:
        if isinstance(part, list):
            chance.shuffle(part)

    one = evaluate(under(rules), read_facts(document))
    other = evaluate(under(rules), read_facts(shuffled))

    assert one.inputs_hash == other.inputs_hash
    assert one.document() == other.document()


@anyhow
@given(gates_last, st.lists(hours, max_size=15), hours, leaves)
def test_an_hour_dated_after_all_others_never_lowers_a_total(rules, rows, last, away):
    entries = entries_of(rows)
    later = entry_of("last", last | {"day": LAST_DAY + 1})

    before = evaluate(under(rules), read_facts(facts_with(entries, away, AFTER_ALL)))
    after = evaluate(under(rules), read_facts(facts_with([*entries, later], away, AFTER_ALL)))

    for total in TOTALS:
        was, becomes = before.requirement(total["id"]), after.requirement(total["id"])
        assert becomes.have >= was.have
        assert becomes.projected >= was.projected


@anyhow
@given(sections, st.lists(hours, max_size=15), leaves)
def test_every_minute_is_either_counted_or_named_with_a_reason(rules, rows, away):
    entries = entries_of(rows)
    rules = rules | {"conversions": []}

    evaluation = evaluate(under(rules), read_facts(facts_with(entries, away, AFTER_ALL)))

    for entry in entries:
        answer = evaluation.entries[entry["id"]]
        assert answer.minutes + sum(loss.minutes for loss in answer.losses) == entry["minutes"]
        assert all(loss.minutes > 0 for loss in answer.losses)


@few
@given(sections, st.lists(hours, max_size=6), leaves, st.integers(15, LAST_DAY))
def test_an_answer_holds_until_the_first_day_that_brings_another(rules, rows, away, asked):
    """The oracle asks again every day."""
    scheme, entries, day = under(rules), entries_of(rows), FIRST + timedelta(asked)
    now = evaluate(scheme, read_facts(facts_with(entries, away, day)))

    for later in range(1, 80):
        then = evaluate(scheme, read_facts(facts_with(entries, away, day + timedelta(later))))
        if what_it_says(then) != what_it_says(now):
            assert now.holds_until == then.as_of
            return
    assert now.holds_until is None or now.holds_until > then.as_of


def what_it_says(evaluation: Evaluation) -> tuple:
    """All of an answer but the day of asking; `earliest` moves with it without any news."""
    document = evaluation.document()
    requirements = [one | {"earliest": None} for one in document["requirements"]]
    return document["met"], requirements, document["out_of_scope"]
