from datetime import timedelta

import pytest
from django.db import transaction

from certification.practice.models import FactsVersion
from certification.scheme.actions.transitions import (
    prepare_transition,
    preview_batch,
    publish_transition,
    run_preview,
)
from certification.scheme.models import Credit, SchemeTransition, SchemeVersion, TransitionLine
from certification.scheme.transitions import impact_of, last_move_of, outdated
from tests.factories.accounts import a_registrar, an_administrator
from tests.factories.certification import a_policy
from tests.factories.decisions import NOW
from tests.factories.transitions import (
    a_pinned_intern,
    a_prepared_transition,
    a_same_text,
    a_stricter_text,
    an_approved,
    held_to,
    move_all,
    preview_all,
    the_small_version,
)
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.content.actions import attest
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


@pytest.fixture
def previewed():
    """A step to a stricter version, its preview complete: one person would lose, one has signed."""

    def make(who_moves="not_worse"):
        make.loses, make.stays_met, make.begins = (
            a_pinned_intern(name="Lena"),
            a_pinned_intern(name="Sam"),
            a_pinned_intern(name="Bo", met=False),
        )
        attest(make.stays_met, a_policy("jurisdiction-notice"), typed_name="Sam", now=NOW)
        transition = a_prepared_transition(a_stricter_text(), who_moves=who_moves)
        return preview_all(transition)

    return make


def test_the_preview_says_who_loses_and_why(previewed):
    transition = previewed()

    lines = {line.intern.name: line for line in transition.lines.select_related("intern")}
    assert (transition.preview_total, transition.preview_done) == (3, 3)
    assert (lines["Lena"].met_before, lines["Lena"].met_after) == (True, False)
    assert [change["id"] for change in lines["Lena"].worse] == ["notice"]
    assert (lines["Sam"].met_after, lines["Sam"].worse) == (True, [])
    impact = impact_of(transition)
    assert (impact.people, impact.moving, impact.losing, impact.asked_more) == (3, 1, 1, 2)
    assert impact.worse == {"notice": ("Notice signed", 2)}


def test_a_preview_moves_nobody(previewed):
    transition = previewed("everybody")

    assert held_to(previewed.loses) == the_small_version().number
    assert transition.new.state == "approved"


def test_a_batch_that_runs_once_more_leaves_the_preview_its_day(previewed):
    transition = previewed()

    preview_batch(transition, now=transition.preview_at + timedelta(days=30))

    assert SchemeTransition.objects.get().preview_at == transition.preview_at


def test_publishing_moves_those_whom_it_asks_for_nothing_more(previewed):
    transition, by = previewed(), an_administrator()

    publish_transition(transition, by=by, now=NOW)
    move_all(transition)

    states = dict(SchemeVersion.objects.values_list("number", "state"))
    assert states == {transition.old.number: "retired", "2.0": "effective"}
    assert held_to(previewed.stays_met) == "2.0"
    assert held_to(previewed.loses) == held_to(previewed.begins) == transition.old.number
    moved = AuditEvent.objects.filter(verb="certification.scheme.moved")
    assert [event.subject_id for event in moved] == [previewed.stays_met.public_id]
    told = Notice.objects.filter(event="certification.scheme_changed")
    assert [notice.person for notice in told] == [previewed.stays_met]
    assert last_move_of(previewed.stays_met).transition == transition
    assert last_move_of(previewed.loses) is None


def test_everybody_moves_where_it_was_published_so(previewed):
    transition = previewed("everybody")

    publish_transition(transition, by=an_administrator(), now=NOW)
    move_all(transition)

    assert {held_to(one) for one in (previewed.loses, previewed.stays_met, previewed.begins)} == {
        "2.0"
    }


def test_with_nobody_to_move_everybody_keeps_their_version(previewed):
    transition = previewed("nobody")

    publish_transition(transition, by=an_administrator(), now=NOW)
    move_all(transition)

    assert held_to(previewed.stays_met) == transition.old.number
    assert SchemeVersion.objects.effective().number == "2.0"


def test_who_would_be_worse_since_the_preview_is_not_moved(previewed):
    transition, by = previewed("everybody"), an_administrator()
    transition.lines.filter(intern=previewed.loses).update(worse=[], met_after=True)

    publish_transition(transition, by=by, now=NOW)
    move_all(transition)

    assert held_to(previewed.loses) == transition.old.number
    line = TransitionLine.objects.get(transition=transition, intern=previewed.loses)
    assert (line.moved_at, [change["id"] for change in line.worse]) == (None, ["notice"])


