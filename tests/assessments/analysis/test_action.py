"""The figures that are written are those of the pure rules, of the right attempts, in few queries."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from assessments import actions
from assessments.actions.analysing.markers import totals_of
from assessments.actions.analysis import (
    analyse_assessment,
    analyse_changed,
    ask_for_analysis,
)
from assessments.models import (
    AssessmentStatistic,
    Attempt,
    AttemptItem,
    ItemStatistic,
    ItemVersion,
)
from assessments.rules.marking.rubric import rubric_of
from assessments.rules.statistics.analysis import analyse
from assessments.rules.statistics.sittings import Sitting
from tests.factories.analysis import (
    WORKED,
    a_fixed_assessment,
    a_worked_cohort,
    many_sittings,
    sit,
)
from tests.factories.assessments import a_learner
from training_site.jobs.models import JobRun

pytestmark = pytest.mark.django_db


def by_ref(assessment):
    rows = assessment.item_statistics.select_related("item_version__item")
    return {row.item_version.item.ref: row for row in rows}


def by_hand(words=WORKED):
    """The same sittings as plain values, items numbered from 0."""
    return analyse(
        Sitting(
            Decimal(word.count("a")),
            {place: Fraction(letter == "a") for place, letter in enumerate(word)},
            {place: frozenset(letter.strip("-")) for place, letter in enumerate(word)},
        )
        for word in words
    )


@pytest.mark.both_stacks
def test_the_figures_are_those_of_the_rules(now):
    assessment = a_worked_cohort(now=now)

    found = analyse_assessment(assessment, now=now)

    expected = by_hand()
    assert (found.sittings, found.computed_at) == (6, now)
    assert found.mean_score == pytest.approx(expected.mean_score)
    assert found.standard_deviation == pytest.approx(expected.standard_deviation)
    rows = by_ref(assessment)
    for figures in expected.items:
        row = rows[f"item-{figures.item:02}"]
        assert row.sittings == figures.sittings
        for name in ("facility", "standard_deviation", "item_total", "item_rest", "upper_lower"):
            assert getattr(row, name) == pytest.approx(getattr(figures, name)), name


def test_figures_worked_out_on_paper(now):
    """4 of 6 got the first item; of the third the weak got all, the strong none."""
    assessment = a_worked_cohort(now=now)

    analyse_assessment(assessment, now=now)

    rows = by_ref(assessment)
    assert rows["item-00"].facility == pytest.approx(4 / 6)
    assert rows["item-02"].facility == pytest.approx(3 / 6)
    assert rows["item-02"].item_rest < 0
    assert rows["item-01"].document["unanswered"] == 1
    counts = {one["option"]: one["count"] for one in rows["item-02"].document["options"]}
    assert counts == {"a": 3, "b": 2, "c": 1, "d": 0}
    flags = {one["option"]: one["flags"] for one in rows["item-02"].document["options"]}
    assert flags["d"] == ["never_chosen"]
    assert "key_weaker" in flags["a"]


@pytest.mark.both_stacks
def test_only_the_first_attempt_of_each_learner_counts(now):
    assessment = a_worked_cohort(["abbb", "bbbb"], now=now)
    again = Attempt.objects.get(marks=1).learner
    sit(assessment, "aaaa", now=now + timedelta(days=3), learner=again)

    found = analyse_assessment(assessment, now=now + timedelta(days=4))

    assert found.sittings == 2
    assert by_ref(assessment)["item-01"].facility == 0


def test_a_first_attempt_that_still_goes_on_is_not_replaced_by_a_later_one(now):
    assessment = a_worked_cohort(["abbb", "aabb"], now=now)
    actions.start(assessment, a_learner(assessment), now=now, seed="seed")

    assert analyse_assessment(assessment, now=now).sittings == 2


def test_an_attempt_that_waits_for_a_marker_is_left_out(now):
    assessment = a_worked_cohort(["abbb", "aabb"], now=now)
    wait = Attempt.objects.filter(marks=1)
    changed = AttemptItem.objects.filter(attempt__in=wait)
    changed.update(marks=None)
    attempt = wait.get()
    attempt.results.create(
        number=2, cause="marked", max_marks=4, pass_marks=2, marks=None, passed=None, at=now
    )
    Attempt.objects.filter(pk=attempt.pk).update(marks=None, passed=None)

    assert analyse_assessment(assessment, now=now).sittings == 1


def test_a_question_taken_out_of_the_marking_is_left_out(now):
    assessment = a_worked_cohort(now=now)
    AttemptItem.objects.filter(item_version__item__ref="item-03").update(scored=False)

    analyse_assessment(assessment, now=now)

    assert set(by_ref(assessment)) == {"item-00", "item-01", "item-02"}


@pytest.mark.both_stacks
def test_an_analysis_replaces_the_one_before(now):
    assessment = a_worked_cohort(now=now)
    analyse_assessment(assessment, now=now)
    sit(assessment, "aaaa", now=now)

    analyse_assessment(assessment, now=now + timedelta(days=1))

    assert AssessmentStatistic.objects.get().sittings == 7
    assert ItemStatistic.objects.count() == 4


def test_of_two_analyses_the_later_one_stays(now):
    assessment = a_worked_cohort(now=now)
    analyse_assessment(assessment, now=now)

    analyse_assessment(assessment, now=now - timedelta(hours=1))

    assert AssessmentStatistic.objects.get().computed_at == now


def test_nobody_sat_is_no_error(now):
    found = analyse_assessment(a_fixed_assessment(), now=now)

    assert (found.sittings, found.mean_score, found.document["forms"]) == (0, None, [])


def test_a_form_that_enough_candidates_sat_has_its_reliability(now):
    assessment = a_fixed_assessment(8, pass_marks=4)
    many_sittings(assessment, 60, now=now)

    [form] = analyse_assessment(assessment, now=now).document["forms"]

    assert form["sittings"] == 60
    assert form["kr20"] == pytest.approx(form["alpha"])
    expected = form["standard_deviation"] * (1 - form["alpha"]) ** 0.5
    assert form["standard_error"] == pytest.approx(expected)
    assert set(form["items"]) == set(ItemVersion.objects.values_list("pk", flat=True))


@pytest.mark.lesson(67)
@pytest.mark.both_stacks
def test_more_candidates_take_no_more_queries(now, count_queries):
    few, many = a_fixed_assessment(6), a_fixed_assessment(6)
    many_sittings(few, 5, now=now)
    many_sittings(many, 40, now=now)

    with count_queries() as of_few:
        analyse_assessment(few, now=now)
    with count_queries() as of_many:
        analyse_assessment(many, now=now)

    assert len(of_few) == len(of_many) <= 10


@pytest.mark.both_stacks
def test_at_night_only_what_was_marked_since_is_analysed(now, run_jobs):
    assessment = a_worked_cohort(now=now)
    a_fixed_assessment()  # nobody sat it

    assert analyse_changed(now=now) == 1
    run_jobs()
    AssessmentStatistic.objects.update(computed_at=now + timedelta(hours=2))

    assert analyse_changed(now=now + timedelta(days=1)) == 0
    sit(assessment, "aaaa", now=now + timedelta(hours=6))
    assert analyse_changed(now=now + timedelta(days=2)) == 1


def test_asked_twice_within_a_minute_it_is_worked_out_once(now):
    assessment = a_worked_cohort(now=now)

    for _ in range(2):
        ask_for_analysis(assessment, now=now)

    assert JobRun.objects.filter(name="assessments.analyse").count() == 1


def test_every_mark_that_a_rubric_can_give_is_on_the_scale():
    levels = [{"marks": "0"}, {"marks": "1"}, {"marks": "2.5"}]
    rubric = rubric_of([{"name": "Consent", "levels": levels}, {"name": "Plan", "levels": levels}])

    assert sorted(totals_of(rubric)) == [Decimal(n) for n in ("0", "1", "2", "2.5", "3.5", "5")]
