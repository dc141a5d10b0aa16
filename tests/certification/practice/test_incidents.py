from datetime import timedelta

import pytest
from django.urls import reverse

from certification.practice import actions
from certification.practice.models import FactsVersion, IncidentReport
from tests.factories.accounts import a_person, a_registrar
from tests.factories.certification import a_case, a_mentor, an_agreement
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db]
TEXT = "The client asked to stop, and I needed a moment to hear it."


@pytest.fixture
def case():
    return a_case(an_agreement())


@pytest.fixture
def officer():
    return a_person(Role.COMPLAINTS_OFFICER)


def a_report(case, now, *, by=None, named=True) -> IncidentReport:
    reporter = by or case.intern
    return actions.report_incident(
        reporter,
        kind="consent",
        on=now.date(),
        what_happened=TEXT,
        case=case if named else None,
        by=reporter,
        now=now,
    )


def told() -> set:
    reported = Notice.objects.filter(event="certification.incident_reported")
    return set(reported.values_list("person", flat=True))


@pytest.mark.both_stacks
def test_a_report_goes_to_staff_and_the_supervisors_of_its_case(case, officer, now):
    registrar = a_registrar()
    facts = FactsVersion.objects.current(case.intern)

    report = a_report(case, now)

    assert {officer.pk, registrar.pk} <= told()
    assert {case.agreement.mentor_id, case.agreement.clinician_id} <= told()
    assert case.intern_id not in told()
    assert FactsVersion.objects.current(case.intern) == facts  # nothing that is added up
    assert (
        AuditEvent.objects.get(verb="certification.incident.reported").target_id == report.public_id
    )


def test_without_a_case_no_supervisor_reads_it(case, officer, now):
    report = a_report(case, now, named=False)

    assert case.agreement.mentor_id not in told()
    assert not IncidentReport.objects.visible_to(case.agreement.mentor).exists()
    assert list(IncidentReport.objects.visible_to(case.intern)) == [report]


def test_an_intern_does_not_see_what_a_supervisor_reports(case, now):
    a_report(case, now, by=case.agreement.mentor)

    assert not IncidentReport.objects.visible_to(case.intern).exists()
    assert IncidentReport.objects.visible_to(case.agreement.clinician).count() == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"on": 1}, "date_in_future"),  # tomorrow
        ({"stranger": True}, "not_own_record"),
    ],
)
def test_a_report_is_of_a_day_that_has_come_and_of_a_case_of_ones_own(case, now, change, reason):
    reporter = a_mentor() if change.get("stranger") else case.intern

    with pytest.raises(Refused, match=reason):
        actions.report_incident(
            reporter,
            kind="other",
            on=now.date() + timedelta(days=change.get("on", 0)),
            what_happened=TEXT,
            case=case,
            by=reporter,
            now=now,
        )

    assert not IncidentReport.objects.exists()


@pytest.mark.both_stacks
def test_a_report_is_taken_in_hand_and_closed_with_its_outcome(case, officer, now):
    report = a_report(case, now)
    actions.take_incident(report, by=officer, now=now)
    with pytest.raises(Refused, match="incident_past_that"):
        actions.take_incident(report, by=a_registrar(), now=now)

    actions.close_incident(report, outcome="Talked through with all three.", by=officer, now=now)

    report.refresh_from_db()
    assert (report.state, report.outcome) == ("closed", "Talked through with all three.")
    assert Notice.objects.get(event="certification.incident_closed").person == case.intern


def test_nobody_handles_what_they_reported(now):
    mentor = a_mentor()
    report = a_report(None, now, by=mentor, named=False)

    for handle in (
        lambda: actions.take_incident(report, by=mentor, now=now),
        lambda: actions.close_incident(report, outcome="Nothing.", by=mentor, now=now),
    ):
        with pytest.raises(Refused, match="not_own_report"):
            handle()


def said(**changes) -> dict:
    return {"kind": "consent", "on": "2026-11-20", "what_happened": TEXT} | changes


def test_the_page_leads_with_help_and_says_what_it_is_not(client, sign_in, case):
    page = sign_in(client, case.intern).get(reverse("report_incident")).content.decode()

    assert page.index("First: is everybody safe?") < page.index("What happened")
    assert "can be told without a name" in page


def test_an_intern_reports_by_the_form(client, sign_in, case):
    intern = sign_in(client, case.intern)

    intern.post(reverse("report_incident"), said(case=str(case.public_id), clinician_told="on"))

    report = IncidentReport.objects.get()
    assert (report.reporter, report.case, report.clinician_told) == (case.intern, case, True)
    assert TEXT in intern.get(reverse("incident_report", args=[report.public_id])).content.decode()
    assert report.get_kind_display() in intern.get(reverse("practice_incidents")).content.decode()


def test_a_report_names_no_case_of_others(client, sign_in, case):
    other = a_case(an_agreement())

    response = sign_in(client, case.intern).post(
        reverse("report_incident"), said(case=str(other.public_id))
    )

    assert "case" in response.context["form"].errors
    assert not IncidentReport.objects.exists()


def test_what_might_tell_who_the_client_is_is_asked_about_first(client, sign_in, case):
    intern = sign_in(client, case.intern)
    telling = said(what_happened="She gave me her address, anna.k@example.org.")

    page = intern.post(reverse("report_incident"), telling).content.decode()

    assert not IncidentReport.objects.exists()
    assert "could tell who the client is" in page
    intern.post(reverse("report_incident"), telling | {"checked": "on"})
    assert IncidentReport.objects.count() == 1


def test_each_reading_of_anothers_report_is_recorded_and_shown(client, sign_in, case, officer, now):
    report = a_report(case, now)
    own = reverse("incident_report", args=[report.public_id])
    sign_in(client, case.agreement.clinician).get(own)
    sign_in(client, officer).get(reverse("incident_desk_report", args=[report.public_id]))

    page = sign_in(client, case.intern).get(own).content.decode()

    assert AuditEvent.objects.filter(verb="certification.incident.opened").count() == 2
    assert "Clinician," in page
    assert "Complaints officer," in page


def test_a_report_is_not_found_by_those_it_is_not_for(client, sign_in, case, now):
    report = a_report(case, now)

    response = sign_in(client, a_mentor()).get(reverse("incident_report", args=[report.public_id]))

    assert response.status_code == 404


def test_the_desk_lists_open_ones_by_age_and_closes_with_an_outcome(
    client, sign_in, case, officer, now, count_queries
):
    done = a_report(case, now - timedelta(days=9))
    for days in (1, 5):
        a_report(case, now - timedelta(days=days))
    desk = sign_in(client, officer)
    url = reverse("incident_desk_report", args=[done.public_id])
    assert "needed" in desk.get(url).content.decode()
    desk.post(url, {"act": "take"})
    desk.post(url, {"act": "close", "outcome": ""})
    desk.post(url, {"act": "close", "outcome": "Talked through."})

    with count_queries(at_most=20):
        rows = desk.get(reverse("incident_desk")).context["rows"]

    assert [report.state for report, _days in rows] == ["reported", "reported", "closed"]
    assert rows[0][1] > rows[1][1]
    assert "Talked through." in desk.get(url).content.decode()


def test_the_registrar_reads_reports_and_an_administrator_does_not(client, sign_in):
    assert sign_in(client, a_registrar()).get(reverse("incident_desk")).status_code == 200
    admin = sign_in(client, a_person(Role.ADMINISTRATOR))
    assert admin.get(reverse("incident_desk")).status_code != 200
