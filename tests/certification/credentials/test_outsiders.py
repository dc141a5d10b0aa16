"""Whoever was invited to decide one case has nothing to do with the certificates of others."""

import pytest
from django.urls import reverse

from certification.credentials import actions
from certification.credentials.models import RecordedCertification
from certification.decisions.actions import invite_outsider, register_reviewer
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import NOW
from training_site.accounts.actions.invitations import accept
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def an_outsider(role):
    case = invite_outsider(
        world.a_recommended_application(),
        email="outside@example.org",
        name="Olga Outside",
        role=role,
        by=a_registrar(),
        now=NOW,
    )
    return accept(case.invitation, name="Olga Outside", password="a long sentence", now=NOW)


@pytest.fixture
def outsider():
    return an_outsider(Role.DECISION_MAKER)


def a_waiting_record() -> RecordedCertification:
    holder = a_person(name="Hanna Holder")
    return actions.record_certification(
        holder,
        scheme_version=world.a_small_scheme(),
        evidence="Paper certificate seen",
        granted_on=NOW.date(),
        valid_until=NOW.date(),
        by=a_registrar(),
        now=NOW,
    )


def test_an_outside_decision_maker_sees_and_approves_no_record(client, sign_in, outsider):
    record = a_waiting_record()
    sign_in(client, outsider)

    page = client.get(reverse("certification_records"))
    approved = client.post(reverse("approve_record", args=[record.public_id]))

    assert "Hanna Holder" not in page.text
    assert approved.status_code == 404
    with pytest.raises(Refused, match="role_missing"):
        actions.approve_recorded(record, by=outsider, now=NOW)


def test_nor_is_she_asked_to(outsider):
    insider = world.a_decider()
    a_waiting_record()

    asked = Notice.objects.filter(event="certification.record_to_approve")

    assert [notice.person for notice in asked] == [insider]


def test_an_outside_decision_maker_withdraws_nothing(outsider):
    certificate = world.a_quick_certificate()

    with pytest.raises(Refused, match="role_missing"):
        actions.withdraw(certificate, reason="A reason that is long enough", by=outsider, now=NOW)


def test_an_outside_reviewer_does_not_enter_the_register():
    outsider = an_outsider(Role.REVIEWER)

    with pytest.raises(Refused, match="role_missing"):
        register_reviewer(
            outsider,
            competence="Trauma",
            confidentiality_on=NOW.date(),
            active_from=NOW.date(),
            by=a_registrar(),
            now=NOW,
        )