def test_who_has_it_since_the_preview_is_moved(previewed):
    transition = previewed()
    attest(previewed.loses, a_policy("jurisdiction-notice"), typed_name="Lena", now=NOW)

    publish_transition(transition, by=an_administrator(), now=NOW)
    move_all(transition)

    assert held_to(previewed.loses) == "2.0"


@pytest.mark.parametrize("waiver", [False, True])
def test_what_was_waived_since_the_preview_is_no_worse(previewed, waiver):
    transition, by = previewed(), a_registrar()
    if waiver:
        # The old version has no such requirement, so the waiver is written as a transition finds it.
        Credit.objects.create(
            intern=previewed.loses,
            kind="waiver",
            requirement="notice",
            reasons="Signed on paper",
            proposed_by=by,
            proposed_at=NOW,
            approved_by=an_administrator(),
            approved_at=NOW,
        )

    publish_transition(transition, by=an_administrator(), now=NOW)
    move_all(transition)

    assert (held_to(previewed.loses) == "2.0") is waiver


@pytest.mark.lesson(62)
def test_who_prepared_it_does_not_publish_it(previewed):
    transition = previewed()

    with pytest.raises(Refused) as refused, transaction.atomic():
        publish_transition(transition, by=transition.prepared_by, now=NOW)

    assert refused.value.reason == "transition_not_own"
    assert SchemeVersion.objects.get(pk=transition.new_id).state == "approved"
    assert not AuditEvent.objects.filter(verb="certification.transition.published").exists()


def test_somebody_who_began_since_the_preview_makes_it_incomplete(previewed):
    transition = previewed()
    a_pinned_intern()

    with pytest.raises(Refused) as refused:
        publish_transition(transition, by=an_administrator(), now=NOW)

    assert refused.value.reason == "transition_not_previewed"
    assert outdated(transition) == 1


def test_before_the_preview_is_complete_nothing_is_published():
    a_pinned_intern()
    transition = a_prepared_transition(a_same_text())

    with pytest.raises(Refused) as refused:
        publish_transition(transition, by=an_administrator(), now=NOW)

    assert refused.value.reason == "transition_not_previewed"


def test_an_old_preview_is_run_again(previewed):
    transition = previewed()
    later = NOW + timedelta(days=9)

    with pytest.raises(Refused) as refused, transaction.atomic():
        publish_transition(transition, by=an_administrator(), now=later)
    preview_all(run_preview(transition, by=a_registrar(), now=NOW))

    assert refused.value.reason == "transition_preview_old"
    assert transition.lines.count() == 3


def test_facts_that_moved_on_since_the_preview_are_counted(previewed):
    transition = previewed()
    before = outdated(transition)

    with transaction.atomic():
        FactsVersion.objects.bump(previewed.begins)

    assert (before, outdated(transition)) == (0, 1)


def test_a_draft_is_not_prepared_and_an_approved_version_once():
    old, by = the_small_version(), a_registrar()
    new = an_approved(a_same_text())
    words = {"who_moves": "nobody", "reasons": "Because.", "by": by, "now": NOW}
    prepare_transition(new, old=old, **words)

    with pytest.raises(Refused) as refused:
        prepare_transition(new, old=old, **words)

    assert refused.value.reason == "transition_prepared_already"


def test_a_step_with_nobody_held_to_the_old_version_is_soon_previewed():
    transition = preview_all(a_prepared_transition(a_same_text()))

    publish_transition(transition, by=an_administrator(), now=NOW)

    assert SchemeVersion.objects.effective().number == "2.0"


def test_the_jobs_go_on_until_everybody_was_looked_at_and_moved(monkeypatch, run_jobs):
    monkeypatch.setattr("certification.scheme.actions.transitions.BATCH", 1)
    people = [a_pinned_intern(met=False) for _number in range(3)]
    transition = a_prepared_transition(a_same_text(), who_moves="everybody")

    run_jobs()
    before = SchemeTransition.objects.get(pk=transition.pk)
    publish_transition(before, by=an_administrator(), now=before.preview_at)
    run_jobs()

    assert (before.preview_done, before.preview_total) == (3, 3)
    assert {held_to(one) for one in people} == {"2.0"}
