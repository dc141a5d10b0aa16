"""A recall confirmed while a month is signed, on real locks: the hour is in the list, or unsigned."""

from functools import partial

import pytest

from certification.practice import actions as practice
from certification.practice.models import HoursEntry, PeriodSignOff
from certification.practice.sheets import sheet_of
from certification.recalls import actions
from certification.recalls.models import Recall, RecallItem
from tests.factories.certification import (
    a_mentor,
    a_policy,
    a_submitted_entry,
    an_agreement,
)
from tests.factories.decisions import a_decider
from tests.factories.recalls import (
    NOVEMBER,
    a_proposed_recall,
    a_scheme_of_hours,
    an_intern_signed_for,
    confirm,
    decide,
    shown_of,
    the_item,
)
from tests.races import race
from training_site.content.civil import civil_date
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]
ROUNDS = 4


def test_a_month_signed_while_its_signer_is_recalled(now):
    """Either the signature came first, and the list that was shown is no longer the list; or the
    recall came first, and the sheet is another one. Never a signed hour that nobody was told of."""
    a_scheme_of_hours()
    a_policy("signature-statement")
    for _round in range(ROUNDS):
        mentor, decider = a_mentor(), a_decider()
        agreement = an_agreement(mentor=mentor)
        entry = a_submitted_entry(agreement, now=now, date=NOVEMBER.replace(day=4))
        recall = a_proposed_recall(mentor)
        shown, sheet = shown_of(recall), _sheet(mentor, agreement.intern, now)

        signed, confirmed = race(
            partial(_sign, mentor, agreement.intern, sheet, now),
            partial(actions.confirm_recall, recall, shown_hash=shown, by=decider, now=now),
        )

        entry.refresh_from_db()
        if isinstance(signed, PeriodSignOff):
            assert (entry.state, confirmed.reason) == ("signed", "recall_list_changed")
            confirm(recall)
            drain()
            assert RecallItem.objects.get(recall=recall).minutes == entry.minutes
        else:
            assert (entry.state, signed.reason) == ("submitted", "nothing_to_sign")
            assert isinstance(confirmed, Recall)


def test_two_confirm_at_once_and_it_is_taken_away_once(now):
    for _round in range(ROUNDS):
        mentor, deciders = a_mentor(), [a_decider(), a_decider()]
        an_intern_signed_for(mentor)
        recall = a_proposed_recall(mentor)
        shown = shown_of(recall)
        act = partial(actions.confirm_recall, recall, shown_hash=shown, now=now)

        outcomes = race(*[partial(act, by=one) for one in deciders])

        refusals = [one.reason for one in outcomes if isinstance(one, Refused)]
        assert refusals == ["recall_settled"]


def test_two_batches_at_once_write_each_person_once(now):
    mentor = a_mentor()
    interns = [an_intern_signed_for(mentor) for _one in range(3)]
    recall = confirm(a_proposed_recall(mentor))

    race(*[partial(actions.write_items, recall, now=now)] * 3)

    assert RecallItem.objects.filter(recall=recall).count() == len(interns)


def test_two_who_decide_at_once_decide_once(now):
    mentor, deciders = a_mentor(), [a_decider(), a_decider()]
    intern = an_intern_signed_for(mentor)
    confirm(a_proposed_recall(mentor))
    drain()
    item = the_item(intern)

    outcomes = race(*[partial(decide, item, "reasons", by=one) for one in deciders])

    assert [one.reason for one in outcomes if isinstance(one, Refused)] == ["recall_item_decided"]
    assert HoursEntry.objects.filter(intern=intern, state="signed").count() == 2


def _sheet(mentor, intern, now):
    return sheet_of(mentor, intern, NOVEMBER, today=civil_date(now))


def _sign(mentor, intern, sheet, now):
    return practice.sign_month(
        mentor,
        intern,
        NOVEMBER,
        shown_hash=sheet.hash,
        typed_name=mentor.name,
        by=mentor,
        now=now,
    )
