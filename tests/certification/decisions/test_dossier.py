"""The chain from requirement to signature, told by month, with and without names."""

from datetime import date, timedelta

import pytest

from assessments import actions as assessing
from certification.decisions import actions
from certification.decisions.dossier import requirements_of, shown_name
from certification.practice.models import PeriodSignOff
from certification.scheme.actions import load_scheme
from tests.factories import certification as practice
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from tests.factories.assessments import an_assessment, an_ended_attempt
from tests.factories.courses import a_course
from tests.factories.live_days import a_live_day, signed
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db

SCHEME = """
scheme: hours-scheme
version: "0.2"
requirements:
  - {id: m, rule: total_min, where: {category: [mentor_individual]}, minutes: 60, title: Mentor}
  - {id: e, rule: assessment_passed, assessment: SLUG, title: Examined}
"""

STUDY = """
scheme: study-scheme
version: "0.3"
requirements:
  - {id: l, rule: total_min, where: {category: [experiential_lab]}, minutes: 60, title: Lab}
"""


@pytest.fixture
def application(now):
    assessment = an_assessment()
    load_scheme(SCHEME.replace("SLUG", assessment.slug), by=None, now=now - timedelta(days=300))
    agreement = practice.an_agreement()
    give_role(agreement.intern, Role.INTERN, by=None, now=now)
    practice.a_signed_entry(agreement, now=now - timedelta(days=5))
    practice.a_signed_entry(
        agreement, now=now - timedelta(days=4), date=date(2026, 11, 10), minutes=45
    )
    assessing.grant(assessment, agreement.intern, opens=now - timedelta(days=30), by=None, now=now)
    an_ended_attempt(assessment, agreement.intern, right=3, now=now - timedelta(days=9))
    application = world.a_submitted_application(agreement.intern)
    return actions.check_completeness(application, complete=True, by=a_registrar(), now=now)


def test_hours_are_told_by_month_signer_and_length(application):
    hours, exam = requirements_of(application, outside=False)

    mentor = application.applicant.agreements_as_intern.get().mentor.name
    [month] = hours.evidence
    assert month.text == (
        f"November 2026 · 2 entries · 2 h 15 min · signed by {mentor} in November 2026"
    )
    [attempt] = exam.evidence
    assert attempt.text.startswith("Attempt 1: 3 of 3, passed, November 2026 · form ")
    assert exam.message == ""


def test_behind_a_month_stand_its_signature_and_each_entry_in_its_version(application):
    hours, _exam = requirements_of(application, outside=False)
    sheets = PeriodSignOff.objects.filter(intern=application.applicant).order_by("pk")

    parts = hours.evidence[0].parts

    assert len(parts) == 4
    for sheet, signature, entry in zip(sheets, parts[::2], parts[1::2], strict=True):
        assert sheet.statement.title in signature
        assert signature.endswith(sheet.content_hash[:12])
        [one] = sheet.entries.all()
        assert entry.endswith(f"version {one.entry_version} · fingerprint {one.entry_hash[:12]}")
        assert "10 November" not in entry


def test_outsiders_read_roles_in_place_of_names(application):
    hours, _exam = requirements_of(application, outside=True)

    assert hours.evidence[0].text.endswith("signed by the mentor in November 2026")
    assert shown_name(application, outside=True) == "Applicant A"
    assert shown_name(application, outside=False) == application.applicant.name


def test_queries_do_not_grow_with_the_hours(application, count_queries):
    with count_queries(at_most=6):
        requirements_of(application, outside=False)


def test_study_is_told_by_month_and_kind_and_says_nothing_of_the_day(now):
    load_scheme(STUDY, by=None, now=now - timedelta(days=300))
    applicant = world.a_person(Role.INTERN)
    live_day = a_live_day(a_course(lessons=1).get_parent().specific, title="A telling title")
    signed(live_day, applicant, 180, now=now - timedelta(days=1))
    application = world.a_submitted_application(applicant)
    application = actions.check_completeness(application, complete=True, by=a_registrar(), now=now)

    [lab] = requirements_of(application, outside=True)

    [line] = lab.evidence
    assert (line.text, line.parts) == ("November 2026 · 2 entries · 3 h · experiential lab", [])
