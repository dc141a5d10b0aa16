"""Ways to meet a scheme, and waivers on the way."""

import pytest

from .documents import direct_minutes, evaluated, some_facts

ONE, TWO, THREE = (
    {"id": name, "rule": "course_done", "course": name} for name in ("one", "two", "three")
)


@pytest.mark.lesson(41)
@pytest.mark.parametrize(
    ("clauses", "done", "met"),
    [
        ({"all": ["one", "two"]}, ["one", "two"], True),
        ({"all": ["one", "two"]}, ["one", "three"], False),
        ({"any": ["one", "two"]}, ["two"], True),
        ({"any": ["one", "two"]}, ["three"], False),
        ({"at_least": 2, "of": ["one", "two", "three"]}, ["one", "three"], True),
        ({"at_least": 2, "of": ["one", "two", "three"]}, ["three"], False),
        ({"all": ["one"], "any": ["two", "three"]}, ["one", "three"], True),  # both clauses
        ({"all": ["one"], "any": ["two", "three"]}, ["two", "three"], False),
        ({"all": ["one"], "at_least": 1, "of": ["two", "three"]}, ["two", "three"], False),
    ],
)
def test_clauses_of_a_pathway(clauses, done, met):
    facts = some_facts(courses=[{"course": name, "completed": "2026-01-01"} for name in done])

    evaluation = evaluated(
        facts, requirements=[ONE, TWO, THREE], pathways=[{"id": "way", **clauses}]
    )

    assert (evaluation.met, evaluation.pathway) == (met, "way")


@pytest.mark.parametrize(
    ("done", "pathway", "met"),
    [
        ([], "short", False),  # one missing against two
        (["one", "two"], "long", True),
        (["three"], "short", True),
        (["one", "two", "three"], "long", True),  # both met: the first of the scheme
        (["one"], "long", False),  # one missing each: the first of the scheme
    ],
)
def test_the_pathway_named_is_the_one_met_or_nearest(done, pathway, met):
    facts = some_facts(courses=[{"course": name, "completed": "2026-01-01"} for name in done])
    ways = [{"id": "long", "all": ["one", "two"]}, {"id": "short", "all": ["three"]}]

    evaluation = evaluated(facts, requirements=[ONE, TWO, THREE], pathways=ways)

    assert (evaluation.pathway, evaluation.met) == (pathway, met)


def test_a_scheme_without_pathways_asks_for_everything():
    facts = some_facts(courses=[{"course": "one", "completed": "2026-01-01"}])

    assert evaluated(facts, requirements=[ONE]).met
    assert not evaluated(facts, requirements=[ONE, TWO]).met


@pytest.mark.parametrize(
    ("approved", "state", "met"),
    [
        ("2026-11-22", "waived", True),  # approved on the day
        ("2026-11-23", "not_started", False),  # approved a day later
    ],
)
def test_a_waiver_satisfies_from_its_approval(approved, state, met):
    facts = some_facts(waivers=[{"requirement": "direct", "approved": approved}])

    evaluation = evaluated(facts, requirements=[direct_minutes(60)])

    direct = evaluation.requirement("direct")
    assert (direct.state, evaluation.met) == (state, met)
    assert direct.shortfall == (0 if met else 60)


def test_what_is_met_needs_no_waiver():
    facts = some_facts(
        courses=[{"course": "one", "completed": "2026-01-01"}],
        waivers=[{"requirement": "one", "approved": "2026-01-01"}],
    )

    assert evaluated(facts, requirements=[ONE]).requirement("one").state == "met"
