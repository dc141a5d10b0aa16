"""Each kind of evidence behind a requirement, in its version and as it stood when it was fixed."""

from datetime import date, timedelta

import pytest

from certification.decisions.dossier import requirements_of
from certification.decisions.evidence import evidence_of
from certification.decisions.models import Application
from certification.practice import actions as practice
from certification.practice.actions import beginnings
from certification.scheme.actions import load_scheme
from certification.scheme.actions.credits import (
    approve_credit,
    propose_credit,
    take_back_credit,
)
from certification.scheme.models import SchemeVersion
from tests.factories import certification as world
from tests.factories.accounts import a_registrar, an_administrator
from tests.factories.courses import a_course, an_enrolment, do, lessons_in
from tests.factories.evaluations import a_signed_evaluation
from training_site.content.actions import attest

pytestmark = pytest.mark.django_db

SCHEME = """
scheme: records-scheme
version: "0.4"
requirements:
  - {id: judged, rule: evaluation_required, form: mentor-mid, result: 3, title: Evaluated}
  - {id: triads, rule: triad_complete, where: {category: [triadic_meeting]}, meetings: 0, title: Three}
  - {id: member, rule: active_membership, title: Member}
  - {id: signed, rule: attestation_current, policy: data-handling, title: Signed}
  - {id: hours, rule: total_min, where: {category: [mentor_individual]}, minutes: 60, title: Mentor}
"""
COURSES = """
scheme: course-scheme
version: "0.5"
requirements:
  - {id: studied, rule: course_done, course: CODE, title: Studied}
"""


@pytest.fixture
def case(now):
    """A case closed as planned; the scheme asks for one of everything but hours."""
    load_scheme(SCHEME, by=None, now=now - timedelta(days=300))
    return world.a_closed_case(world.an_agreement(), on=date(2026, 9, 30), now=now)


def evidence(person, now, *, outside=False) -> dict[str, list]:
    """By requirement, on an application whose evidence was fixed just now."""
    application = Application(
        applicant=person,
        scheme_version=SchemeVersion.objects.effective(),
        state="in_review",
        started_at=now,
        submitted_at=now,
        step_since=now,
        evidence_at=now,
    )
    found = evidence_of(application, now)
    application.evidence, application.evidence_hash = found.document, found.hash
    rows = found.document["requirements"]
    told = requirements_of(application, outside=outside)
    return {row["id"]: one.evidence for row, one in zip(rows, told, strict=True)}


def test_an_evaluation_says_form_version_writer_and_level(case, now):
    mentor = case.agreement.mentor
    signed = a_signed_evaluation("mentor-mid", case.intern, by=mentor, now=now)

    [line] = evidence(case.intern, now)["judged"]
    [hidden] = evidence(case.intern, now, outside=True)["judged"]

    assert (
        f"“{signed.form.title}”, version 1, signed by {mentor.name} in November 2026" in line.text
    )
    assert line.text.endswith(signed.content_hash[:12])
    assert mentor.name not in hidden.text
    assert "signed by the mentor" in hidden.text


def test_a_case_says_when_it_was_opened_and_how_it_ended(case, now):
    [line] = evidence(case.intern, now)["triads"]

    assert line.text == "Case A · opened in April 2026 · closed in September 2026 · As planned"
    assert len(line.parts) == 3


def test_membership_is_told_by_its_months(case, now):
    practice.record_membership(
        case.intern,
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
        kind="paid",
        reference="",
        by=a_registrar(),
        now=now,
    )

    [line] = evidence(case.intern, now)["member"]

    assert line.text == "Member from January 2026 to December 2026 · Fee paid"


def test_what_came_after_the_evidence_was_fixed_is_not_in_the_chain(case, now):
    person = case.intern
    policy = world.a_policy("data-handling")
    attest(person, policy, typed_name=person.name, now=now - timedelta(days=2))
    before = evidence(person, now)

    later = now + timedelta(days=30)
    attest(person, policy, typed_name=person.name, now=later)
    a_signed_evaluation("mentor-mid", person, by=case.agreement.mentor, now=later)

    assert len(before["signed"]) == 1
    assert evidence(person, now) == before
    assert len(evidence(person, later)["signed"]) == 2


def test_a_waiver_stands_beside_what_it_waives(case, now):
    first, second = a_registrar(), an_administrator()
    words = {"kind": "waiver", "requirement": "judged", "minutes": None, "reasons": "R" * 40}
    credit = propose_credit(case.intern, **words, by=first, now=now)
    approve_credit(credit, by=second, now=now)

    [line] = evidence(case.intern, now)["judged"]
    [hidden] = evidence(case.intern, now, outside=True)["judged"]

    assert first.name in line.text
    assert second.name in line.text
    assert hidden.text == "Requirement waived · approved in November 2026"
    take_back_credit(credit, by=second, now=now + timedelta(days=3))
    assert evidence(case.intern, now)["judged"] == [line]


def test_hours_from_another_programme_are_told_as_what_they_are(case, now):
    first, second = a_registrar(), an_administrator()
    balance = beginnings.attest_balance(
        case.intern,
        category="mentor_individual",
        minutes=90,
        first_day=date(2025, 1, 1),
        last_day=date(2025, 6, 30),
        modality="in_person",
        case_label="",
        closure="",
        evidence="Letter of the other programme",
        by=first,
        now=now,
    )
    beginnings.confirm_balance(balance, by=second, now=now)

    [line] = evidence(case.intern, now)["hours"]

    assert line.text.startswith(
        "January 2025 – June 2025 · Mentor supervision, individual · 1 h 30"
    )
    assert "brought from another programme" in line.text


def test_a_dossier_asks_no_more_for_more_evidence(case, now, count_queries):
    """One of each asks what none need ask: for entries, and for days recalled from who wrote."""

    def one_more(day: int) -> None:
        a_signed_evaluation("mentor-mid", case.intern, by=case.agreement.mentor, now=now)
        world.a_signed_entry(case.agreement, now=now, date=date(2026, 11, day))

    one_more(9)
    with count_queries() as few:
        evidence(case.intern, now)
    for day in (10, 11, 12):
        one_more(day)

    with count_queries() as many:
        evidence(case.intern, now)

    assert len(many) == len(few)


def test_a_course_leads_to_its_lessons_in_the_version_studied(now):
    course, elsewhere = a_course(lessons=2), a_course(lessons=1)
    load_scheme(COURSES.replace("CODE", course.code), by=None, now=now - timedelta(days=300))
    enrolment = an_enrolment(course)
    for lesson in lessons_in(course):
        do(enrolment, lesson, course)
    do(an_enrolment(elsewhere, enrolment.learner), lessons_in(elsewhere)[0], elsewhere)

    [line] = evidence(enrolment.learner, now)["studied"]

    assert line.text.endswith("2 lessons")
    assert all(part.endswith("version 1") for part in line.parts)
    titles = [lesson.title for lesson in lessons_in(course)]
    assert all(title in part for title, part in zip(titles, line.parts, strict=True))
