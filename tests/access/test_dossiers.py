"""Who reaches a case beyond what their role says: applicants, people from outside, after the end."""

import pytest
from django.urls import reverse

from certification.decisions import actions
from certification.decisions.models import ReviewAssignment
from tests.access.answers import EXPLAINED, NOT_FOUND, PAGE, REDIRECT, kind_of
from tests.access.posting import Poster
from tests.access.world import NOW
from tests.factories.accounts import a_registrar
from tests.factories.certification import a_policy
from tests.factories.decisions import register
from training_site.accounts.actions.invitations import accept
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.content.actions import attest

POLICY = "outside-reviewer-confidentiality"
OUTSIDER = "somebody from outside"

pytestmark = pytest.mark.usefixtures("undone")


def address(name: str, application) -> str:
    return reverse(name, args=[application.public_id])


@pytest.fixture
def outsider(world):
    """Invited to review the own story's case; has an account, has signed nothing."""
    a_policy(POLICY)
    case = actions.invite_outsider(
        world.own.application,
        email="outsider@example.org",
        name="Outsider",
        by=a_registrar(),
        now=NOW,
    )
    person = accept(case.invitation, name="Outsider", password="a long pass phrase", now=NOW)
    world.asker.welcome(OUTSIDER, person)
    return person


@pytest.mark.parametrize("name", ["dossier_review", "dossier_conflict"])
def test_no_form_opens_the_dossier_before_the_statement_is_signed(world, outsider, name):
    """An empty form comes back with its errors, and the whole case around it."""
    application = world.own.application

    refused = world.asker.ask(OUTSIDER, "POST", address(name, application))

    assert kind_of(refused) in {REDIRECT, EXPLAINED, NOT_FOUND}
    assert application.evidence_hash.encode() not in refused.content
    assert b"Dossier of" not in refused.content


def test_the_statement_opens_the_one_case_and_no_other(world, outsider):
    own, foreign = world.own.application, world.foreign.application
    attest(outsider, a_policy(POLICY), typed_name=outsider.name, now=NOW)

    opened = world.asker.ask(OUTSIDER, "GET", address("dossier", own))
    other = world.asker.ask(OUTSIDER, "GET", address("dossier", foreign))

    assert kind_of(opened) == PAGE
    assert own.applicant.name.encode() not in opened.content
    assert kind_of(other) == NOT_FOUND


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.REVIEWER, Role.DECISION_MAKER])
def test_no_role_opens_the_own_dossier(world, role):
    application = world.own.application
    give_role(application.applicant, role, by=None, now=NOW)
    world.asker.welcome("applicant", application.applicant)

    for name, method in (("dossier", "GET"), ("dossier_conflict", "POST")):
        answer = world.asker.ask("applicant", method, address(name, application))
        assert kind_of(answer) == NOT_FOUND


def test_the_applicant_is_never_assigned_to_the_own_case(world):
    """Not even as a registered reviewer whose id a registrar posts."""
    application = world.own.application
    applicant = application.applicant
    give_role(applicant, Role.REVIEWER, by=None, now=NOW)
    register(applicant)
    post = Poster(world, Role.REGISTRAR, address("dossier_assign", application))

    refused = post(
        ReviewAssignment.objects.filter(reviewer=applicant), {"person": applicant.public_id}
    )

    assert (refused[0], refused[-1]) == (302, 0)


def test_a_reviewer_who_steps_back_reaches_the_case_no_longer(world):
    application, reviewer = world.own.application, world.own.cast["reviewer"]
    actions.declare_conflict(application, reason="We trained together.", by=reviewer, now=NOW)

    answer = world.asker.ask(Role.REVIEWER, "GET", address("dossier", application))

    assert kind_of(answer) == NOT_FOUND
