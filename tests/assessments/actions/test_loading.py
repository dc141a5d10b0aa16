"""The curriculum's items.yaml: added, followed by versions, never overwritten, all or nothing."""

from copy import deepcopy

import pytest

from assessments.actions.loading import load_items
from assessments.models import Assessment, Item, ItemVersion
from tests.factories.accounts import a_person
from tests.factories.assessments import a_document, an_attempt, some_outcomes
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(now):
    some_outcomes()
    document = a_document()
    load_items(document, now=now)
    return document


def versions(ref="item-01"):
    return list(ItemVersion.objects.filter(item__ref=ref).order_by("number"))


def reworded(document, ref="item-01"):
    changed = deepcopy(document)
    entry = next(entry for entry in changed["items"] if entry["id"] == ref)
    entry["stem"] = "Asked in better words?"
    return changed


def test_a_file_becomes_a_bank_an_assessment_and_live_items(document):
    assessment = Assessment.objects.get(slug=document["assessment"]["slug"])

    assert ItemVersion.objects.drawable(assessment.bank_id).count() == 12
    assert dict(assessment.blueprint.values_list("outcome__code", "draw")) == {"9.1": 2, "9.2": 1}
    assert AuditEvent.objects.get(verb="assessments.bank.loaded").words.values["added"] == [
        f"item-{n:02}" for n in range(12)
    ]


@pytest.mark.both_stacks
def test_the_same_file_again_changes_nothing(document, now):
    events = AuditEvent.objects.count()

    loaded = load_items(document, now=now)

    assert len(loaded.unchanged) == 12
    assert not loaded.assessment_changed
    assert ItemVersion.objects.count() == 12
    assert AuditEvent.objects.count() == events


@pytest.mark.both_stacks
def test_a_changed_item_becomes_a_new_version_and_the_old_one_stays(document, now):
    before = versions()[0]

    loaded = load_items(reworded(document), now=now)

    old, new = versions()
    assert loaded.changed == ["item-01"]
    assert (old.stem, old.state, new.state, new.number) == (before.stem, "retired", "live", 2)


def test_a_started_attempt_keeps_the_wording_it_began_with(document, now):
    attempt = an_attempt(Assessment.objects.get(), now=now)
    shown = attempt.items.first().item_version

    load_items(reworded(document, shown.item.ref), now=now)

    assert attempt.items.first().item_version == shown


def test_going_back_to_an_earlier_wording_is_a_third_version(document, now):
    load_items(reworded(document), now=now)

    load_items(document, now=now)

    assert [version.state for version in versions()] == ["retired", "retired", "live"]


def test_what_was_written_in_the_cms_is_not_overtaken_by_a_file(document, now):
    item = Item.objects.get(ref="item-01")
    ItemVersion.objects.create(
        item=item,
        number=2,
        kind="single",
        stem="An instructor's words",
        options=[],
        written_by=a_person(Role.INSTRUCTOR),
        written_at=now,
    )

    loaded = load_items(reworded(document), now=now)
    again = load_items(reworded(document), now=now)

    assert loaded.drafted == ["item-01"]
    assert "item-01" in again.unchanged
    assert [version.state for version in versions()] == ["live", "draft", "draft"]


def test_an_item_that_left_the_file_stays_and_is_named(document, now):
    shorter = deepcopy(document)
    removed = shorter["items"].pop()

    assert load_items(shorter, now=now).absent == [removed["id"]]
    assert versions(removed["id"])[0].state == "live"


def test_changed_terms_are_recorded(document, now):
    changed = deepcopy(document)
    changed["assessment"]["cool_off_hours"] = 24

    assert load_items(changed, now=now).assessment_changed
    assert Assessment.objects.get().cool_off_hours == 24
    assert AuditEvent.objects.filter(verb="assessments.assessment.changed").count() == 2


def spoil_outcome(document):
    document["items"][-1]["outcome"] = "no such outcome"


def spoil_key(document):
    for option in document["items"][-1]["options"]:
        option["correct"] = False


def spoil_blueprint(document):
    document["assessment"]["draws"] = 4


def spoil_size(document):
    document["assessment"] |= {"draws": 30, "blueprint": [{"outcome": "9.1", "draw": 30}]}


def move_outcome(document):
    document["items"][-1]["outcome"] = "9.2"


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (spoil_outcome, "item_outcome_unknown"),
        (spoil_key, "item_needs_right_and_wrong"),
        (spoil_blueprint, "blueprint_sum_differs"),
        (spoil_size, "too_few_items"),
        (move_outcome, "item_outcome_changed"),
    ],
)
def test_a_file_with_a_fault_changes_nothing_at_all(document, now, spoil, reason):
    spoiled = reworded(document)
    spoil(spoiled)

    with pytest.raises(Refused, match=reason):
        load_items(spoiled, now=now)

    assert [version.state for version in versions()] == ["live"]
