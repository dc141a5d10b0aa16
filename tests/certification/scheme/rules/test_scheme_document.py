"""A scheme is read strictly: what is not meant as written is refused at its line."""

from dataclasses import replace
from pathlib import Path

import pytest

from certification.scheme.rules import SchemeError, read_scheme

ROOT = Path(__file__).parents[4]
PUBLISHED = sorted((ROOT / "training_site/curriculum/schemes").rglob("*.yaml"))

GOOD = """\
scheme: example
version: "0.1"
title: Example
filters:
  - {id: timely, rule: entry_deadline, days: 14, effect: flag}
periods:
  - id: weekly
    rule: period_max
    where: {category: [direct_session]}
    period: rolling_7_days
    minutes: 900
caps:
  - {id: one-case, rule: cap, where: {category: [direct_session]}, each: case, minutes: 2700}
requirements:
  - {id: direct, rule: total_min, where: {category: [direct_session]}, minutes: 5400}
  - id: half
    rule: share_min
    where: {category: [mentor_individual]}
    of: {category: [mentor_individual, mentor_group]}
    share: "1/2"
  - {id: code, rule: attestation_current, policy: code-of-ethics, max_age_months: 12}
pathways:
  - {id: standard, all: [direct, half, code]}
"""


def test_the_good_scheme_is_read():
    scheme = read_scheme(GOOD)

    assert (scheme.name, scheme.version, scheme.title) == ("example", "0.1", "Example")
    assert scheme.requirement("half").share.denominator == 2
    assert (scheme.decision.reviews, scheme.decision.appeal_days) == (2, 30)


@pytest.mark.parametrize(
    ("was", "becomes", "line", "reason"),
    [
        ("rule: total_min", "rule: total_most", 15, "unknown_rule"),
        ("rule: cap,", "rule: total_min,", 13, "unknown_rule"),  # a rule of another section
        ("rule: share_min", "role: share_min", 16, "missing"),
        ("    where: {category: [direct_session]}\n    period", "    period", 7, "missing"),
        ("{category: [mentor_individual]}", "{categories: [x]}", 18, "unknown_where_key"),
        ("{category: [mentor_individual]}", "{category: [mentoring]}", 18, "not_a_choice"),
        ("{category: [mentor_individual]}", "{category: []}", 18, "not_a_list"),
        ("{category: [mentor_individual]}", "mentor_individual", 18, "not_a_mapping"),
        ("minutes: 900", "minutes: 900.5", 11, "not_whole"),
        ("minutes: 900", "minutes: 9_00", 11, "not_whole"),  # 900 to YAML 1.1
        ("minutes: 900", "minutes: 15:00", 11, "not_whole"),  # 900 to YAML 1.1
        ("minutes: 900", "minutes: 0x384", 11, "not_whole"),  # 900 to YAML 1.1
        ("minutes: 900", "minutes: ٩٠٠", 11, "not_whole"),
        ("minutes: 900", 'minutes: "900"', 11, "not_whole"),
        ("minutes: 900", "minutes: true", 11, "not_whole"),
        ("minutes: 900", "minutes: .nan", 11, "not_whole"),
        ("minutes: 900", "minutes: 0", 11, "out_of_bounds"),
        ("minutes: 900", "minutes: -1", 11, "out_of_bounds"),
        ("minutes: 900", "minutes:", 11, "missing"),
        ("minutes: 900", "minutes: 900\n    minuts: 1", 12, "unknown_key"),
        ("minutes: 900", "minutes: 900\n    minutes: 800", 12, "key_twice"),
        ('share: "1/2"', "share: 1/2", 20, "not_a_share"),
        ('share: "1/2"', "share: 0.5", 20, "not_a_share"),
        ('share: "1/2"', 'share: "3/2"', 20, "not_a_share"),
        ('share: "1/2"', 'share: "1/0"', 20, "not_a_share"),
        ("period: rolling_7_days", "period: rolling_0_days", 10, "not_a_period"),
        ("period: rolling_7_days", "period: fortnight", 10, "not_a_period"),
        ("each: case", "each: client", 13, "not_a_choice"),
        ("effect: flag", "effect: forget", 5, "not_a_choice"),
        ("days: 14", "days: -1", 5, "out_of_bounds"),
        ("id: code, ", "id: direct, ", 21, "id_twice"),
        ("id: code, ", "id: 5, ", 21, "unquoted"),
        ("all: [direct, half, code]", "all: [direct, halve]", 23, "not_a_choice"),
        ("all: [direct, half, code]", "at_least: 1", 23, "not_a_pathway"),
        ("all: [direct, half, code]", "at_least: 2, of: [direct]", 23, "out_of_bounds"),
        ("all: [direct, half, code]", "title: x", 23, "not_a_pathway"),
        ('version: "0.1"', "version: 0.1", 2, "unquoted"),  # a number to other readers
        ('version: "0.1"', "version: 1", 2, "unquoted"),
        ("title: Example", "tittle: Example", 3, "unknown_key"),
        ("title: Example", "title: *x", 3, "not_yaml"),
        ("scheme: example", "scheme: &a example\nx: *a", 1, "alias"),
        ("title: Example", "title: Example: more", 3, "not_yaml"),
        ("scheme: example", "scheme: example\ndecision: {reviews: 0}", 2, "out_of_bounds"),
        ("scheme: example", "scheme: example\ndecision: {reviewers: 2}", 2, "unknown_key"),
    ],
)
def test_a_scheme_is_refused_at_its_line(was, becomes, line, reason):
    assert GOOD.count(was) == 1

    with pytest.raises(SchemeError) as refusal:
        read_scheme(GOOD.replace(was, becomes))

    assert (refusal.value.line, refusal.value.reason) == (line, reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not_a_mapping"),
        ("- a\n- b\n", "not_a_mapping"),
        ("just words", "not_a_mapping"),
        ("scheme: a\nversion: '1'\n", "no_requirements"),
        ("scheme: a\n---\nscheme: b\n", "not_yaml"),
        ("scheme: \x00", "not_yaml"),
        ("[" * 5000, "not_yaml"),
    ],
)
def test_what_is_no_scheme_at_all_is_refused(text, reason):
    with pytest.raises(SchemeError) as refusal:
        read_scheme(text)

    assert refusal.value.reason == reason


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_published_schemes_are_read(path):
    scheme = read_scheme(path.read_text())

    modelled = scheme.name.removeprefix("modelled-")
    assert path.stem in (f"{scheme.name}-{scheme.version}", modelled)
    assert (modelled != scheme.name) == (path.parent.name == "modelled")


def test_the_abridged_scheme_holds_the_illustrative_figures():
    scheme = read_scheme(PUBLISHED[0].read_text())

    assert [requirement.id for requirement in scheme.requirements] == [
        "direct", "mentor", "mentor-individual", "cases", "closed",
        "ethics-course", "ethics-exam", "code",
    ]  # fmt: skip
    assert scheme.requirement("direct").minutes == 90 * 60
    assert scheme.requirement("mentor").minutes == 30 * 60
    assert [cap.minutes for cap in scheme.caps] == [20 * 60, 9 * 60, 45 * 60]
    assert scheme.decision == replace(scheme.decision, reviews=2, valid_years=3, grace_days=90)
    assert all(requirement.source for requirement in scheme.requirements)
