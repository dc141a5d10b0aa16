"""Appeals against what a committee found, and against a narrower scope."""

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.appeals.models import AppealRuling
from certification.complaints.models import ComplaintFinding, Sanction
from certification.credentials import actions as credentials
from certification.credentials.models import Certificate
from certification.renewals.models import Renewal
from tests.certification.appeals.test_against_more import NARROWER, reaches, told
from tests.factories import complaints, renewals
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from tests.factories.appeals import (
    SOON,
    WHY,
    a_finding,
    a_refused_renewal,
    an_answer,
    an_appeal_of,
    an_appeal_of_finding,
    an_appeal_of_renewal,
)
from training_site.audit.models import AuditEvent
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]


def test_a_suspension_taken_over_by_another_certificate_is_appealed_once():
    was = world.a_quick_certificate()
    credentials.suspend(was, reason=world.WITHHELD, by=world.a_decider(), now=world.NOW)
    credentials.narrow_scope(
        was, scope=NARROWER, reason=world.WITHHELD, by=world.a_decider(), now=world.NOW
    )
    drain()
    now = Certificate.objects.current_of(was)

    appeal = an_appeal_of(now)
    assert appeal.event.certificate == was
    with pytest.raises(Refused, match="already_appealed"):
        an_appeal_of(now)
    an_answer(appeal, "upheld", "reinstate")

    now.refresh_from_db()
    assert now.standing == "active"


def test_a_suspension_that_carries_out_a_sanction_is_appealed_with_the_finding():
    certificate = world.a_quick_certificate()
    finding = a_finding(certificate.holder)
    credentials.suspend(certificate, reason=world.WITHHELD, by=world.a_decider(), now=world.NOW)
    Sanction.objects.create(
        finding=finding,
        kind="suspension",
        text=WHY,
        due_on=SOON.date(),
        event=certificate.events.last(),
    )

    with pytest.raises(Refused, match="nothing_to_appeal"):
        an_appeal_of(certificate)
    assert an_appeal_of_finding(finding)


@pytest.mark.parametrize(
    ("thing", "name"), [(a_refused_renewal, "appeal_renewal"), (a_finding, "appeal_finding")]
)
def test_the_page_says_until_when_and_leads_to_the_letter(client, sign_in, thing, name):
    what = thing(now=timezone.now())
    appellant = getattr(what, "certificant", None) or what.respondent
    sign_in(client, appellant)
    page = reverse(name, args=[what.public_id])

    assert "cannot make your position worse" in client.get(page).text
    sent = client.post(page, {"reasons": WHY}, follow=True)

    assert WHY in sent.text
    assert client.get(page).url.startswith("/certification/appeals/")
    sign_in(client, a_person())
    assert client.get(page).status_code == 404


def test_whoever_answers_reads_what_the_finding_rests_on_and_is_seen_to(client, sign_in):
    appeal = an_appeal_of_finding()
    sign_in(client, world.a_decider())

    page = client.get(reverse("certification_appeal", args=[appeal.public_id])).text

    assert "Hours were written down that did not take place." in page
    assert "3 for it, 0 against" in page
    sign_in(client, appeal.appellant)
    letter = client.get(reverse("appeal_letter", args=[appeal.public_id])).text
    assert "Decision-maker" in letter


def test_upheld_the_renewal_is_decided_anew_by_others():
    refused = renewals.a_decided_renewal(outcome="refuse", now=renewals.NOW)
    appeal = an_appeal_of_renewal(refused, now=renewals.NOW)

    an_answer(appeal, now=renewals.NOW)

    again = Renewal.objects.exclude(pk=refused.pk).get(certificate=refused.certificate)
    assert again.state == "submitted"
    refused.refresh_from_db()
    assert refused.outcome == "refuse"  # it stays on record
    assert AuditEvent.objects.filter(verb="certification.renewal.reopened").exists()


def test_upheld_another_committee_is_called_and_what_followed_is_lifted():
    finding = complaints.a_finding()
    officer = finding.complaint.opened_by

    an_answer(an_appeal_of_finding(finding))

    finding.refresh_from_db()
    assert finding.set_aside_at == SOON
    assert finding.complaint.round == 2
    [lifted] = finding.sanctions.get().events.all()
    assert lifted.what == "lifted"
    assert "certification.appeal_answered" in told(finding.respondent)
    assert officer.pk != lifted.by_id


def test_a_failure_of_what_follows_leaves_no_answer():
    finding = complaints.a_finding()
    appeal = an_appeal_of_finding(finding)
    ComplaintFinding.objects.filter(pk=finding.pk).update(set_aside_at=SOON)

    with pytest.raises(Refused, match="finding_set_aside"):
        an_answer(appeal)

    assert not AppealRuling.objects.exists()
    assert not AuditEvent.objects.filter(verb="certification.appeal.answered").exists()


def test_an_interim_suspension_appealed_with_success_ends_with_its_measure():
    complaint = complaints.a_complaint_about_a_holder()
    measure = complaints.a_suspension(complaint)
    certificate = Certificate.objects.get(holder=complaint.respondent)
    appeal = an_appeal_of(certificate)
    assert not reaches(measure.event.by, appeal)

    an_answer(appeal, "upheld", "reinstate")

    certificate.refresh_from_db()
    measure.refresh_from_db()
    assert certificate.standing == "active"
    assert measure.ended_at == SOON
