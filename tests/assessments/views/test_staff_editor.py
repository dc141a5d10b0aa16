"""Writing an item of any kind through its form: round trips, lines, pictures, and what is missing."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from assessments.actions.writing import add_item
from assessments.documents import entry_of
from assessments.models import Item, ItemVersion, Picture
from assessments.rules.kinds import KINDS_OF_ITEM
from assessments.views.staff.editor.items import IN_PARTS
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.factories.accounts import a_person
from tests.factories.items import an_item, form_of
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent

pytestmark = pytest.mark.django_db
KINDS = list(KINDS_OF_ITEM)


@pytest.fixture
def instructor(signed_in):
    return signed_in(a_person(Role.INSTRUCTOR))


@pytest.fixture
def write(instructor):
    """Send an entry through the form of an item: write(item, entry, more=…)."""

    def post(item: Item, entry: dict | None = None, **more):
        sheet = form_of(item.newest, entry) | more
        return instructor.post(reverse("item_draft", args=[item.public_id]), sheet)

    return post


def read(item: Item) -> ItemVersion:
    return item.versions.order_by("-number").first()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_from_nothing_through_its_form(write, instructor, kind, now):
    shelf = an_item("single")
    item = add_item(shelf.bank, shelf.outcome, kind, f"new-{kind}", by=None, now=now)
    wanted = EXAMPLES[kind]

    answer = write(item, wanted)

    assert answer.url == reverse("item", args=[item.public_id])
    written = entry_of(read(item))
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

    assert read(item).content_hash == before.content_hash
    assert (read(item).number, before.state) == (2, "live")


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
    assert read(item).stem == "Half a thought"
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


def problems(sheet) -> list[str]:
    """The names of the fields, or the prefixes of the tables, at which something is said."""
    found = [sheet.prefix] if sheet.problem else []
    found += [f"{sheet.prefix}-{name}" for form in sheet.forms for name in form.errors]
    for rows in sheet.tables:
        found += [rows.prefix] if rows.problem else []
        found += [at for line in rows.sheets for at in problems(line)]
    return found


def test_what_cannot_be_read_is_said_at_its_field_and_kept_on_the_page(write):
    item = an_item("single")

    page = write(item, None, **{"item-difficulty": "often", "item-stem": "Typed just now"})

    assert problems(page.context["sheet"]) == ["item-difficulty"]
    assert "Typed just now" in page.content.decode()
    assert read(item).number == 1


def test_more_lines_come_without_a_script_and_without_saving(write):
    item = an_item("ordering")
    single = an_item("single")

    page = write(single, None, more="item-options", **{"item-stem": "Typed just now"})

    assert len(page.context["sheet"].table("options").sheets) == 7
    assert "Typed just now" in page.content.decode()
    assert ItemVersion.objects.filter(item__in=[item, single]).count() == 2


@pytest.mark.parametrize("kind", [name for name, _word in IN_PARTS])
def test_a_case_takes_a_question_of_each_kind(write, kind):
    item = an_item("scenario", state="draft")
    part = {"name": "more", "stem": "Another question", "kind": kind, "marks": 1, "feedback": ""}
    part |= {
        name: EXAMPLES[kind][name]
        for name in ("options", "body", "scoring")
        if name in EXAMPLES[kind]
    }

    page = write(item, None, more="item-parts", **{"item-parts-kind": kind})
    offered = page.context["sheet"].table("parts").sheets[-1]
    write(item, {"body": EXAMPLES["scenario"]["body"] | {"parts": [part]}})

    assert offered.form["kind"].value() == kind
    assert read(item).behaviour.may_publish(read(item).wording)
    assert read(item).body["parts"][0]["kind"] == kind


def test_a_line_in_which_nothing_is_written_is_left_out(write):
    item = an_item("single")
    empty = {f"item-options-1-{name}": "" for name in ("text", "feedback")}

    write(item, None, **empty, **{"item-options-1-correct": "", "item-options-0-correct": "on"})

    assert [one["id"] for one in read(item).options] == ["a", "b", "c"]


@pytest.mark.lesson(1)
def test_a_draft_that_somebody_else_wrote_meanwhile_is_not_overwritten(write, instructor):
    item = an_item("single", state="draft")
    opened = form_of(item.newest)
    write(item, {"stem": "Theirs"})
    address = reverse("item_draft", args=[item.public_id])

    page = instructor.post(address, opened | {"item-stem": "Mine"})
    text = page.content.decode()
    assert read(item).stem == "Theirs"
    assert "Somebody else wrote this item" in text
    assert "Mine" in text

    again = {**opened, "item-stem": "Mine", "made_from": read(item).content_hash}
    instructor.post(address, again)
    assert read(item).stem == "Mine"


@pytest.mark.parametrize("sent", ["-1", "1000000", "x", "１"])
def test_a_number_of_lines_that_nobody_writes_is_no_reason_to_fall_over(write, sent):
    item = an_item("single")

    assert write(item, None, **{"item-options-lines": sent}).status_code in {200, 302}


def a_picture(kind="PNG", size=(3, 2)) -> bytes:
    dots = io.BytesIO()
    Image.new("RGB", size).save(dots, kind)
    return dots.getvalue()


def upload(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("drawing.png", content, content_type="image/png")


@pytest.mark.lesson(64)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_is_kept_once_and_its_marker_stands_in_the_question(write, kind):
    item = an_item("single")

    for _time in range(2):
        page = write(
            item, picture="add", picture_alt="A [plan]", picture_file=upload(a_picture(kind))
        )

    picture = Picture.objects.get()
    assert f"![A (plan)](picture:{picture.digest})" in page.context["sheet"].form["stem"].value()
    assert (picture.width, picture.height, picture.media_type) == (3, 2, f"image/{kind.lower()}")
    assert AuditEvent.objects.filter(verb="assessments.picture.added").count() == 1
    assert read(item).number == 1


@pytest.mark.parametrize(
    ("content", "alt", "field"),
    [
        (b"<svg onload=alert(1)>", "A plan", "picture_file"),
        (a_picture()[:20], "A plan", "picture_file"),
        (a_picture() + b"x" * 600_000, "A plan", "picture_file"),
        (a_picture("BMP"), "A plan", "picture_file"),
        (a_picture(), "", "picture_alt"),
    ],
)
def test_a_picture_that_is_not_one_or_says_nothing_is_refused_at_its_field(
    write, content, alt, field
):
    item = an_item("single")

    page = write(item, picture="add", picture_alt=alt, picture_file=upload(content))

    assert list(page.context["picture"].errors) == [field]
    assert not Picture.objects.exists()
    assert page.context["sheet"].form["stem"].value() == item.newest.stem


def test_a_source_is_kept_where_it_is_known_or_was_there(write):
    item = an_item("single", sources=["gone-2001"])

    write(item)
    page = write(item, None, **{"item-sources": ["gone-2001", "never-heard-of"]})

    assert read(item).sources == ["gone-2001"]
    assert problems(page.context["sheet"]) == ["item-sources"]
