"""Hours of study in the engine: lessons done and live days signed for count like any others."""

from datetime import date, timedelta

import pytest

from certification.scheme.actions import load_scheme
from certification.scheme.evaluations import evaluation_for
from certification.scheme.facts import facts_for
from courses.completion import live_entries
from courses.live.actions.answering import report_alternative
from courses.live.actions.attendance import correct, credit
from tests.factories.accounts import a_person
from tests.factories.cohorts import a_cohort_of, an_enrolment_in
from tests.factories.courses import a_course, do, lessons_in
from tests.factories.live_days import a_live_day, an_instructor, signed
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
SCHEME = """
scheme: study
version: "1"
title: Study
filters:
  - {id: agreement, rule: agreement_in_force, where: {category: [direct_session]}}
requirements:
  - id: lab
    rule: total_min
    where: {category: [experiential_lab]}
    minutes: 180
    title: Live lab
    source: illustrative
  - id: trauma
    rule: total_min
    where: {content_area: [trauma_safety]}
    minutes: 180
    title: Trauma and safety
    source: illustrative
  - id: lessons
    rule: total_min
    where: {category: [didactic_async]}
    minutes: 20
    title: Lessons
    source: illustrative
pathways:
  - {id: standard, all: [lab, trauma, lessons]}
decision:
  reviews: 1
  appeal_days: 30
  valid_years: 3
  grace_days: 90
"""


@pytest.fixture
def course():
    return a_course(lessons=1)


@pytest.fixture
def intern(course, now):
    load_scheme(SCHEME, by=None, now=now - timedelta(days=90))
    person = a_person(Role.INTERN)
    an_enrolment_in(a_cohort_of(course, days=[0]), person)
    return person


@pytest.fixture
def live_day(course, intern):
    return a_live_day(course.get_parent().specific)


def rows(intern, now) -> dict:
    return {row["id"]: row for row in evaluation_for(intern, now).result["requirements"]}


def test_signed_minutes_count_in_their_kind_and_their_areas(intern, live_day, now):
    before = rows(intern, now)

    signed(live_day, intern, 180, now=now)

    after = rows(intern, now)
    assert [before[one]["have"] for one in ("lab", "trauma")] == [0, 0]
    assert (after["lab"]["have"], after["lab"]["state"]) == (180, "met")
    assert after["trauma"]["have"] == 60


def test_part_of_a_day_counts_in_part_and_every_minute_once(intern, live_day, now):
    signed(live_day, intern, 100, now=now)

    entries = live_entries(intern)

    assert {one.content_area: one.minutes for one in entries} == {
        "consent_boundaries": 67,
        "trauma_safety": 33,
    }
    found = rows(intern, now)
    assert found["lab"]["have"] == 100
    assert sum(line["minutes"] for line in found["lab"]["counted"]) == 100


def test_a_correction_counts_in_the_place_of_what_it_corrects(intern, live_day, now):
    entry = signed(live_day, intern, 180, now=now)
    assert rows(intern, now)["lab"]["state"] == "met"

    correct(entry, minutes=90, reason="Left at noon.", by=an_instructor(), now=now)

    assert rows(intern, now)["lab"]["have"] == 90


def test_no_minutes_leave_no_entry(intern, live_day, now):
    signed(live_day, intern, 0, now=now)

    assert live_entries(intern) == []
    assert rows(intern, now)["lab"]["have"] == 0


def test_the_alternative_cannot_be_told_from_the_day(course, intern, live_day, now):
    report = report_alternative(live_day, intern, account="I read both.", now=now)
    credit(report, minutes=180, by=live_day.instructor, now=now)
    other = a_person(Role.INTERN)
    signed(live_day, other, 180, now=now)

    documents = [facts_for(one, now.date())["entries"] for one in (intern, other)]

    for entries in documents:
        for entry in entries:
            del entry["id"]
    assert documents[0] == documents[1]
    assert rows(intern, now)["lab"]["state"] == "met"


def test_a_lesson_counts_at_its_stated_minutes(course, intern, now):
    enrolment = intern.enrolments.get()
    do(enrolment, lessons_in(course)[0], course, now)

    found = rows(intern, now)["lessons"]

    assert (found["have"], found["state"]) == (20, "met")


def test_the_entry_has_the_day_of_its_own_zone(course, intern, now):
    programme = course.get_parent().specific
    evening = a_live_day(
        programme, zone="America/Los_Angeles", start=now.time().replace(hour=20), minutes=180
    )
    signed(evening, intern, 180, now=now)

    assert {one.date for one in live_entries(intern)} == {date(2026, 11, 20)}


def test_a_path_with_study_asks_for_it_in_two_questions_more(
    client, sign_in, course, intern, live_day, now, count_queries
):
    signed(live_day, intern, 180, now=now)
    do(intern.enrolments.get(), lessons_in(course)[0], course, now)
    sign_in(client, intern, second_factor=False)
    client.get("/certification/path/")

    with count_queries(at_most=10):
        client.get("/certification/path/")


def test_the_path_lists_what_it_counts(client, sign_in, course, intern, live_day, now):
    signed(live_day, intern, 180, now=now)
    do(intern.enrolments.get(), lessons_in(course)[0], course, now)
    sign_in(client, intern, second_factor=False)

    page = client.get("/certification/path/")

    assert live_day.title in page.text
    assert f"{lessons_in(course)[0].number} {lessons_in(course)[0].title}" in page.text
    assert "2 entries count, 3 h" in page.text
