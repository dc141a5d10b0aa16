"""Every kind through its form: written from nothing, saved as it was, and what is missing."""

import pytest
from django.urls import reverse

from assessments.actions.writing import add_item
from assessments.documents import entry_of
from assessments.rules.kinds import KINDS_OF_ITEM
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.assessments.writing.reading import newest, problems
from tests.factories.items import an_item, form_of

pytestmark = pytest.mark.django_db
KINDS = list(KINDS_OF_ITEM)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_from_nothing_through_its_form(write, instructor, kind, now):
    shelf = an_item("single")
    item = add_item(shelf.bank, shelf.outcome, kind, f"new-{kind}", by=None, now=now)
    wanted = EXAMPLES[kind]

    answer = write(item, wanted)

    assert answer.url == reverse("item", args=[item.public_id])
    written = entry_of(newest(item))
    for name in ("stem", "scoring", "options", "body", "feedback", "marks", "difficulty"):
        assert written.get(name) == wanted_of(kind).get(name), name


def wanted_of(kind: str) -> dict:
    """The example as a version gives it back: what says nothing has its own way to say so."""
    entry = EXAMPLES[kind]
    options = entry.get("options")
    told = {"options": [{"feedback": ""} | one for one in options]} if options else {}
    parts = entry.get("body", {}).get("parts")
    if parts:
        filled = [
            part
            | (
                {"options": [{"feedback": ""} | one for one in part["options"]]}
                if "options" in part
                else {}
            )
            for part in parts
        ]
        told["body"] = entry["body"] | {"parts": filled}
    return entry | told


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.lesson(27)
def test_saving_without_a_change_says_the_same_in_every_kind(write, kind):
    item = an_item(kind)
    before = item.newest

    write(item)

    assert newest(item).content_hash == before.content_hash
    assert (newest(item).number, before.state) == (2, "live")


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_that_was_never_filled_is_an_unfinished_draft(instructor, kind, now):
    shelf = an_item("single")
    item = add_item(shelf.bank, shelf.outcome, kind, f"new-{kind}", by=None, now=now)
    address = reverse("item_draft", args=[item.public_id])

    page = instructor.get(address)
    opened = form_of(item.newest)
    answer = instructor.post(address, opened | {"item-stem": "Half a thought"}, follow=True)

    assert problems(page.context["sheet"]) == []
    assert "Half a thought" in answer.content.decode()
    assert newest(item).stem == "Half a thought"
    assert "something is missing" in answer.content.decode()


def line(text, **more):
    return {"text": text, "feedback": "", **more}


FAULTS = [
    ("single", {"options": [line("One", correct=True), line("One")]}, "item-options-1-text"),
    ("single", {"options": [line("One"), line("Two")]}, "item-options"),
    ("single", {"stem": ""}, None),
    ("matching", {"body": {"pairs": [{"left": "A", "right": ""}] * 2}}, "item-pairs-0-right"),
    ("ordering", {"body": {"sequence": ["One"]}}, "item-sequence"),
    ("ordering", {"body": {"sequence": ["One", "One"]}}, "item-sequence"),
    ("numeric", {"body": {"value": "many"}}, "item-value"),
    ("numeric", {"body": {"value": "9", "tolerance": "-1"}}, "item-tolerance"),
    ("numeric", {"body": {"value": "9", "unit_required": True}}, "item-unit"),
    (
        "numeric",
        {"body": {"value": "9", "unit": "h", "other_units": [{"unit": "min", "factor": "x"}]}},
        "item-other_units-0-factor",
    ),
    ("short_text", {"body": {"accepted": [line("yes", share="2")]}}, "item-accepted-0-share"),
    ("short_text", {"body": {"accepted": [line("*", share="1")]}}, "item-accepted-0-text"),
    (
        "short_text",
        {"body": {"accepted": [line("y*", share="1"), line("yes", share="1")]}},
        "item-accepted-1-text",
    ),
    ("gaps", {"body": {"text": "No gap", "gaps": []}}, "item-text"),
    ("gaps", {"body": {"text": "A [[1]] gap", "gaps": []}}, "item-text"),
    (
        "gaps",
        {
            "body": {
                "text": "A [[1]] gap",
                "gaps": [{"name": "1", "options": ["a", "b"], "correct": "c"}],
            }
        },
        "item-gaps-0-correct",
    ),
    ("essay", {"marks": 7}, "item-marks"),
    ("essay", {"body": EXAMPLES["essay"]["body"] | {"words_max": 10}}, "item-words_max"),
    ("essay", {"marks": 1, "body": {"rubric": []}}, "item-rubric"),
    (
        "essay",
        {"body": {"rubric": [{"name": "One", "levels": [{"marks": "x", "text": "y"}]}]}},
        "item-rubric-0-levels",
    ),
    ("scenario", {"body": EXAMPLES["scenario"]["body"] | {"vignette": ""}}, "item-vignette"),
    (
        "scenario",
        {
            "body": {
                "vignette": "A case",
                "parts": [
                    {"name": "a", "kind": "numeric", "stem": "How many?", "body": {"value": "x"}}
                ],
            }
        },
        "item-parts-0-value",
    ),
]


@pytest.mark.parametrize(("kind", "changes", "at"), FAULTS)
def test_what_keeps_it_from_review_is_said_where_it_was_written(
    write, instructor, kind, changes, at
):
    item = an_item(kind, state="draft")

    write(item, EXAMPLES[kind] | changes)
    page = instructor.get(reverse("item_draft", args=[item.public_id]))

    assert problems(page.context["sheet"]) == ([at] if at else [])


def test_what_cannot_be_read_is_said_at_its_field_and_kept_on_the_page(write):
    item = an_item("single")

    page = write(item, None, **{"item-difficulty": "often", "item-stem": "Typed just now"})

    assert problems(page.context["sheet"]) == ["item-difficulty"]
    assert "Typed just now" in page.content.decode()
    assert newest(item).number == 1
