"""An invitation to one case that is answered after the case has ended: refused, and no role is left."""

import pytest

from certification.complaints import actions as complaints
from certification.decisions import actions
from certification.decisions.models import OutsideInvitation
from tests.factories import complaints as complained
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from training_site.accounts.actions.invitations import accept, send_again
from training_site.accounts.models import Invitation, User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
EMAIL = "outside@example.org"
PASSWORD = "a long sentence for her"


def invited_to(application, now, *, role=Role.REVIEWER, email=EMAIL):
    return actions.invite_outsider(
        application, email=email, name="Olga Outside", role=role, by=a_registrar(), now=now
    ).invitation


def comes(invitation, now):
    return accept(invitation, name="Olga Outside", password=PASSWORD, now=now)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DECISION_MAKER])
def test_with_the_decision_the_invitation_is_withdrawn(now, role):
    application = world.a_recommended_application()
    invitation = invited_to(application, now, role=role)

    world.a_decision(application)

    assert fresh(invitation).state(now) == "revoked"
    assert AuditEvent.objects.filter(verb="accounts.invitation.revoked").count() == 1
    for late in (comes, lambda one, now: send_again(one, by=a_registrar(), now=now)):
        with pytest.raises(Refused, match="invitation_revoked"):
            late(fresh(invitation), now)
    assert not User.objects.filter(email=EMAIL).exists()


def test_one_whose_link_is_open_still_gives_neither_account_nor_role(now):
    """Accepted in the very moment of the decision, or ended before links were withdrawn with it."""
    invitation = invited_to(world.a_recommended_application(), now)
    OutsideInvitation.objects.update(ended_at=now)

    with pytest.raises(Refused, match="invited_case_over"):
        comes(invitation, now)

    assert not User.objects.filter(email=EMAIL).exists()
    assert fresh(invitation).accepted_at is None


def test_somebody_with_an_account_reads_kindly_why(client, sign_in, now):
    person = world.a_decider()
    invitation = invited_to(world.a_recommended_application(), now, email=person.email)
    page = f"/accounts/invitation/{invitation.token}/"
    sign_in(client, person)

    OutsideInvitation.objects.update(ended_at=now)
    late = client.post(page)
    Invitation.objects.update(revoked_at=now)
    closed = client.get(page)

    assert "Thank you for being ready to help" in late.text
    assert "nothing is asked of you any more" in closed.text
    assert not User.objects.get(pk=person.pk).has_role(Role.REVIEWER)


def test_to_a_committee_that_has_found_nobody_comes_any_more(now):
    complaint = complained.before_a_committee()
    case = complaints.invite_outsider(
        complaint, email=EMAIL, name="Olga Outside", by=complaint.opened_by, now=complained.NOW
    )
    type(case).objects.update(ended_at=complained.NOW)

    with pytest.raises(Refused, match="invited_case_over"):
        comes(case.invitation, complained.NOW)

    assert not User.objects.filter(email=EMAIL).exists()
