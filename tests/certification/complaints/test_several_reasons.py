"""Several reasons suspend one certificate: it stands again when the last of them has ended."""

from datetime import timedelta

import pytest
from django.urls import reverse

from certification.appeals import actions as appeals
from certification.complaints import actions
from certification.credentials import actions as credentials
from certification.credentials.holds import holds_on
from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import Change
from certification.registry.answering import answer_for
from tests.factories.complaints import (
    AFTER_APPEAL,
    WHY,
    a_complaint,
    a_sanction,
    a_suspension,
    before_a_committee,
)
from tests.factories.decisions import NOW, a_decider, a_quick_certificate
from tests.factories.replacing import a_number_asked
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
SOON = NOW + timedelta(hours=1)
LATER = NOW + timedelta(days=1)
EXAMINED = "A letter about the practice of this person is examined."


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def two_measures(certificate):
    """Out of two complaints, carried out one after the other."""
    holder = certificate.holder
    return (
        a_suspension(a_complaint(holder), now=NOW),
        a_suspension(a_complaint(holder), now=SOON),
    )


def end(measure, *, now=LATER):
    return actions.end_measure(fresh(measure), reason=WHY, by=a_decider(), now=now)


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_complaints_the_last_measure_to_end_lets_it_stand_again(first):
    certificate = a_quick_certificate()
    measures = two_measures(certificate)

    end(measures[first])
    between = answer_for(certificate.number, LATER).telling.word
    end(measures[1 - first])

    assert (between, fresh(certificate).standing) == ("Suspended", "active")
    assert all(fresh(one).ended_at for one in measures)
    assert list(certificate.events.values_list("kind", flat=True)).count("reinstated") == 1


def test_after_a_measure_what_was_said_at_the_certificate_still_holds():
    certificate, decider = a_quick_certificate(), a_decider()
    day = (NOW + timedelta(days=20)).date()
    credentials.suspend(certificate, reason=EXAMINED, review_on=day, by=decider, now=NOW)
    measure = a_suspension(a_complaint(certificate.holder), now=SOON)

    assert [one.ends_elsewhere for one in holds_on(certificate)] == [False, True]
    assert Certificate.objects.to_look_at(day).get().review_on == day
    with pytest.raises(Refused, match="suspended_elsewhere"):
        credentials.reinstate(certificate, reason=EXAMINED, by=decider, now=SOON)
    end(measure)
    assert [one.event.reason for one in holds_on(certificate)] == [EXAMINED]
    assert fresh(certificate).standing == "suspended"
    credentials.reinstate(certificate, reason=EXAMINED, by=decider, now=LATER)

    assert fresh(certificate).standing == "active"
    assert holds_on(certificate) == []
    assert not Certificate.objects.to_look_at(day).exists()


def test_after_a_measure_the_finding_of_another_complaint_still_holds():
    certificate = a_quick_certificate()
    sanction = a_sanction(
        "suspension", complaint=before_a_committee(a_complaint(certificate.holder))
    )
    measure = a_suspension(a_complaint(certificate.holder), now=SOON)
    actions.carry_out_sanction(sanction, text=WHY, by=a_decider(), now=AFTER_APPEAL)

    end(measure, now=AFTER_APPEAL + timedelta(hours=1))

    assert fresh(certificate).standing == "suspended"
    assert [one.event for one in holds_on(certificate)] == [fresh(sanction).event]


def test_a_new_number_is_suspended_for_every_reason_of_the_old_one():
    certificate, decider = a_quick_certificate(), a_decider()
    a_number_asked(certificate)
    measure, other = two_measures(certificate)
    credentials.change_standing(
        certificate,
        Change.KEEP_SUSPENDED,
        reason=EXAMINED,
        review_on=LATER.date() + timedelta(days=9),
        by=decider,
        now=SOON + timedelta(minutes=1),
    )
    drain()
    successor = Certificate.objects.current_of(certificate)

    assert successor != certificate
    assert successor.events.filter(kind="suspended").count() == 3
    assert len(holds_on(successor)) == 3
    end(measure)
    end(other)
    assert fresh(successor).standing == "suspended"
    credentials.reinstate(successor, reason=EXAMINED, by=decider, now=LATER)
    assert fresh(successor).standing == "active"


def test_an_appeal_upheld_ends_its_own_reason_alone():
    certificate = a_quick_certificate()
    credentials.suspend(certificate, reason=EXAMINED, by=a_decider(), now=NOW)
    appeal = appeals.appeal_standing(certificate, reasons=WHY, by=certificate.holder, now=NOW)
    measure = a_suspension(a_complaint(certificate.holder), now=SOON)

    upheld(appeal)
    assert fresh(certificate).standing == "suspended"
    assert [one.ends_elsewhere for one in holds_on(certificate)] == [True]
    end(measure)

    assert fresh(certificate).standing == "active"


def test_a_withdrawal_undone_on_appeal_leaves_it_suspended_while_a_measure_holds():
    certificate = a_quick_certificate()
    measure = a_suspension(a_complaint(certificate.holder), now=NOW)
    credentials.withdraw(certificate, reason=EXAMINED, by=a_decider(), now=SOON)
    appeal = appeals.appeal_standing(certificate, reasons=WHY, by=certificate.holder, now=SOON)

    upheld(appeal)
    assert fresh(certificate).standing == "suspended"
    assert [one.event for one in holds_on(certificate)] == [fresh(measure).event]
    end(measure, now=LATER + timedelta(hours=1))

    assert fresh(certificate).standing == "active"


def upheld(appeal):
    return appeals.answer_appeal(
        appeal,
        outcome="upheld",
        follows="reinstate",
        reasons=["evidence_overlooked"],
        text="One letter had not been read by anybody.",
        by=a_decider(),
        now=LATER,
    )


def test_staff_see_which_reasons_hold_and_whoever_ends_one_sees_the_others(client, sign_in):
    certificate = a_quick_certificate()
    measure, _other = two_measures(certificate)
    sign_in(client, a_decider())

    page = client.get(reverse("certification_certificate", args=[certificate.public_id]))
    act = client.get(reverse("complaint_act_measure", args=[measure.public_id])).text

    assert page.text.count("Interim measure of a complaint") == 2
    assert "It stands again when the last of these has ended" in page.text
    assert "reinstate" not in dict(page.context["form"].fields["change"].choices)
    assert act.count("Interim measure of a complaint") == 2
