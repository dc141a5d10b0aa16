"""What holds for each kind, generated: nothing lost on the way, the key in nothing that is shown."""

import json
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.rules.kinds import KINDS_OF_ITEM, Wording, kind_of
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.assessments.rules.kinds.strategies import (
    ENTRIES,
    answered,
    entries,
    places_in,
    with_another_key,
    wording_of,
)
from training_site.verdict import Refused

every_kind = pytest.mark.parametrize("name", sorted(KINDS_OF_ITEM))
generous = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=20)


@every_kind
@generous
@given(data=st.data())
def test_an_entry_comes_back_as_it_was_stored(name, data):
    entry = data.draw(entries(name))
    wording = wording_of(entry)

    back = kind_of(name).entry(wording)

    assert back == {key: entry[key] for key in ("options", "body") if key in entry}
    assert kind_of(name).stored(back) == {"options": wording.options, "body": wording.body}


@every_kind
@generous
@given(data=st.data())
def test_what_is_stored_survives_the_database(name, data):
    _kind, wording, layout, answer = data.draw(answered(entries(name)))

    for value in (wording.options, wording.body, layout, answer):
        assert json.loads(json.dumps(value)) == value
        assert "\0" not in json.dumps(value, ensure_ascii=False)
        json.dumps(value, ensure_ascii=False).encode()


@every_kind
@generous
@given(data=st.data())
def test_fields_lead_back_to_the_answer(name, data):
    kind, wording, layout, answer = data.draw(answered(entries(name)))

    assert kind.read(wording, layout, kind.fields(answer)) == answer
    assert set(kind.fields(answer)) <= {
        place["field"] for place in places_in(kind.shown(wording, layout, answer))
    }


@every_kind
@generous
@pytest.mark.lesson(5)
@given(data=st.data())
def test_the_key_is_in_nothing_that_is_shown(name, data):
    entry, seed = data.draw(entries(name)), data.draw(st.integers())
    kind, one, other = kind_of(name), wording_of(entry), wording_of(with_another_key(entry))

    assert kind.entry(one) != kind.entry(other)
    assert shown_blank(one, seed) == shown_blank(other, seed)


def shown_blank(wording: Wording, seed: int) -> str:
    kind = kind_of(wording.kind)
    layout = kind.lay_out(wording, seed)
    return json.dumps([layout, kind.shown(wording, layout, kind.blank())])


@every_kind
@generous
@given(data=st.data())
def test_shares_lie_between_nothing_and_everything(name, data):
    kind, wording, _layout, answer = data.draw(answered(entries(name)))
    share = kind.share(wording, answer)

    if kind.by_hand and kind.is_answered(answer):
        assert share is None
    else:
        assert isinstance(share, Fraction)
        assert 0 <= share <= 1


@every_kind
@generous
@given(data=st.data())
def test_nothing_answered_earns_nothing_and_the_key_everything(name, data):
    wording = wording_of(data.draw(entries(name)))
    kind = kind_of(name)

    assert kind.share(wording, kind.blank()) == 0
    assert not kind.is_answered(kind.blank())
    assert kind.in_words(wording, kind.blank()) == ""
    if not kind.by_hand:
        assert kind.share(wording, kind.right(wording)) == 1
        assert kind.key_in_words(wording)


@every_kind
@generous
@given(data=st.data())
def test_the_key_can_be_given_as_an_answer(name, data):
    wording = wording_of(data.draw(entries(name)))
    kind = kind_of(name)
    layout = kind.lay_out(wording, 1)

    right = kind.read(wording, layout, kind.fields(kind.right(wording)))

    assert kind.by_hand or kind.share(wording, right) == 1
    assert all(judged.right for judged in kind.judged(wording, layout, right))


@generous
@given(answered())
def test_full_marks_mean_that_every_part_is_judged_right(held):
    kind, wording, layout, answer = held
    judged = kind.judged(wording, layout, answer)

    if not kind.by_hand:
        assert (kind.share(wording, answer) == 1) is all(one.right for one in judged)


@generous
@given(ENTRIES, st.integers())
def test_a_seed_lays_out_one_way(entry, seed):
    wording = wording_of(entry)
    kind = kind_of(wording.kind)

    assert kind.lay_out(wording, seed) == kind.lay_out(wording, seed)


@generous
@given(answered())
def test_words_and_remarks_can_be_had_of_every_answer(held):
    kind, wording, _layout, answer = held

    assert isinstance(kind.in_words(wording, answer), str)
    assert all(isinstance(text, str) for text in kind.texts(wording))
    assert kind.remark(wording, kind.blank())
    kind.remark(wording, answer)


@every_kind
@pytest.mark.parametrize("field", ["unknown", "a.b.c", "a-b", "__proto__"])
def test_no_kind_takes_a_field_that_it_did_not_show(name, field):
    wording = wording_of(EXAMPLES[name])
    kind = kind_of(name)

    with pytest.raises(Refused) as refused:
        kind.read(wording, kind.lay_out(wording, 1), {field: ["x"]})
    assert refused.value.reason == "field_unknown"


@every_kind
@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"options": None, "body": None},
        {"body": {"pairs": [{}], "sequence": [None, 3], "gaps": [{}], "parts": [{}]}},
        {"body": {"accepted": [{}], "rubric": [{}], "value": "three", "text": "[[a]]"}},
        {"options": [{}], "body": {"parts": [{"kind": "crossword", "body": {"a": 1}}]}},
        {"body": {"rubric": [{"levels": [{"marks": "many"}]}], "words_min": "few"}},
    ],
)
def test_an_unfinished_entry_is_kept_and_not_published(name, entry):
    wording = wording_of(entry | {"kind": name, "stem": "?"})

    verdict = kind_of(name).may_publish(wording)

    assert not verdict
    assert kind_of(name).stored(kind_of(name).entry(wording)) == {
        "options": wording.options,
        "body": wording.body,
    }
    assert kind_of(name).texts(wording)


@generous
@given(ENTRIES)
def test_every_entry_that_is_generated_may_be_published(entry):
    assert kind_of(entry["kind"]).may_publish(wording_of(entry))
