"""Exam, requirement, dossier, decision and certificate: one database, so they say one thing."""

from datetime import timedelta

import pytest

from certification.credentials.models import Certificate
from certification.decisions.models import Application
from certification.scheme.evaluations import evaluation_for
from tests.factories import decisions as world
from tests.factories.assessments import a_learner, an_assessment, an_ended_attempt
from tests.factories.certification import the_scheme
from tests.factories.decisions import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def states(person, now) -> dict[str, str]:
    return {row["id"]: row["state"] for row in evaluation_for(person, now).result["requirements"]}


@pytest.mark.lesson(36)
@pytest.mark.parametrize(("right", "state"), [(3, "met"), (0, "not_started")])
def test_an_examination_passed_is_a_requirement_met_without_any_visit(now, right, state):
    the_scheme()
    exam = an_assessment(slug="ethics-exam")
    learner = a_learner(exam)
    before = states(learner, now)["ethics-exam"]

    an_ended_attempt(exam, learner, right=right, now=now)

    assert before == "not_started"
    assert states(learner, now)["ethics-exam"] == state


@pytest.mark.lesson(39)
def test_the_path_the_dossier_and_the_certificate_rest_on_one_answer(client, sign_in):
    certificate = world.a_certificate()
    holder, application = certificate.holder, Application.objects.get()

    answer = evaluation_for(holder, NOW)
    path = sign_in(client, holder).get("/certification/path/")

    assert answer.met
    assert path.context["evaluation"].met
    assert certificate.decision.evidence_hash == application.evidence_hash
    assert certificate.scheme_version == answer.version
    assert certificate.decision.outcome == "grant"


@pytest.mark.lesson(39)
def test_what_lapses_later_shows_on_the_path_and_takes_no_certificate_away():
    """The certificate says what was decided; the path says how its holder stands today."""
    certificate = world.a_certificate()

    later = evaluation_for(certificate.holder, NOW + timedelta(days=366))

    certificate.refresh_from_db()
    assert (later.met, certificate.standing) == (False, "active")


@pytest.mark.lesson(37, 40)
def test_having_met_everything_is_no_certificate(run_jobs):
    applicant = world.an_applicant()

    run_jobs()

    assert evaluation_for(applicant, NOW).met
    assert not Certificate.objects.exists()
