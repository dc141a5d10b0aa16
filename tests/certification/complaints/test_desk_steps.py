"""What an officer does on the page of one complaint."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certification.complaints.models import CommitteeInvitation, InterimMeasure, Sanction
from certification.complaints.wording import CONFLICT_WORDS
from certification.decisions.rules.conflicts import DISCLOSED_ONLY, Kind
from tests.certification.complaints.test_desk_views import in_days, url
from tests.factories.accounts import a_person
from tests.factories.complaints import (
    WHY,
    a_complaint,
    a_complaint_about_a_holder,
    a_finding,
    a_measure,
    a_seat,
    an_officer,
    before_a_committee,
    given,
    laid_before_a_committee,
)
from tests.factories.decisions import a_decider, a_quick_certificate
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


@pytest.fixture
def officer(client, sign_in):
    person = an_officer()
    sign_in(client, person)
    return person


@pytest.fixture
def decider(client, sign_in):
    person = a_decider()
    sign_in(client, person)
    return person


def test_a_measure_is_set_looked_at_again_and_ended(client, officer):
    complaint = a_complaint(by=officer)
    new = url("complaint_measure_new", complaint)

    past = client.post(new, {"kind": "signing", "reason": WHY, "review_on": "2026-01-01"})
    client.post(new, {"kind": "signing", "reason": WHY, "review_on": in_days(10)})
    measure = InterimMeasure.objects.get()
    page = url("complaint_measure", measure)
    no_day = client.post(page, {"what": "goes_on", "reason": WHY})
    client.post(page, {"what": "goes_on", "reason": WHY, "review_on": in_days(20)})
    client.post(page, {"what": "ends", "reason": WHY})

    assert "review_on" in past.context["form"].errors
    assert "review_on" in no_day.context["form"].errors
    measure.refresh_from_db()
    assert (measure.review_on.isoformat(), measure.ended_by) == (in_days(20), officer)
    assert client.get(page).context["form"] is None


def test_one_more_person_is_needed_and_the_excluded_are_named_with_their_reason(
    client, officer, count_queries
):
    complaint = laid_before_a_committee(a_complaint(a_person(Role.REVIEWER), by=officer))
    free = [a_person(Role.REVIEWER, name=f"Free {number}") for number in range(5)]
    page = url("complaint_committee", complaint)

    with count_queries(at_most=45):
        shown = client.get(page)
    client.post(page, {"person": str(free[0].public_id), "chairs": "on"})
    client.post(page, {"person": str(free[1].public_id)})
    refused = client.post(page, {"person": str(complaint.respondent.public_id)})
    one_more = client.get(page)

    assert "You need 3 more people" in shown.text
    assert f"{complaint.respondent.name}: This concerns you" in shown.text
    assert "person" in refused.context["form"].errors
    assert "You need one more person" in one_more.text
    assert set(CONFLICT_WORDS) == set(Kind) - DISCLOSED_ONLY


def test_another_is_let_chair_and_somebody_from_outside_invited(client, officer):
    complaint = laid_before_a_committee(a_complaint(by=officer))
    first, second = (a_seat(complaint, chairs=number == 0) for number in range(2))
    page = url("complaint_committee", complaint)

    client.post(page, {"act": "chair", "member": str(second.public_id)})
    own = client.post(url("complaint_invite", complaint), {"name": "I", "email": officer.email})
    sent = {"name": "Olga Outside", "email": "olga@example.org"}
    client.post(url("complaint_invite", complaint), sent)

    first.refresh_from_db()
    assert not first.chairs
    assert "email" in own.context["form"].errors
    assert CommitteeInvitation.objects.get().invitation.role == Role.REVIEWER
    assert "invited, not here yet" in client.get(page).text


def test_calling_waits_until_it_is_laid_before_a_committee(client, officer):
    complaint = a_complaint(by=officer)

    assert client.get(url("complaint_committee", complaint)).status_code == 404
    assert client.get(url("complaint_invite", complaint)).status_code == 404


def test_a_decision_maker_suspends_and_lets_it_stand_again(client, decider):
    complaint = a_complaint_about_a_holder()
    measure = a_measure(complaint, "suspension")
    page = url("complaint_act_measure", measure)
    certificate = complaint.respondent.certificates.get()

    listed = client.get(url("complaint_acts")).text
    shown = client.get(page).text
    client.post(page)
    certificate.refresh_from_db()
    suspended = certificate.standing
    short = client.post(page, {"reason": "No."})
    client.post(page, {"reason": WHY})

    assert page in listed
    assert "this is no finding" in shown
    assert suspended == "suspended"
    assert "reason" in short.context["form"].errors
    certificate.refresh_from_db()
    assert certificate.standing == "active"


def test_a_sanction_at_the_certificate_waits_and_is_then_carried_out(client, decider):
    long_ago = timezone.now() - timedelta(days=40)
    complaint = before_a_committee(a_complaint_about_a_holder(now=long_ago), now=long_ago)
    finding = a_finding(complaint, now=long_ago, sanctions=[given("narrower", now=long_ago)])
    sanction = finding.sanctions.get()
    page = url("complaint_act_sanction", sanction)

    missing = client.post(page, {"scope": "", "text": WHY})
    client.post(page, {"scope": "Work in a team of three, without groups.", "text": WHY})

    assert "scope" in missing.context["form"].errors
    assert Sanction.objects.with_case().get().closed.by == decider
    assert client.get(page).status_code == 404


def test_within_the_time_to_appeal_it_says_from_when(client, decider):
    now = timezone.now()
    complaint = before_a_committee(a_complaint_about_a_holder(now=now), now=now)
    finding = a_finding(complaint, now=now, sanctions=[given("withdrawal", now=now)])

    page = client.get(url("complaint_act_sanction", finding.sanctions.get())).text

    assert "can be carried out from the day after" in page
    assert "Carry it out" not in page


def test_what_concerns_a_decision_maker_is_carried_out_by_others(client, decider):
    certificate = a_quick_certificate(decider)
    about = a_measure(a_complaint(certificate.holder), "suspension")
    made = a_measure(a_complaint_about_a_holder(complainant=decider), "suspension")

    page = client.get(url("complaint_acts")).text

    for measure in (about, made):
        assert url("complaint_act_measure", measure) not in page
        assert client.get(url("complaint_act_measure", measure)).status_code == 404


def test_an_officer_says_how_a_sanction_stands(client, officer):
    complaint = before_a_committee(a_complaint(by=officer, now=timezone.now()))
    sanction = a_finding(complaint, now=timezone.now()).sanctions.get()
    page = url("complaint_sanction", sanction)

    sooner = client.post(page, {"what": "extended", "text": WHY, "due_on": in_days(1)})
    client.post(page, {"what": "done", "text": WHY})

    assert "due_on" in sooner.context["form"].errors
    complaint.refresh_from_db()
    assert complaint.state == "closed"
    assert client.get(page).context["form"] is None
    assert "Closed" in client.get(url("complaints")).text
