"""Measures and sanctions act on every certificate of the respondent, all of them or none."""

from datetime import timedelta

import pytest

from certification.appeals import actions as appeals
from certification.complaints import actions
from certification.complaints.actions import sanctions as carrying_out
from certification.complaints.forms import CarryOutForm
from certification.credentials import actions as credentials
from certification.credentials.models import CertificateEvent
from tests.factories.complaints import (
    AFTER_APPEAL,
    WHY,
    a_complaint,
    a_sanction,
    a_suspension,
    before_a_committee,
)
from tests.factories.decisions import NOW, a_decider, a_quick_certificate
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
NARROWER = "Work with a client and the client's therapist, without group formats."
LATER = NOW + timedelta(days=1)


def two_certificates():
    """Of one person, each the first of a line of its own."""
    first = a_quick_certificate()
    return first, a_quick_certificate(first.holder)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def standings(*certificates) -> list[str]:
    return [fresh(one).standing for one in certificates]


def a_sanction_about(holder, kind):
    return a_sanction(kind, complaint=before_a_committee(a_complaint(holder)))


def carry_out(sanction, **more):
    by = more.pop("by", None) or a_decider()
    return actions.carry_out_sanction(sanction, text=WHY, by=by, now=AFTER_APPEAL, **more)


def test_a_measure_suspends_every_certificate_and_its_end_gives_all_back():
    certificates = two_certificates()
    complaint = a_complaint(certificates[0].holder)

    measure = a_suspension(complaint)
    assert standings(*certificates) == ["suspended", "suspended"]
    actions.end_measure(measure, reason=WHY, by=a_decider(), now=LATER)

    assert standings(*certificates) == ["active", "active"]


def test_what_was_suspended_before_stays_so_and_the_other_stands_again():
    first, second = two_certificates()
    credentials.suspend(first, reason=WHY, by=a_decider(), now=NOW - timedelta(hours=1))

    measure = a_suspension(a_complaint(first.holder))
    actions.end_measure(measure, reason=WHY, by=a_decider(), now=LATER)

    assert standings(first, second) == ["suspended", "active"]


@pytest.mark.parametrize(
    ("kind", "standing"), [("withdrawal", "withdrawn"), ("suspension", "suspended")]
)
def test_a_sanction_is_carried_out_on_every_certificate(kind, standing):
    certificates = two_certificates()
    sanction = a_sanction_about(certificates[0].holder, kind)

    carry_out(sanction)

    assert standings(*certificates) == [standing, standing]
    for one in certificates:
        with pytest.raises(Refused, match="nothing_to_appeal"):
            appeals.appeal_standing(fresh(one), reasons=WHY, by=one.holder, now=AFTER_APPEAL)


def test_where_one_of_them_cannot_be_done_none_is(monkeypatch):
    certificates = two_certificates()
    sanction = a_sanction_about(certificates[0].holder, "withdrawal")
    before = CertificateEvent.objects.count()

    real, done = carrying_out.change_standing, []

    def broken(certificate, *args, **kwargs):
        done.append(certificate)
        if len(done) > 1:
            raise Refused("certificate_not_there")
        return real(certificate, *args, **kwargs)

    monkeypatch.setattr(carrying_out, "change_standing", broken)
    with pytest.raises(Refused, match="certificate_not_there"):
        carry_out(sanction)

    assert standings(*certificates) == ["active", "active"]
    assert CertificateEvent.objects.count() == before


def test_of_several_certificates_the_one_that_becomes_narrower_is_named():
    first, second = two_certificates()
    holder, decider = first.holder, a_decider()
    sanction = a_sanction_about(holder, "narrower")

    form = CarryOutForm(narrows=True, certificates=[first, second])
    assert list(form.fields) == ["certificate", "scope", "text"]
    with pytest.raises(Refused, match="name_the_certificate"):
        carry_out(sanction, scope=NARROWER, by=decider)
    carry_out(sanction, scope=NARROWER, by=decider, certificate=first)
    drain()

    assert standings(first, second) == ["superseded", "active"]


def test_an_officer_of_the_case_answers_no_appeal_about_the_second_certificate():
    first, second = two_certificates()
    complaint = a_complaint(first.holder)
    a_suspension(complaint)

    for one in (first, second):
        appeal = appeals.appeal_standing(fresh(one), reasons=WHY, by=one.holder, now=LATER)
        reach = type(appeal).objects.filter(pk=appeal.pk)
        assert not reach.not_touched_by(complaint.opened_by).exists()
        assert reach.not_touched_by(a_decider()).exists()


def test_an_appeal_about_either_ends_the_measure_for_both():
    first, second = two_certificates()
    measure = a_suspension(a_complaint(first.holder))
    older = first if fresh(measure).event.certificate != first else second
    appeal = appeals.appeal_standing(fresh(older), reasons=WHY, by=first.holder, now=LATER)

    appeals.answer_appeal(
        appeal,
        outcome="upheld",
        follows="reinstate",
        reasons=["evidence_overlooked"],
        text="One letter had not been read by anybody.",
        by=a_decider(),
        now=LATER,
    )

    assert fresh(measure).ended_at
    assert standings(first, second) == ["active", "active"]
