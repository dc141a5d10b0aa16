"""Files into a bank and out of it: told first, question by question, then done, and recorded."""

import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assessments import scope
from assessments.models import Item, ItemVersion
from tests.factories.accounts import a_person
from tests.factories.assessments import an_assessment
from tests.factories.items import an_item
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent

pytestmark = pytest.mark.django_db

GIFT = b"""::fresh-one:: What comes first? {=Ask ~Act ~Wait}

::fresh-two:: What never ends? {=Consent may be withdrawn ~A promise}
"""
HALF = GIFT + b"\n::broken:: What is this? {=Never closed\n"


@pytest.fixture
def instructor(signed_in):
    return signed_in(a_person(Role.INSTRUCTOR))


@pytest.fixture
def bank():
    return an_assessment().bank


def upload(content: bytes, name="from-elsewhere.gift"):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def bring(instructor, bank):
    def send(content: bytes | None = GIFT, **more):
        sheet = {"outcome": bank.items.first().outcome_id} | more
        if content is not None:
            sheet["file"] = upload(content)
        return instructor.post(reverse("items_import", args=[bank.public_id]), sheet)

    return send


def became(page) -> list[tuple[str, str]]:
    return [(row.ref, row.became) for row in page.context["report"].rows]


@pytest.mark.lesson(63, 64)
def test_every_question_is_told_of_before_anything_is_written(bring):
    page = bring()

    assert became(page) == [("fresh-one", "imported"), ("fresh-two", "imported")]
    assert [row.line for row in page.context["report"].rows] == [1, 3]
    assert page.context["may_go_on"]
    assert not Item.objects.filter(ref__startswith="fresh").exists()


def test_confirming_needs_no_second_choice_of_the_file(bring, bank):
    first = bring()
    held = {name: first.context[name] for name in ("held", "name")}

    done = bring(None, sure="1", **held)

    versions = ItemVersion.objects.filter(item__ref__startswith="fresh")
    assert {(one.state, one.written_by.has_role(Role.INSTRUCTOR)) for one in versions} == {
        ("draft", True)
    }
    assert done.context["report"].written
    assert not done.context["may_go_on"]
    event = AuditEvent.objects.get(verb="assessments.bank.imported")
    assert event.target_id == bank.public_id


def test_the_same_file_again_changes_nothing(bring):
    bring(sure="1")

    again = bring(sure="1")

    assert {state for _ref, state in became(again)} == {"unchanged"}
    assert ItemVersion.objects.filter(item__ref__startswith="fresh").count() == 2


@pytest.mark.lesson(63)
def test_a_skipped_question_keeps_back_the_file_unless_the_others_are_asked_for(bring):
    whole = bring(HALF, sure="1")
    assert not whole.context["report"].written
    assert whole.context["report"].counts["skipped"] == 1

    partly = bring(HALF, sure="1", partial="on")
    assert partly.context["report"].written
    assert Item.objects.filter(ref__startswith="fresh").count() == 2


@pytest.mark.parametrize(
    "sent",
    [
        {"content": b"\xff\xfe\x00broken", "encoding": "utf-16"},
        {"content": b""},
        {"content": None, "held": "no base64!", "name": "x"},
        {"content": None, "held": base64.b64encode(b"\x00\x01").decode(), "name": "x"},
        {"content": b"PK\x03\x04 no archive", "format": "qti_30"},
        {"content": b"<!DOCTYPE a [<!ENTITY b 'c'>]><quiz>&b;</quiz>"},
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence_and_no_fault(bring, sent):
    page = bring(**sent)

    assert page.status_code == 200
    assert page.context["form"].errors or not page.context["may_go_on"]


def test_no_file_is_said_at_its_field(bring):
    assert list(bring(None).context["form"].errors) == ["file"]


@pytest.mark.parametrize("name", ["gift", "csv", "moodle_xml", "qti_30"])
@pytest.mark.lesson(65)
def test_what_is_taken_comes_back_unchanged(instructor, bring, bank, name):
    taken = instructor.post(reverse("items_export", args=[bank.public_id]), {"format": name})
    assert taken["Content-Disposition"].startswith(f'attachment; filename="{bank.slug}-{name}')

    back = bring(taken.content, format=name)

    assert {state for _ref, state in became(back)} == {"unchanged"}
    assert AuditEvent.objects.get(verb="assessments.bank.exported").target_id == bank.public_id


def test_what_a_format_leaves_out_is_said_before_the_file_is_taken(instructor):
    item = an_item("scenario")

    page = instructor.post(
        reverse("items_export", args=[item.bank.public_id]), {"format": "gift", "look": "1"}
    )

    assert item.ref in [problem.ref for problem in page.context["problems"]]
    assert not AuditEvent.objects.filter(verb="assessments.bank.exported").exists()


def test_every_format_says_what_it_cannot_carry(instructor, bank):
    page = instructor.get(reverse("items_export", args=[bank.public_id])).content.decode()

    assert "cases with several questions" in page


def test_a_bank_of_which_one_does_not_see_every_item_is_not_there(instructor, bank, monkeypatch):
    seen = bank.items.first()
    monkeypatch.setitem(scope._ways, "items", lambda user: scope.Q(pk=seen.pk))

    listed = instructor.get(reverse("items_exchange"))

    assert list(listed.context["banks"]) == []
    for name in ("items_import", "items_export"):
        assert instructor.get(reverse(name, args=[bank.public_id])).status_code == 404


def test_the_list_names_the_banks_with_their_items(instructor, bank):
    assert [
        (one.slug, one.number) for one in instructor.get(reverse("items_exchange")).context["banks"]
    ] == [(bank.slug, 12)]
