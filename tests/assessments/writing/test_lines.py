"""Lines that come and go, cases with questions of every kind, and two authors at once."""

import pytest
from django.urls import reverse

from assessments.models import ItemVersion
from assessments.views.staff.editor.items import IN_PARTS
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.assessments.writing.reading import newest, problems
from tests.factories.items import an_item, form_of

pytestmark = pytest.mark.django_db


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
    assert newest(item).behaviour.may_publish(newest(item).wording)
    assert newest(item).body["parts"][0]["kind"] == kind


def test_a_line_in_which_nothing_is_written_is_left_out(write):
    item = an_item("single")
    empty = {f"item-options-1-{name}": "" for name in ("text", "feedback")}

    write(item, None, **empty, **{"item-options-1-correct": "", "item-options-0-correct": "on"})

    assert [one["id"] for one in newest(item).options] == ["a", "b", "c"]


@pytest.mark.lesson(1)
def test_a_draft_that_somebody_else_wrote_meanwhile_is_not_overwritten(write, instructor):
    item = an_item("single", state="draft")
    opened = form_of(item.newest)
    write(item, {"stem": "Theirs"})
    address = reverse("item_draft", args=[item.public_id])

    page = instructor.post(address, opened | {"item-stem": "Mine"})
    text = page.content.decode()
    assert newest(item).stem == "Theirs"
    assert "Somebody else wrote this item" in text
    assert "Mine" in text

    again = {**opened, "item-stem": "Mine", "made_from": newest(item).content_hash}
    instructor.post(address, again)
    assert newest(item).stem == "Mine"


@pytest.mark.parametrize("sent", ["-1", "1000000", "x", "１"])
def test_a_number_of_lines_that_nobody_writes_is_no_reason_to_fall_over(write, sent):
    item = an_item("single")

    assert write(item, None, **{"item-options-lines": sent}).status_code in {200, 302}


def test_a_source_is_kept_where_it_is_known_or_was_there(write):
    item = an_item("single", sources=["gone-2001"])

    write(item)
    page = write(item, None, **{"item-sources": ["gone-2001", "never-heard-of"]})

    assert newest(item).sources == ["gone-2001"]
    assert problems(page.context["sheet"]) == ["item-sources"]
