"""The page of an assessment's settings: terms, blueprint and what is shown, said back and refused."""

import pytest
from django.urls import reverse

from assessments import actions
from assessments.documents import settings_of
from assessments.models import Assessment
from assessments.rules.review import FIELDS, MOMENTS, PRESETS, ReviewOptions
from tests.factories.accounts import a_person, a_trainee
from tests.factories.assessments import LONG_AGO, an_assessment
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def instructor(signed_in):
    return signed_in(a_person(Role.INSTRUCTOR))


@pytest.fixture
def assessment():
    return an_assessment()


def address(assessment):
    return reverse("assessment_settings", args=[assessment.public_id])


def sheet_of(page) -> dict:
    """What the browser would send back of the page as it stands."""
    sheet = page.context["sheet"]
    sent = {
        name: value
        for name, value in sheet.form.data.items()
        if value is not None and value is not False
    }
    return {name: "on" if value is True else value for name, value in sent.items()}


@pytest.fixture
def post(instructor, assessment):
    def send(**changes):
        typed = sheet_of(instructor.get(address(assessment)))
        changes = {name.replace("__", "-"): value for name, value in changes.items()}
        return instructor.post(address(assessment), typed | changes)

    return send


def test_the_list_names_the_assessments_and_whose_settings_they_are(instructor, assessment):
    page = instructor.get(reverse("assessments_settings")).content.decode()

    assert address(assessment) in page
    assert "from the curriculum" in page


def test_saving_without_a_change_changes_nothing(post, assessment):
    before = settings_of(assessment)

    post()

    assessment.refresh_from_db()
    assert settings_of(assessment) == before
    assert assessment.settled_by is None


def test_every_setting_is_saved_and_shown_again(post, instructor, assessment):
    changes = {
        "title": "Another title",
        "minutes": "45",
        "pass_marks": "1",
        "attempts": "2",
        "cool_off_hours": "24",
        "overdue": "grace",
        "grace_hours": "12",
        "navigation": "sequential",
        "page_size": "1",
        "feedback": "immediate",
        "pilots": "1",
        "second_marking": "on",
        "tolerance": "0.5",
    }

    answer = post(**{f"settings__{name}": value for name, value in changes.items()})

    saved = Assessment.objects.get()
    assert answer.url == address(assessment)
    assert (saved.minutes, saved.overdue, saved.navigation) == (45, "grace", "sequential")
    assert (saved.attempts_allowed, str(saved.tolerance), saved.second_marking) == (2, "0.50", True)
    shown = instructor.get(address(assessment)).context["sheet"].form
    assert {name: str(shown[name].value()) for name in ("minutes", "title", "feedback")} == {
        "minutes": "45",
        "title": "Another title",
        "feedback": "immediate",
    }


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_ticked_first_and_saved_only_then(post, instructor, assessment, name):
    page = post(use_preset="1", preset=name)

    assessment.refresh_from_db()
    assert assessment.review == {}
    answer = instructor.post(address(assessment), sheet_lists(page))
    assert answer.status_code == 302, [f.errors for f in answer.context["sheet"].forms]
    assessment.refresh_from_db()
    assert assessment.review_options == PRESETS[name]
    assert bool(assessment.review) == (PRESETS[name] != ReviewOptions())


def sheet_lists(page) -> dict:
    """The same for a page made from what was sent, where a name may have several values."""
    data = page.context["sheet"].form.data
    kept = {name: values for name, values in data.lists() if name not in ("use_preset", "preset")}
    return {name: values for name, values in kept.items() if values}


def test_each_of_the_thirty_two_boxes_says_what_it_opens(instructor, assessment):
    matrix = instructor.get(address(assessment)).context["sheet"].own.matrix

    assert [row["field"] for row in matrix] == list(FIELDS)
    assert {len(row["cells"]) for row in matrix} == {len(MOMENTS)}
    assert [row["field"] for row in matrix if row["cells"][0]["never"]] == ["overall_feedback"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"settings__pass_marks": "9"}, "settings-pass_marks"),
        ({"settings__blueprint__0__draw": "99"}, "settings-blueprint-0-draw"),
        ({"settings__blueprint__1__difficulty": "hard"}, "settings-blueprint-1-draw"),
        ({"settings__blueprint__0__draw": ""}, "settings-blueprint-0-draw"),
        ({"settings__minutes": "0"}, "settings-minutes"),
        ({"settings__attempts": ""}, "settings-attempts"),
    ],
)
def test_what_cannot_work_is_said_where_it_was_typed_and_nothing_is_saved(
    post, assessment, changes, field
):
    page = post(**{"settings__title": "Typed just now"} | changes)

    sheet = page.context["sheet"]
    lines = [line for rows in sheet.tables for line in rows.sheets]
    said = [
        f"{one.prefix}-{name}"
        for one in (sheet, *lines)
        for form in one.forms
        for name in form.errors
    ]
    assert said == [field]
    assert "Typed just now" in page.content.decode()
    assert Assessment.objects.get().title == "An assessment"


def test_what_the_bank_holds_stands_beside_each_line(instructor, assessment):
    lines = instructor.get(address(assessment)).context["sheet"].table("blueprint").sheets

    assert [str(line.form.fields["draw"].help_text) for line in lines] == [
        "The bank holds 9.",
        "The bank holds 3.",
        "",
    ]


def test_options_that_can_never_be_seen_are_warned_of_in_words(post, instructor, assessment):
    at_close = {"use_preset": "1", "preset": "at_the_close"}
    instructor.post(address(assessment), sheet_lists(post(**at_close)))
    warned = instructor.get(address(assessment)).context["warnings"]

    actions.grant(
        assessment,
        a_trainee(),
        opens=LONG_AGO,
        closes=LONG_AGO.replace(year=2027),
        by=None,
        now=LONG_AGO,
    )

    assert [text[:37] for text in warned] == ["Some fields open after the close, but"]
    assert instructor.get(address(assessment)).context["warnings"] == []


def test_settings_are_given_back_to_the_curriculum(post, instructor, assessment):
    post(settings__minutes="45")
    page = instructor.get(address(assessment))

    instructor.post(address(assessment), {"give_back": "1"})

    assert "Settled here by" in page.content.decode()
    assert Assessment.objects.get().settled_by is None


def test_the_page_costs_few_queries(instructor, assessment, count_queries):
    with count_queries(at_most=25):
        instructor.get(address(assessment))
