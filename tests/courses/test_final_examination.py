"""The final examination: open with the last course, drawn across all banks."""

from datetime import timedelta

import pytest

from assessments.actions.blueprints import load_assessment
from assessments.actions.starting import start
from assessments.models import Assessment, AttemptItem, Grant
from courses.final import final_of
from courses.models import Enrolment
from courses.rules.final import may_sit_final
from tests.factories.assessments import a_document
from tests.factories.courses import a_course, a_programme, an_enrolment, do, lessons_in
from training_site.content.models import LearningOutcome
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
FINAL = {
    "slug": "final",
    "title": "Final examination",
    "draws": 3,
    "pass_marks": 2,
    "attempts": 3,
    "cool_off_hours": 48,
    "minutes": None,
}


def banks(now, *slugs):
    """A bank for each slug, with twelve items for an outcome of its own."""
    from assessments.actions.loading import load_items

    for slug in slugs:
        LearningOutcome.objects.create(code=slug, course_code=slug, text=f"Decide {slug}.")
        document = a_document()
        document["bank"] = {"slug": slug, "title": slug}
        for entry in document["items"]:
            entry["id"], entry["outcome"] = f"{slug}-{entry['id']}", slug
        document["assessment"] |= {
            "slug": f"{slug}-exam",
            "blueprint": [{"outcome": slug, "draw": document["assessment"]["draws"]}],
        }
        load_items(document, now=now)


def study(enrolment, course, at):
    for lesson in lessons_in(course):
        do(enrolment, lesson, course, at)


def load_final(now, draws=3, **blueprint):
    rows = [{"outcome": code, "draw": draw} for code, draw in blueprint.items()]
    outcomes = LearningOutcome.objects.in_bulk(field_name="code")
    load_assessment(None, FINAL | {"draws": draws, "blueprint": rows}, outcomes, now=now)
    return Assessment.objects.get(slug="final")


@pytest.fixture
def final(now):
    banks(now, "first", "second")
    return load_final(now, first=1, second=2)


@pytest.fixture
def programme(final):
    programme = a_programme(assessment=final)
    for _course in range(2):
        a_course(programme, lessons=1)
    return programme


@pytest.fixture
def enrolment(programme) -> Enrolment:
    return an_enrolment(programme.get_children().first().specific)


@pytest.mark.parametrize(
    ("courses", "completed", "opens"), [(9, 8, False), (9, 9, True), (0, 0, False)]
)
def test_it_opens_with_the_last_course(courses, completed, opens):
    assert bool(may_sit_final(courses=courses, completed=completed)) is opens


def test_the_last_completed_course_opens_it_once(programme, enrolment, now):
    first, second = (page.specific for page in programme.get_children())

    study(enrolment, first, now)
    assert not final_of(enrolment).verdict
    assert not Grant.objects.of(enrolment.learner, programme.assessment).exists()

    study(enrolment, second, now + timedelta(days=1))
    assert final_of(enrolment).verdict
    assert Grant.objects.of(enrolment.learner, programme.assessment).count() == 1


def test_a_programme_without_one_asks_for_none(programme, enrolment):
    programme.assessment = None
    programme.save()

    assert final_of(Enrolment.objects.get(pk=enrolment.pk)) is None


@pytest.mark.both_stacks
def test_an_attempt_draws_from_every_bank(programme, enrolment, now):
    for page in programme.get_children():
        study(enrolment, page.specific, now)

    attempt = start(programme.assessment, enrolment.learner, now=now)

    drawn = AttemptItem.objects.filter(attempt=attempt)
    assert sorted(drawn.values_list("item_version__item__bank__slug", flat=True)) == [
        "first",
        "second",
        "second",
    ]


def test_too_few_items_anywhere_are_refused_at_loading(final, now):
    with pytest.raises(Refused, match="too_few_items"):
        load_final(now, draws=13, first=13)


def test_retiring_an_item_of_any_bank_may_not_leave_it_short(final, now):
    from assessments.actions.writing import move
    from assessments.models import ItemVersion
    from assessments.rules.items import State
    from tests.factories.accounts import a_person
    from training_site.accounts.roles import Role

    Assessment.objects.exclude(slug="final").delete()
    live = list(ItemVersion.objects.drawable().filter(item__bank__slug="second"))
    by = a_person(Role.INSTRUCTOR)
    for version in live[2:]:
        move(version, State.RETIRED, by=by, now=now)

    with pytest.raises(Refused) as refused:
        move(live[0], State.RETIRED, by=by, now=now)

    assert refused.value.reason == "too_few_items"
