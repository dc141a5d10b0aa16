"""Proposed, confirmed by another, worked out for everybody, decided one by one."""

import pytest
from django.db import transaction

from certification.decisions.models import OutsideInvitation
from certification.practice.models import FactsVersion, SupervisorAuthority
from certification.recalls import actions
from certification.recalls.actions import confirming
from certification.recalls.models import Recall, RecallItem
from certification.scheme.evaluations import evaluation_for
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    a_mentor,
    a_submitted_entry,
    an_agreement,
)
from tests.factories.decisions import NOW, a_decider
from tests.factories.recalls import (
    FIRST,
    NOVEMBER,
    a_confirmed_recall,
    a_proposed_recall,
    an_applicant_signed_for,
    an_intern_signed_for,
    confirm,
    shown_of,
    the_item,
)
from training_site.accounts.actions.invitations import invite
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


@pytest.fixture
def mentor():
    return a_mentor()


def refused(act, *args, **kwargs) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act(*args, **kwargs)
    return caught.value.reason


def told(event: str) -> set:
    return {one.person for one in Notice.objects.filter(event=f"certification.{event}")}


def test_proposing_changes_nothing_and_asks_those_who_can_confirm(mentor):
    intern, decider = an_intern_signed_for(mentor), a_decider()
    counted = FactsVersion.objects.current(intern)

    recall = a_proposed_recall(mentor)

    assert evaluation_for(intern, NOW).met
    assert FactsVersion.objects.current(intern) == counted
    assert told("recall_to_confirm") == {decider}
    assert recall.items.count() == 0
    said = AuditEvent.objects.get(verb="certification.recall.proposed")
    assert (said.subject_id, said.target_id) == (mentor.public_id, recall.public_id)


def test_only_a_registrar_proposes_and_not_of_herself(mentor):
    an_intern_signed_for(mentor)
    give_role(mentor, Role.REGISTRAR, by=None, now=NOW)

    assert refused(a_proposed_recall, mentor, by=a_decider()) == "role_missing"
    assert refused(a_proposed_recall, mentor, by=mentor) == "recall_of_oneself"
    assert not Recall.objects.exists()


def test_whose_own_hours_are_concerned_neither_proposes_nor_confirms(mentor):
    intern = an_intern_signed_for(mentor)
    for role in (Role.REGISTRAR, Role.DECISION_MAKER):
        give_role(intern, role, by=None, now=NOW)

    assert refused(a_proposed_recall, mentor, by=intern) == "recall_touches_you_too"
    recall = a_proposed_recall(mentor)
    assert refused(confirm, recall, by=intern) == "recall_touches_you_too"


def test_nothing_is_proposed_twice_or_about_days_without_a_proof(mentor):
    first = a_proposed_recall(mentor)

    assert refused(a_proposed_recall, mentor) == "recall_proposed_already"
    actions.drop_recall(first, by=first.proposed_by, now=NOW)
    assert refused(confirm, first) == "recall_settled"
    assert a_proposed_recall(mentor).pk != first.pk
    before_any_proof = {"first": FIRST.replace(year=2020), "last": FIRST.replace(year=2021)}
    assert refused(a_proposed_recall, a_mentor(), **before_any_proof) == "recall_takes_nothing"


@pytest.mark.lesson(62)
def test_who_proposed_does_not_confirm(mentor):
    both = a_registrar()
    give_role(both, Role.DECISION_MAKER, by=None, now=NOW)
    recall = a_proposed_recall(mentor, by=both)

    assert refused(confirm, recall, by=both) == "recall_by_another"
    assert refused(confirm, recall, by=a_registrar()) == "role_missing"
    assert SupervisorAuthority.objects.filter(withdrawn_from=None, person=mentor).exists()


def test_whoever_decides_for_one_case_only_confirms_nothing(mentor):
    recall, outsider = a_proposed_recall(mentor), a_decider()
    case = an_applicant_signed_for(a_mentor())
    OutsideInvitation.objects.create(
        application=case,
        invitation=_an_invitation(),
        role=Role.DECISION_MAKER,
        invited_by=a_registrar(),
        invited_at=NOW,
        person=outsider,
        brought_role=True,
    )

    assert refused(confirm, recall, by=outsider) == "role_missing"


def _an_invitation():
    said = {"email": "outside@example.org", "name": "Outside", "role": Role.DECISION_MAKER}
    return invite(**said, by=a_registrar(), now=NOW)


def test_confirmed_the_hours_count_for_nobody_and_everybody_is_told(mentor):
    interns = [an_intern_signed_for(mentor) for _one in range(2)]
    other = an_intern_signed_for(a_mentor())

    recall = a_confirmed_recall(mentor)

    assert [evaluation_for(one, NOW).met for one in (*interns, other)] == [False, False, True]
    items = RecallItem.objects.filter(recall=recall)
    assert {one.person for one in items} == set(interns) == told("recall_touches_you")
    assert {(one.entries, one.minutes, one.met_before, one.met_after) for one in items} == {
        (2, 180, True, False)
    }
    assert [change["id"] for change in items[0].missing] == ["mentor"]
    assert recall.withheld == [["2026-11-02", "2099-12-31"]]
    assert told("recall_of_your_signatures") == {mentor}
    assert AuditEvent.objects.filter(verb="certification.recall.confirmed").count() == 1


def test_until_a_day_the_later_hours_go_on_counting(mentor):
    intern = an_intern_signed_for(mentor)

    a_confirmed_recall(mentor, last=FIRST.replace(day=5))

    item = the_item(intern)
    assert (item.entries, item.minutes, item.met_after) == (1, 90, False)
    rows = evaluation_for(intern, NOW).result["requirements"]
    assert [row["have"] for row in rows] == [90]


def test_what_changed_since_it_was_shown_is_not_confirmed(mentor):
    an_intern_signed_for(mentor)
    recall, decider = a_proposed_recall(mentor), a_decider()
    shown = shown_of(recall)
    an_intern_signed_for(mentor)

    said = refused(actions.confirm_recall, recall, shown_hash=shown, by=decider, now=NOW)

    assert said == "recall_list_changed"
    assert SupervisorAuthority.objects.filter(withdrawn_from=None, person=mentor).exists()
    assert not AuditEvent.objects.filter(verb="certification.recall.confirmed").exists()


def test_whose_hours_still_wait_is_told_and_loses_nothing(mentor):
    agreement = an_agreement(mentor=mentor)
    a_submitted_entry(agreement, now=NOW, date=NOVEMBER.replace(day=4))

    a_confirmed_recall(mentor)

    assert told("recall_leaves_waiting") == {agreement.intern}
    assert not RecallItem.objects.exists()


def test_many_are_worked_out_in_batches_and_each_once(mentor, monkeypatch):
    monkeypatch.setattr(confirming, "BATCH", 2)
    for _one in range(5):
        an_intern_signed_for(mentor)
    recall = confirm(a_proposed_recall(mentor))

    counts = [actions.write_items(recall, now=NOW) for _batch in range(4)]

    assert counts == [2, 2, 1, 0]
    drain()
    assert recall.items.count() == 5
    assert Notice.objects.filter(event="certification.recall_touches_you").count() == 5
