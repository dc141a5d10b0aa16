"""Ids of others in a body are refused like ids of nobody, and nothing is written."""

from uuid import uuid4

import pytest
from django.urls import reverse

from assessments.models import Response
from certification.credentials.models import RecordedCertification
from certification.decisions.models import RegisteredReviewer, ReviewAssignment
from certification.practice.models import (
    Evaluation,
    HoursEntry,
    PeriodSignOff,
    SupervisionAgreement,
    SupervisorAuthority,
)
from courses.models import Enrolment, ReflectionEntry
from tests.access.posting import JSON, Poster
from tests.access.world import NOW
from training_site.accounts.models import RoleGrant
from training_site.accounts.roles import Role

NOBODY = uuid4()
HOURS = {
    "category": "mentor_individual",
    "date": "2026-11-10",
    "start": "10:00",
    "minutes": "90",
    "modality": "in_person",
    "zone": "Europe/London",
}


def poster(world, identity, name, **values) -> Poster:
    return Poster(world, identity, reverse(name, kwargs=values))


def test_hours_take_no_foreign_case(world):
    post = poster(world, Role.INTERN, "log_hours")
    before = HoursEntry.objects.count()
    session = HOURS | {"category": "direct_session"}

    own = post(HoursEntry.objects, session | {"case": world.own.case.public_id})
    foreign = post(HoursEntry.objects, session | {"case": world.foreign.case.public_id})

    assert own[-1] == before + 1
    assert foreign[0] == 200
    assert foreign[-1] == before
    assert post(HoursEntry.objects, session | {"case": NOBODY})[:2] == foreign[:2]
    for malformed in ("1", "x' OR 1=1"):
        refused = post(HoursEntry.objects, session | {"case": malformed})
        assert (refused[0], refused[-1]) == (200, before)


def test_hours_stay_with_the_own_agreement_and_supervisor_whatever_is_sent(world):
    mine = HoursEntry.objects.filter(
        agreement=world.own.agreement, supervisor=world.own.agreement.mentor
    )
    post = poster(world, Role.INTERN, "log_hours")
    other = world.foreign

    made = post(
        mine,
        HOURS
        | {
            "agreement": other.agreement.public_id,
            "supervisor": other.agreement.mentor.public_id,
            "intern": other.agreement.intern.public_id,
        },
    )

    assert made[-1] == mine.count() + 1


def test_an_entry_is_not_moved_to_a_foreign_case(world):
    post = poster(world, Role.INTERN, "practice_entry", public_id=world.own.draft.public_id)
    body = HOURS | {"category": "direct_session", "version": world.own.draft.version}
    moved = HoursEntry.objects.filter(case=world.foreign.case)

    foreign = post(moved, body | {"case": world.foreign.case.public_id})

    assert foreign[-1] == moved.count() == 0
    assert foreign[:2] == post(moved, body | {"case": NOBODY})[:2]


@pytest.mark.parametrize("field", ["mentor", "clinician"])
def test_an_agreement_names_supervisors_only(world, field):
    post = poster(world, Role.INTERN, "practice_agreement")
    body = {
        "mentor": world.own.cast["mentor"].public_id,
        "clinician": world.own.cast["clinician"].public_id,
        "starts_on": "2026-11-23",
        "typed_name": world.own.cast["intern"].name,
    }
    agreements = SupervisionAgreement.objects
    before = agreements.count()

    refused = [
        post(agreements, body | {field: who})
        for who in (
            world.foreign.cast["trainee"].public_id,
            world.own.cast["intern"].public_id,
            NOBODY,
        )
    ]

    assert {one[-1] for one in refused} == {before}
    assert len({one[:2] for one in refused}) == 1


def test_a_month_is_not_signed_over_a_foreign_sheet(world):
    from certification.practice.sheets import sheet_of

    theirs = world.foreign.agreement
    month = world.foreign.handed_in.month
    shown = sheet_of(theirs.mentor, theirs.intern, month, today=NOW.date()).hash
    intern = world.own.agreement.intern
    post = poster(world, Role.MENTOR, "month_sheet", public_id=intern.public_id, month=month)
    entries = [world.foreign.handed_in.public_id, world.own.handed_in.public_id]
    body = {"typed_name": world.own.cast["mentor"].name, "entries": entries}

    foreign = post(PeriodSignOff.objects, body | {"shown": shown})

    assert foreign[0] in (200, 409)
    assert foreign[-1] == PeriodSignOff.objects.count()


def test_an_answer_takes_no_option_of_another_question(world):
    attempt, other = world.own.attempt, world.foreign.attempt
    post = poster(
        world,
        Role.TRAINEE,
        "attempt_answer",
        assessment=attempt.assessment.public_id,
        attempt=attempt.public_id,
        position=1,
    )
    options = [attempt.items.get(position=2).layout[0], other.items.first().layout[0]]
    answered = Response.objects.exclude(answer=[])
    before = answered.count()
    own = attempt.items.get(position=1).layout[0]

    kept = post(answered, {"fields": {"": [own]}, "sequence": 0}, JSON)
    refused = [
        post(answered, {"fields": {"": [option]}, "sequence": 0}, JSON)
        for option in (*options, str(NOBODY))
        if option not in attempt.items.get(position=1).layout
    ]

    assert kept[0] == 200
    assert kept[-1] == before + 1
    assert refused
    assert {(one[0], one[-1]) for one in refused} == {(404, before)}
    assert len({one[1] for one in refused}) == 1


