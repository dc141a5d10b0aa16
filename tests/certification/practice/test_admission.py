from datetime import date

import pytest

from certification.practice import actions
from certification.practice.models import InternshipAdmission, JurisdictionPolicy
from tests.factories.accounts import a_registrar, a_trainee
from tests.factories.certification import SPRING, a_policy, an_admitted_intern, an_open_place
from training_site.accounts.actions.identity import record_identity_seen
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.content.actions import attest
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar():
    return a_registrar()


def ready(registrar, *, identity=True, policies=True):
    trainee = a_trainee()
    for policy in ("jurisdiction-notice", "confidentiality-contract"):
        version = a_policy(policy)
        if policies:
            attest(trainee, version, typed_name=trainee.name, now=SPRING)
    if identity:
        record_identity_seen(trainee, seen_on=SPRING.date(), by=registrar, now=SPRING)
    return trainee


def test_an_admitted_trainee_becomes_an_intern(registrar):
    an_open_place(by=registrar)
    trainee = ready(registrar)

    admission = actions.admit_to_internship(trainee, place="England", by=registrar, now=SPRING)

    assert trainee.has_role(Role.INTERN)
    assert admission.approved_on == SPRING.date()
    assert [event.verb for event in AuditEvent.objects.about(admission.public_id)] == [
        "certification.internship.admitted"
    ]


@pytest.mark.parametrize(
    ("world", "place", "reason"),
    [
        ({"identity": False}, "England", "identity_not_seen"),
        ({"policies": False}, "England", "policies_not_signed"),
        ({}, "Atlantis", "place_not_allowed_to_admit"),  # nobody has answered: study-only
    ],
)
def test_what_is_missing_for_admission_is_named_and_nothing_is_left(
    registrar, world, place, reason
):
    an_open_place(by=registrar)
    trainee = ready(registrar, **world)

    with pytest.raises(Refused) as refused:
        actions.admit_to_internship(trainee, place=place, by=registrar, now=SPRING)

    assert refused.value.reason == reason
    assert not InternshipAdmission.objects.exists()
    assert not trainee.has_role(Role.INTERN)


def test_admitting_again_changes_nothing():
    intern = an_admitted_intern()

    actions.admit_to_internship(intern, place="England", by=a_registrar(), now=SPRING)

    assert InternshipAdmission.objects.count() == 1
    assert AuditEvent.objects.filter(verb="certification.internship.admitted").count() == 1


def test_a_place_is_answered_from_a_day_on(registrar, now):
    an_open_place(by=registrar)
    actions.decide_place(
        "England", status="blocked", effective_from=date(2026, 7, 1), by=registrar, now=now
    )

    status = JurisdictionPolicy.objects.status_of

    assert status("england", date(2026, 6, 30)) == "allowed"
    assert status("England", date(2026, 7, 1)) == "blocked"
    assert status("England", date(2025, 12, 31)) == "study_only"
