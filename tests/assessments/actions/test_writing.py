"""Versions in the admin: drafts, a reviewer who is not the author, going live, retiring."""

import pytest

from assessments import actions
from assessments.actions.writing import add_item, move, write_draft
from assessments.models import Assessment, Item, ItemVersion
from assessments.rules.kinds import KINDS_OF_ITEM
from tests.factories.accounts import a_person
from tests.factories.assessments import a_learner, an_assessment, an_entry
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return a_person(Role.INSTRUCTOR)


@pytest.fixture
def colleague():
    return a_person(Role.INSTRUCTOR)


@pytest.fixture
def item():
    an_assessment()
    return Item.objects.get(ref="item-01")


@pytest.fixture
def draft(item, author, now):
    return write_draft(item, an_entry("better"), by=author, now=now)


def states(item):
    return list(item.versions.order_by("number").values_list("state", flat=True))


def test_a_new_wording_is_a_draft_beside_the_live_one(item, draft):
    assert states(item) == ["live", "draft"]
    assert (
        AuditEvent.objects.get(verb="assessments.item_version.written").target_id == item.public_id
    )


def test_writing_again_rewrites_the_draft(item, draft, colleague, now):
    again = write_draft(item, an_entry("best"), by=colleague, now=now)

    assert (again.pk, again.written_by) == (draft.pk, colleague)
    assert again.content_hash != draft.content_hash


def test_the_author_does_not_review(draft, author, now):
    with pytest.raises(Refused, match="item_version_not_by_its_author"):
        move(draft, "reviewed", by=author, now=now)

    draft.refresh_from_db()
    assert draft.state == "draft"
    assert not AuditEvent.objects.filter(verb="assessments.item_version.moved").exists()


@pytest.mark.both_stacks
def test_a_reviewed_version_goes_live_and_retires_the_one_before(item, draft, colleague, now):
    move(draft, "reviewed", by=colleague, now=now)
    live = move(draft, "live", by=colleague, now=now)

    assert states(item) == ["retired", "live"]
    assert (live.approved_by, live.published_at) == (colleague, now)


def test_new_attempts_show_the_version_that_is_live(draft, colleague, now):
    move(draft, "reviewed", by=colleague, now=now)
    move(draft, "live", by=colleague, now=now)
    assessment = Assessment.objects.get()

    for seed in range(12):
        attempt = actions.start(assessment, a_learner(assessment), now=now, seed=seed)
        shown = attempt.items.filter(item_version__item=draft.item)
        assert set(shown.values_list("item_version", flat=True)) <= {draft.pk}


def test_sent_back_it_is_a_draft_that_nobody_reviewed(draft, colleague, now):
    move(draft, "reviewed", by=colleague, now=now)

    assert move(draft, "draft", by=colleague, now=now).approved_by is None


def test_a_draft_does_not_go_live_unreviewed(draft, colleague, now):
    with pytest.raises(Refused, match="item_version_may_not_move"):
        move(draft, "live", by=colleague, now=now)


def test_half_a_thought_is_kept_as_a_draft_and_stops_at_the_review(item, author, colleague, now):
    entry = an_entry("worse")
    entry["options"][0]["correct"] = False

    draft = write_draft(item, entry, by=author, now=now)

    assert draft.options[0]["text"] == "worse choice 0"
    with pytest.raises(Refused, match="item_needs_right_and_wrong"):
        move(draft, "reviewed", by=colleague, now=now)
    assert states(item) == ["live", "draft"]


@pytest.mark.parametrize("kind", KINDS_OF_ITEM)
def test_every_kind_can_be_begun_with_nothing(kind, item, author, colleague, now):
    begun = add_item(item.bank, item.outcome, kind, f"new-{kind}", by=author, now=now)

    assert (begun.newest.state, begun.newest.written_by) == ("draft", author)
    with pytest.raises(Refused):
        move(begun.newest, "reviewed", by=colleague, now=now)


def test_two_items_of_a_bank_have_two_references(item, author, now):
    with pytest.raises(Refused, match="item_ref_taken"):
        add_item(item.bank, item.outcome, "single", "item-01", by=author, now=now)


@pytest.mark.lesson(1)
def test_words_made_from_an_older_version_do_not_overwrite_a_newer_one(
    item, draft, author, colleague, now
):
    opened = draft.content_hash
    write_draft(item, an_entry("theirs"), by=colleague, now=now, made_from=opened)

    with pytest.raises(Refused, match="item_changed_meanwhile"):
        write_draft(item, an_entry("mine"), by=author, now=now, made_from=opened)

    assert item.versions.get(state="draft").stem == "What does theirs ask?"


def test_retiring_stops_where_an_assessment_could_no_longer_be_drawn(colleague, now):
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    an_assessment(items)
    only = ItemVersion.objects.get(item__ref="three")

    with pytest.raises(Refused, match="too_few_items"):
        move(only, "retired", by=colleague, now=now)

    only.refresh_from_db()
    assert only.state == "live"
    assert not AuditEvent.objects.filter(verb="assessments.item_version.moved").exists()
