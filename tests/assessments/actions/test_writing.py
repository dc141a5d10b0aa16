"""Versions in the admin: drafts, a reviewer who is not the author, going live, retiring."""

import pytest

from assessments import actions
from assessments.actions.writing import move, write_draft
from assessments.models import Assessment, Item, ItemVersion
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


def test_an_unfair_wording_is_not_even_a_draft(item, author, now):
    entry = an_entry("worse")
    entry["options"][0]["correct"] = False

    with pytest.raises(Refused, match="item_needs_right_and_wrong"):
        write_draft(item, entry, by=author, now=now)

    assert states(item) == ["live"]


def test_retiring_stops_where_an_assessment_could_no_longer_be_drawn(colleague, now):
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    an_assessment(items)
    only = ItemVersion.objects.get(item__ref="three")

    with pytest.raises(Refused, match="too_few_items"):
        move(only, "retired", by=colleague, now=now)

    only.refresh_from_db()
    assert only.state == "live"
    assert not AuditEvent.objects.filter(verb="assessments.item_version.moved").exists()
