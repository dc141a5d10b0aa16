"""After the last chance to renew the way of a first certificate is open again, and not before."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.credentials.models import Certificate
from certification.decisions import actions
from certification.decisions.models import Application
from certification.decisions.questions import holds_certificate
from tests.factories import renewals as world
from tests.factories.certification import a_policy
from tests.factories.decisions import a_certificate, a_decider, a_quick_certificate
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.content.actions import attest
from training_site.verdict import Refused

from .running import a_running_term, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def signed(holder):
    """The code of ethics signed lately: all that the small scheme asks for."""
    now = timezone.now()
    attest(holder, a_policy("code-of-ethics"), typed_name=holder.name, now=now)
    return holder


@pytest.mark.parametrize(
    ("days_left", "renews"),
    [
        (100, True),
        (0, True),
        (-90, True),  # grace
        (-91, True),  # late: it is renewed still
        (-364, True),
        (-400, False),
    ],
)
def test_whoever_can_renew_does_not_apply(days_left, renews):
    holder, now = signed(a_running_term(days_left).holder), timezone.now()

    assert holds_certificate(holder, now) == renews
    if renews:
        with pytest.raises(Refused, match="certificate_already_held"):
            actions.start_application(holder, by=holder, now=now)
    else:
        assert actions.start_application(holder, by=holder, now=now).state == "draft"


def test_without_a_renewal_block_one_applies_when_grace_is_over():
    lapsed = a_quick_certificate(granted_on=today() - timedelta(days=365 * 3 + 120)).holder
    running = a_quick_certificate(granted_on=today() - timedelta(days=365 * 3 + 30)).holder

    assert not holds_certificate(lapsed, timezone.now())
    assert holds_certificate(running, timezone.now())


def test_whose_certificate_was_withdrawn_may_apply():
    certificate = a_running_term()
    credential_actions.withdraw(
        certificate, reason="The code was breached.", by=a_decider(), now=timezone.now()
    )

    assert not holds_certificate(certificate.holder, timezone.now())


def test_a_certificate_granted_anew_begins_a_line_of_its_own():
    """The lapsed one stays what it was."""
    lapsed = a_running_term(-400)
    holder = lapsed.holder
    give_role(holder, Role.INTERN, by=None, now=world.NOW)
    signing = world.NOW - timedelta(days=30)
    attest(holder, a_policy("code-of-ethics"), typed_name=holder.name, now=signing)

    anew = a_certificate(holder)

    assert anew.first is None
    assert set(Certificate.objects.line_of(anew)) == {anew}
    lapsed.refresh_from_db()
    assert lapsed.standing == "active"


def test_the_page_leads_to_the_path_and_to_the_application(client, sign_in):
    holder = signed(a_running_term(-400).holder)
    sign_in(client, holder)

    page = client.get(reverse("renewal")).text
    client.post(reverse("apply"), {"act": "start"})

    assert reverse("path") in page
    assert reverse("apply") in page
    assert Application.objects.get().applicant == holder
