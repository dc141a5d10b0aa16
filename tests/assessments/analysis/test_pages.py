"""The pages of item analysis: what they say, and in how many queries."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from assessments import actions
from assessments.actions.analysis import analyse_assessment
from assessments.models import Attempt, Item, ItemStatistic
from tests.assessments.analysis.pages import item_page, page_of, said
from tests.factories.analysis import (
    a_fixed_assessment,
    a_worked_cohort,
    many_sittings,
    sit,
)
from tests.factories.assessments import a_learner, an_assessment, an_entry
from training_site.jobs.models import JobRun

pytestmark = pytest.mark.django_db


def test_the_list_tells_sittings_reliability_and_what_to_bear_in_mind(instructor, sat):
    a_fixed_assessment()

    words = said(instructor.get(reverse("analyses")))

    assert "KR-20" in words
    assert "Fewer than 100 sittings" in words
    assert "has been marked whole yet" in words


def test_an_analysis_draws_each_question_and_lists_it(instructor, sat):
    response = instructor.get(page_of(sat))

    body = response.content.decode()
    assert len(re.findall(r'class="analysis-plot__(?:dot|grave)"', body)) == 6
    assert 'role="img" aria-labelledby="scatter-name scatter-says"' in body
    assert all(f"item-{n:02}, version 1" in said(response) for n in range(6))
    assert "style=" not in body.split('<div class="nice-padding staff">')[1].split("</section>")[1]


def test_too_few_sittings_are_said_and_nothing_is_judged(instructor, now):
    assessment = a_worked_cohort(now=now)
    analyse_assessment(assessment, now=now)

    words = said(instructor.get(page_of(assessment)))

    assert "Fewer than 30 sittings" in words
    assert words.count("too few sittings to judge") == 4
    assert "strong candidates miss it" not in words


def test_a_page_of_an_analysis_works_nothing_out(instructor, sat, monkeypatch):
    def fail(*args, **kwargs):
        raise AssertionError("A page worked figures out.")

    monkeypatch.setattr("assessments.actions.analysis.analyse", fail)

    assert instructor.get(page_of(sat)).status_code == 200


def test_asking_for_figures_makes_a_job(instructor, now, run_jobs):
    assessment = a_worked_cohort(now=now)

    response = instructor.post(reverse("analysis_again", args=[assessment.public_id]))

    assert response.url == page_of(assessment)
    assert JobRun.objects.filter(name="assessments.analyse").count() == 1
    run_jobs()
    assert assessment.item_statistics.count() == 4


def test_an_item_has_its_figures_its_options_and_its_lines(instructor, sat):
    response = instructor.get(item_page(sat))

    words = said(response)
    assert "What each option drew" in words
    assert "item-00 choice 0" in words
    assert response.content.decode().count("<polyline") == 4
    assert "Upper less lower 27 %" in words


def test_how_far_two_markers_agree_stands_at_the_item(instructor, sat):
    row = ItemStatistic.objects.first()
    row.document["agreement"] = {
        "answers": 12,
        "same": 0.75,
        "kappa": 0.6,
        "linear_kappa": 0.7,
        "quadratic_kappa": 0.82,
        "icc": 0.81,
        "difference": -0.25,
    }
    row.save()

    words = said(instructor.get(item_page(sat, row.item_version.item.ref)))

    assert "Answers marked twice 12" in words
    assert "0.82" in words
    assert "−0.25" in words
    assert "Fewer than 30 answers were marked twice" in words


def test_use_tells_exposure_by_version_and_month_and_who_draws_it(instructor, now):
    assessment = a_fixed_assessment()
    sit(assessment, "aaaa", now=now)
    sit(assessment, "aaab", now=now + timedelta(days=31))
    item = Item.objects.get(ref="item-00")

    response = instructor.get(reverse("item_use", args=[item.public_id]))

    [(version, shown)] = response.context["versions"]
    assert (version.number, shown["times"], shown["learners"]) == (1, 2, 2)
    assert (shown["first"], shown["last"]) == (now, now + timedelta(days=31))
    assert [(one["month"].month, one["times"]) for one in response.context["months"]] == [
        (12, 1),
        (11, 1),
    ]
    [row] = response.context["drawn_by"]
    assert (row.assessment, row.draw) == (assessment, 4)
    assert response.context["forms"][0]["forms"] == 1


def test_a_recall_finds_every_attempt_that_showed_the_version(instructor, now):
    """Two marks pass: with two, this question alone could take the pass; with none, not give it."""
    assessment = a_worked_cohort(["aabb", "aaaa", "bbbb", "bbba"], now=now)
    item = Item.objects.get(ref="item-00")

    response = instructor.get(reverse("item_recall", args=[item.public_id, 1]))

    [line] = response.context["lines"]
    assert (line.assessment, line.attempts, line.passed, line.failed) == (assessment.title, 4, 2, 2)
    assert line.hinging == response.context["hinging"] == 2  # aabb could fail, bbba could pass
    assert Attempt.objects.first().learner.name not in said(response)


def test_a_version_that_nobody_met_has_nothing_to_correct(instructor):
    assessment = a_fixed_assessment()
    item = assessment.bank.items.first()

    words = said(instructor.get(reverse("item_recall", args=[item.public_id, 1])))

    assert "No attempt showed this version" in words


@pytest.mark.lesson(67)
def test_more_questions_and_candidates_take_no_more_queries(instructor, sat, now, count_queries):
    larger = a_fixed_assessment(12, pass_marks=3)
    many_sittings(larger, 80, now=now)
    analyse_assessment(larger, now=now)
    instructor.get(reverse("analyses"))
    counts = []

    for assessment in (sat, larger):
        item = Item.objects.filter(bank=assessment.bank).first()
        for address in (
            page_of(assessment),
            item_page(assessment),
            reverse("item_use", args=[item.public_id]),
            reverse("item_recall", args=[item.public_id, 1]),
        ):
            with count_queries(at_most=25) as counted:
                assert instructor.get(address).status_code == 200
            counts.append(len(counted))

    assert counts[:4] == counts[4:]


def test_the_item_page_leads_to_use_and_figures(instructor):
    item = a_fixed_assessment().bank.items.first()

    body = instructor.get(reverse("item", args=[item.public_id])).content.decode()

    assert reverse("item_use", args=[item.public_id]) in body


def test_a_kind_without_options_has_the_line_of_what_it_earned(instructor, now):
    entry = an_entry("item-00", kind="numeric", options=[]) | {
        "body": {"value": "12", "tolerance": "0"}
    }
    assessment = an_assessment(
        [entry, an_entry("item-01")],
        draws=2,
        pass_marks=1,
        blueprint=[{"outcome": "9.1", "draw": 2}],
    )
    many_sittings_without_options(assessment, now)
    analyse_assessment(assessment, now=now)

    response = instructor.get(item_page(assessment))

    assert response.content.decode().count("<polyline") == 1
    assert "Share of the marks earned" in said(response)


def many_sittings_without_options(assessment, now):
    """Three of six earn the number."""
    for place in range(6):
        learner = a_learner(assessment)
        attempt = actions.start(assessment, learner, now=now, seed="seed")
        item = attempt.items.get(item_version__kind="numeric")
        actions.save_answer(
            attempt,
            item.position,
            {"": ["12" if place % 2 else "13"]},
            sequence=0,
            by=learner,
            now=now,
        )
        actions.submit(attempt, by=learner, now=now)