def test_the_form_of_an_attempt_takes_no_foreign_option(world):
    attempt = world.own.attempt
    values = {"assessment": attempt.assessment.public_id, "attempt": attempt.public_id}
    post = poster(world, Role.TRAINEE, "attempt", **values)
    answered = Response.objects.exclude(answer=[])

    refused = post(answered, {"answer-1": str(NOBODY), "was-1": "", "sequence-1": "0"})

    assert refused[0] == 409
    assert refused[-1] == answered.count()


def test_a_reflection_is_kept_for_a_prompt_of_its_lesson_only(world):
    lesson, other = world.own.lesson, world.foreign.reflection
    before = ReflectionEntry.objects.count()

    refused = [
        poster(
            world,
            Role.TRAINEE,
            "save_reflection",
            lesson_uuid=lesson.lesson_uuid,
            block_id=prompt,
        )(ReflectionEntry.objects, {"text": "Words."})
        for prompt in (other.block_id, str(NOBODY))
    ]

    assert {(one[0], one[-1]) for one in refused} == {(404, before)}


@pytest.mark.parametrize("who", ["foreign trainee", "nobody", "malformed", "empty"])
def test_a_case_is_assigned_to_registered_people_only(world, who):
    person = {
        "foreign trainee": world.foreign.cast["trainee"].public_id,
        "nobody": NOBODY,
        "malformed": "1",
        "empty": "",
    }[who]
    values = {"public_id": world.own.application.public_id}
    post = poster(world, Role.REGISTRAR, "dossier_assign", **values)

    refused = post(ReviewAssignment.objects, {"person": person})

    assert refused[0] in (302, 404)
    assert refused[-1] == ReviewAssignment.objects.count()


@pytest.mark.parametrize("proof", ["foreign", "nobody", "malformed"])
def test_a_licence_is_withdrawn_on_the_page_of_its_person_only(world, proof):
    theirs = SupervisorAuthority.objects.get(person=world.foreign.cast["mentor"])
    sent = {"foreign": theirs.public_id, "nobody": NOBODY, "malformed": "1"}[proof]
    mentor = world.own.cast["mentor"]
    post = poster(world, Role.REGISTRAR, "practice_supervisor", public_id=mentor.public_id)
    concerned = SupervisorAuthority.objects.filter(person__in=[mentor, theirs.person])
    withdrawn = concerned.exclude(withdrawn_from=None)

    refused = post(
        withdrawn, {"act": "withdraw", "proof": sent, "withdrawn_from": "2026-11-23", "reason": "x"}
    )

    assert refused[0] == 404
    assert refused[-1] == 0


def test_only_reviewers_enter_the_register(world):
    post = poster(world, Role.REGISTRAR, "certification_reviewers")
    entries = RegisteredReviewer.objects
    body = {"competence": "Much", "confidentiality_on": "2026-01-01", "active_from": "2026-01-01"}

    refused = [
        post(entries, body | {"person": person})
        for person in (world.own.cast["trainee"].pk, 999_999, "x")
    ]

    assert {one[-1] for one in refused} == {entries.count()}
    assert len({one[:2] for one in refused}) == 1


def test_a_certification_is_recorded_for_people_there_are(world):
    post = poster(world, Role.REGISTRAR, "certification_records")
    records = RecordedCertification.objects
    body = {
        "scheme_version": world.own.application.scheme_version_id,
        "evidence": "Paper",
        "granted_on": "2026-01-01",
        "valid_until": "2028-12-31",
    }

    refused = [
        post(records, body | {"holder": person})
        for person in (world.own.cast["registrar"].pk, 999_999, "x")
    ]

    assert {one[-1] for one in refused} == {records.count()}
    assert len({one[:2] for one in refused}) == 1


@pytest.mark.parametrize("field", ["programme", "cohort"])
def test_nobody_is_enrolled_in_what_is_not_there(world, field):
    post = poster(world, Role.REGISTRAR, "enrol")
    programme = world.own.course.get_parent().pk
    body = {"learner": world.foreign.cast["trainee"].email, "programme": programme}

    refused = [post(Enrolment.objects, body | {field: value}) for value in ("999999", "x")]

    assert {(one[0], one[-1]) for one in refused} == {(200, Enrolment.objects.count())}


def test_no_role_is_given_that_there_is_not(world):
    person = world.own.cast["trainee"]
    post = poster(world, Role.ADMINISTRATOR, "people_person", public_id=person.public_id)

    refused = post(RoleGrant.objects, {"role": "superuser"})

    assert refused[0] == 200
    assert refused[-1] == RoleGrant.objects.count()


def test_a_registrar_gives_no_roles(world):
    person = world.own.cast["trainee"]
    post = poster(world, Role.REGISTRAR, "people_person", public_id=person.public_id)

    refused = post(RoleGrant.objects, {"role": Role.DECISION_MAKER})

    assert refused[-1] == RoleGrant.objects.count()


def test_an_evaluation_is_begun_of_those_one_supervises_only(world):
    post = poster(world, Role.MENTOR, "begin_evaluation")
    form = world.own.practice.evaluation.form
    body = {"form": form.public_id, "intern": world.own.agreement.intern.public_id}
    before = Evaluation.objects.count()
    stranger = world.foreign.agreement.intern.public_id

    own = post(Evaluation.objects, body)
    foreign = post(Evaluation.objects, body | {"intern": stranger})
    nobody = post(Evaluation.objects, body | {"intern": NOBODY})
    case = post(Evaluation.objects, body | {"case": world.foreign.case.public_id})

    assert own[-1] == before + 1
    assert (foreign[0], foreign[-1]) == (nobody[0], nobody[-1]) == (404, before)
    assert (case[0], case[-1]) == (404, before)
