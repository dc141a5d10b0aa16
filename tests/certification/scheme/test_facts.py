from datetime import date, time, timedelta

import pytest

from certification.practice import actions
from certification.practice.models import FactsVersion
from certification.scheme.actions import begin_internship, load_scheme, put_in_force
from certification.scheme.evaluations import evaluation_for
from certification.scheme.facts import facts_for
from certification.scheme.facts.hours import supervisor_id
from certification.scheme.models import RequirementEvaluation, SchemeVersion
from certification.scheme.rules import read_facts
from tests.factories.accounts import a_registrar, a_trainee
from tests.factories.certification import (
    SPRING,
    a_case,
    a_claim,
    a_policy,
    a_signed_entry,
    a_signed_month,
    a_submitted_entry,
    an_agreement,
    an_entry,
    the_scheme,
)
from training_site.content.actions import attest

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


def test_facts_are_a_document_the_engine_reads(agreement, now):
    case = a_case(agreement)
    entry = a_signed_entry(agreement, now=now, case=case, category="direct_session")

    document = facts_for(agreement.intern, date(2026, 11, 23))

    facts = read_facts(document)
    assert [(e.id, e.minutes, e.status, e.case) for e in facts.entries] == [
        (str(entry.public_id), 90, "signed", "A")
    ]
    assert facts.milestones == {
        "internship_approved": SPRING.date(),
        "internship_began": SPRING.date(),
    }
    assert set(facts.agreements) == {
        f"{agreement.public_id}:mentor",
        f"{agreement.public_id}:clinician",
    }
    assert facts.agreements[f"{agreement.public_id}:mentor"].supervisor == supervisor_id(
        agreement.mentor, "mentor"
    )


def test_an_agreement_counts_from_its_approval_not_from_its_start(now):
    agreement = an_agreement(now=now)

    rows = facts_for(agreement.intern, now.date())["agreements"]

    assert {row["start"] for row in rows} == {"2026-11-23"}


def test_a_withdrawn_licence_holds_to_the_day_before(agreement, now):
    proof = agreement.mentor.supervisor_authorities.get()
    actions.withdraw_authority(proof, withdrawn_from=date(2026, 9, 1), by=a_registrar(), now=now)

    rows = facts_for(agreement.intern, now.date())["supervisors"]

    mentor = next(row for row in rows if row["role"] == "mentor")
    assert mentor["qualified"] == [["2025-01-01", "2026-08-31"]]


def test_signed_hours_count_and_waiting_ones_are_projected(agreement, now):
    a_signed_entry(agreement, now=now)
    a_submitted_entry(agreement, now=now, start=time(14, 0), minutes=60)

    evaluation = evaluation_for(agreement.intern, now)

    mentor = next(r for r in evaluation.result["requirements"] if r["id"] == "mentor")
    assert (mentor["have"], mentor["projected"], mentor["need"]) == (90, 150, 1800)
    assert mentor["pending"][0]["who"] == supervisor_id(agreement.mentor, "mentor")
    assert evaluation.met is False


def test_a_correction_counts_once_signed_and_is_never_added_up(agreement, now):
    signed = a_signed_entry(agreement, now=now)
    correction = actions.correct_entry(signed, a_claim(minutes=60), by=agreement.intern, now=now)
    actions.submit(correction, by=agreement.intern, now=now)

    waiting = evaluation_for(agreement.intern, now).result["requirements"]
    a_signed_month(agreement.mentor, agreement.intern, date(2026, 11, 1), now=now)
    replaced = evaluation_for(agreement.intern, now).result["requirements"]

    assert [(r["have"], r["projected"]) for r in waiting if r["id"] == "mentor"] == [(90, 90)]
    assert [(r["have"], r["projected"]) for r in replaced if r["id"] == "mentor"] == [(60, 60)]


def test_hours_of_a_day_the_mentor_was_not_qualified_do_not_count_and_say_so(agreement, now):
    entry = a_signed_entry(agreement, now=now)
    proof = agreement.mentor.supervisor_authorities.get()
    actions.withdraw_authority(proof, withdrawn_from=entry.date, by=a_registrar(), now=now)

    standing = evaluation_for(agreement.intern, now).result["entries"][str(entry.public_id)]

    assert standing["losses"][0]["reason"] == "supervisor_not_qualified"


def test_a_signed_policy_reaches_the_engine_and_renews_the_answer(agreement, now):
    before = evaluation_for(agreement.intern, now)
    attest(agreement.intern, a_policy("code-of-ethics"), typed_name=agreement.intern.name, now=now)

    after = evaluation_for(agreement.intern, now)

    states = {r["id"]: r["state"] for r in after.result["requirements"]}
    assert before.pk != after.pk
    assert states["code"] == "met"


def test_an_answer_is_kept_until_facts_version_or_day_changes(agreement, now, count_queries):
    first = evaluation_for(agreement.intern, now)

    with count_queries(at_most=11) as counted:
        again = evaluation_for(agreement.intern, now)
    tomorrow = evaluation_for(agreement.intern, now + timedelta(days=1))
    an_entry(agreement, now=now)
    changed = evaluation_for(agreement.intern, now)

    assert again == first
    assert not any(sql.startswith("INSERT") for sql in counted.statements)
    assert tomorrow.as_of == date(2026, 11, 24)
    assert changed.facts_version == first.facts_version + 1
    assert RequirementEvaluation.objects.count() == 3


def test_somebody_without_any_practice_has_an_answer_too(now):
    the_scheme()
    trainee = a_trainee()

    evaluation = evaluation_for(trainee, now)

    assert (evaluation.facts_version, evaluation.met) == (0, False)


def test_before_a_scheme_is_loaded_there_is_no_answer(now):
    assert evaluation_for(a_trainee(), now) is None


def test_an_intern_stays_with_the_version_in_force_when_they_began(agreement, now):
    old = SchemeVersion.objects.effective()
    begin_internship(agreement.intern, place="England", by=a_registrar(), now=now)
    text = old.text.replace('version: "0.9"', 'version: "0.95"')
    newer, _done = load_scheme(text, by=None, now=now)

    put_in_force(newer, by=None, now=now)

    assert SchemeVersion.objects.binding(agreement.intern) == old
    assert SchemeVersion.objects.binding(a_trainee()) == newer
    assert FactsVersion.objects.current(agreement.intern) > 0
