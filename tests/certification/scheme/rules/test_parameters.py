"""Figures of a scheme changed in its text: that value, and nothing else."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from certification.scheme.rules import SchemeError, read_scheme
from certification.scheme.rules.parameters import parameters_of, with_number, with_values

SCHEMES = Path(settings.BASE_DIR) / "training_site/curriculum/schemes"
TEXT = (SCHEMES / "certified-surrogate-partner-0.9.yaml").read_text(encoding="utf-8")
STYLES = """
scheme: styles   # a comment
version: '1'
title: Plain words
caps:
  - {id: c, rule: cap, where: {category: [direct_session]}, minutes: 60, title: 'It''s', source: "a \\"b\\""}
requirements:
  - id: r
    rule: share_min   # kept
    where: {category: [direct_session]}
    of: {category: [direct_session, observation]}
    share: "1/2"
    title: >-
      Folded words
      over two lines
  - id: x
    rule: evaluation_required
    form: final
    at_least: 2
decision: {reviews: 2}
"""
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40
).filter(str.strip)
SHARES = st.tuples(st.integers(0, 99), st.integers(99, 999)).map(lambda two: f"{two[0]}/{two[1]}")


def plain(text: str) -> dict:
    return json.loads(json.dumps(read_scheme(text).document))


def changed(document, path: tuple[str, ...], value):
    """The document with one value replaced, in the way that a person reads the path."""
    section, *rest = path
    if not rest:
        return document | {section: value}
    if isinstance(document[section], list) and not section.isdigit():
        rows = [
            changed(row, tuple(rest[1:]), value) if rest[0] in (row.get("id"), str(place)) else row
            for place, row in enumerate(document[section])
        ]
        return document | {section: rows}
    return document | {section: changed(document[section], tuple(rest), value)}


@pytest.mark.parametrize("text", [TEXT, STYLES])
def test_saving_without_a_change_leaves_the_text_to_the_letter(text):
    values = {one.name: one.value for one in parameters_of(text)}

    assert with_values(text, values) == text


def test_figures_and_words_are_parameters_and_structure_is_not():
    names = {one.name for one in parameters_of(STYLES)}

    assert names == {
        "title",
        "caps/c/minutes",
        "caps/c/title",
        "caps/c/source",
        "requirements/r/share",
        "requirements/x/at_least",
        "decision/reviews",
    }


@pytest.mark.parametrize("text", [TEXT, STYLES])
@given(data=st.data())
def test_a_changed_parameter_reads_as_that_and_nothing_else_is_changed(text, data):
    one = data.draw(st.sampled_from(parameters_of(text)))
    values = {"whole": st.integers(1, 1200), "share": SHARES, "text": WORDS}
    value = data.draw(values[one.kind])

    after = with_values(text, {one.name: value})

    assert plain(after) == changed(plain(text), one.path, value)
    comments = [line.split("#")[1] for line in text.splitlines() if "#" in line]
    assert all(comment in after for comment in comments)
    assert [again.name for again in parameters_of(after)] == [p.name for p in parameters_of(text)]


def test_several_values_are_replaced_together():
    after = with_values(TEXT, {"caps/documentation/minutes": 5, "caps/remote/minutes": 123456})

    caps = {one.id: one.minutes for one in read_scheme(after).caps}
    assert (caps["documentation"], caps["remote"], caps["one-case"]) == (5, 123456, 2700)


def test_a_value_out_of_bounds_is_refused_at_its_line():
    after = with_values(TEXT, {"requirements/direct/minutes": 0})

    with pytest.raises(SchemeError) as refused:
        read_scheme(after)

    line = next(p.line for p in parameters_of(TEXT) if p.name == "requirements/direct/minutes")
    assert (refused.value.reason, refused.value.line) == ("out_of_bounds", line)


@pytest.mark.parametrize("number", ["1.0", "2", "true", 'a "quote"'])
def test_another_number_names_another_version_of_the_same_rules(number):
    after = read_scheme(with_number(TEXT, number))

    assert after.version == number
    assert plain(with_number(TEXT, number)) == plain(TEXT) | {"version": number}
