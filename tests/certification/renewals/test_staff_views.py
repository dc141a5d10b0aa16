"""The registrar's desk, the renewals and one of them: happy, refused, counted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.renewals import actions
from certification.renewals.claims import fingerprint
from certification.renewals.models import CEActivity, Renewal
from certification.renewals.rules.renewing import DECLARATIONS
from tests.factories import renewals as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import a_decider
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent

from .running import a_claim, a_running_term, today, whole

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
DECIDE = {
    "outcome": "renew",
    "reasons": ["renewal_requirements_met"],
    "text": world.REASONS,
}


def seen(*rows: CEActivity) -> list[str]:
    return [f"{row.public_id}:{fingerprint(row)}" for row in rows]


def handed_in(certificate=None):
    return world.a_renewal(certificate or whole(a_running_term()), now=timezone.now())


def url(name, thing) -> str:
    return reverse(name, args=[thing.public_id])


@pytest.mark.parametrize(
    ("which", "days_left"),
    [("ahead", [0, 100, 365]), ("grace", [-1, -90]), ("lapsed", [-91, -365])],
)
def test_who_is_due_in_grace_and_lapsed(client, sign_in, which, days_left):
    shown = [a_running_term(days, name=f"Due in {days}").holder.name for days in days_left]
    others = {"ahead": [-1, 366], "grace": [0, -91], "lapsed": [-90, -366]}[which]
    hidden = [a_running_term(days, name=f"Other {days}").holder.name for days in others]
    sign_in(client, a_registrar())

    page = client.get(reverse("certification_renewals"), {"which": which}).text

    assert [name in page for name in shown] == [True] * len(shown)
    assert [name in page for name in hidden] == [False] * len(hidden)


def test_ended_and_handed_in_ones_are_not_among_the_due(client, sign_in):
    ended = a_running_term(name="Ended Elsewhere")
    credential_actions.withdraw(
        ended, reason="The code was breached.", by=a_decider(), now=timezone.now()
    )
    handed_in(whole(a_running_term(name="Handed In")))
    sign_in(client, a_registrar())

    page = client.get(reverse("certification_renewals")).text

    assert "Ended Elsewhere" not in page
    assert page.count("Handed In</a>") == 1  # in the queue, and only there


def test_the_queue_shows_the_age_and_what_is_late(client, sign_in):
    certificate = whole(a_running_term())
    long_ago = timezone.now() - timedelta(days=15)
    actions.hand_in(
        certificate, declarations=DECLARATIONS, by=certificate.holder, now=timezone.now()
    )
    copy = Renewal.objects.get()
    other = whole(a_running_term())
    Renewal.objects.create(
        certificate=other,
        certificant=other.holder,
        term_first=other.valid_from,
        term_last=other.valid_until,
        declarations=copy.declarations,
        submitted_at=long_ago,
    )
    sign_in(client, a_registrar())

    page = client.get(reverse("certification_renewals")).text

    assert page.index("15 days") < page.index("since today")
    assert page.count(">late<") == 1


def test_a_withdrawn_certificates_renewal_leaves_the_queue(client, sign_in):
    renewal = handed_in()
    credential_actions.withdraw(
        renewal.certificate, reason="The code was breached.", by=a_decider(), now=timezone.now()
    )
    sign_in(client, a_registrar())

    assert renewal.certificant.name not in client.get(reverse("certification_renewals")).text


def test_from_the_queue_to_the_decision(client, sign_in):
    renewal, registrar, decider = handed_in(), a_registrar(), a_decider()
    page = url("certification_renewal", renewal)
    sign_in(client, registrar)
    assert "Everything that the scheme asks for is there and counts" in client.get(page).text
    client.post(url("check_renewal", renewal), {"act": "complete"})
    assert "Your decision" not in client.get(page).text

    sign_in(client, decider)
    shown = client.get(page).text
    assert "As the requirement engine answered on" in shown
    assert "Working with shame" in shown
    answer = client.post(url("decide_renewal", renewal), DECIDE, follow=True)

    assert "Decided. The certificant is told." in answer.text
    renewal.refresh_from_db()
    assert (renewal.outcome, renewal.decided_by) == ("renew", decider)
    opened = AuditEvent.objects.filter(
        verb="certification.renewal.opened", target_id=renewal.public_id
    )
    assert set(opened.values_list("actor_id", flat=True)) == {
        registrar.public_id,
        decider.public_id,
    }
    sign_in(client, renewal.certificant)
    letter = client.get(url("renewal_letter", renewal)).text
    assert "Registrar" in letter
    assert registrar.name not in letter


def test_what_is_missing_cannot_be_passed_on_and_is_sent_back(client, sign_in):
    certificate = a_running_term()
    holder = certificate.holder
    day = today() - timedelta(days=20)
    for kind, minutes in (("ce_general", 480), ("ce_ethics", 120), ("peer_consultation", 60)):
        a_claim(holder, category=kind, minutes=minutes, date=day)
    world.a_signed_review(holder, held_on=day, now=timezone.now())
    renewal = handed_in(certificate)
    sign_in(client, a_registrar())
    page = url("certification_renewal", renewal)
    shown = client.get(page).text
    assert "something still waits to be answered" in shown
    assert "3 activities wait to be looked at" in shown

    client.post(url("check_renewal", renewal), {"act": "complete"})
    renewal.refresh_from_db()
    assert renewal.state == "submitted"
    short = client.post(url("check_renewal", renewal), {"answer": "No."})
    client.post(url("check_renewal", renewal), {"answer": "Please show the certificate of May."})

    assert (short.status_code, "characters or more" in short.text) == (422, True)
    renewal.refresh_from_db()
    assert (renewal.state, renewal.answer) == ("returned", "Please show the certificate of May.")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"outcome": ""}, "This field is required."),
        ({"reasons": []}, "Choose at least one reason"),
        ({"reasons": ["code_breached"]}, "belongs to another outcome"),
        ({"text": "Fine."}, "characters or more"),
    ],
)
def test_a_decision_that_is_not_whole_is_told_at_its_field(client, sign_in, changes, words):
    renewal = world.a_checked_renewal(whole(a_running_term()), now=timezone.now())
    sign_in(client, a_decider())

    answer = client.post(url("decide_renewal", renewal), DECIDE | changes)

    assert (answer.status_code, words in answer.text) == (422, True)
    renewal.refresh_from_db()
    assert renewal.state == "checked"


def test_changed_evidence_is_said_and_goes_back_when_somebody_decides(client, sign_in):
    renewal = world.a_checked_renewal(whole(a_running_term()), now=timezone.now())
    world.accepted(a_claim(renewal.certificant, title="One more"), now=timezone.now())
    sign_in(client, a_decider())
    assert (
        "The record has changed since it was checked"
        in client.get(url("certification_renewal", renewal)).text
    )

    answer = client.post(url("decide_renewal", renewal), DECIDE, follow=True)

    assert "The registrar looks at it again" in answer.text
    renewal.refresh_from_db()
    assert renewal.state == "submitted"


def test_the_peer_and_the_checker_are_told_that_others_do_it(client, sign_in):
    registrar = a_registrar()
    give_role(registrar, Role.DECISION_MAKER, by=None, now=timezone.now())
    certificate = whole(a_running_term())
    renewal = world.a_checked_renewal(certificate, by=registrar, now=timezone.now())
    peer = certificate.holder.peer_reviews.get().peer
    give_role(peer, Role.DECISION_MAKER, by=None, now=timezone.now())
    others = User.objects.holding(Role.DECISION_MAKER).exclude(pk__in=[registrar.pk, peer.pk])
    User.objects.filter(pk__in=others).update(is_active=False)

    for person, words in (
        (registrar, "You checked it, so somebody else decides."),
        (peer, "You gave the peer review that it rests on"),
    ):
        sign_in(client, person)
        page = client.get(url("certification_renewal", renewal)).text
        assert words in page
        assert "Your decision" not in page
    assert "You need one more person for the next step" in page  # those two are all there are


def test_nobody_reaches_their_own_renewal_as_staff(client, sign_in):
    renewal = handed_in()
    give_role(renewal.certificant, Role.REGISTRAR, by=None, now=timezone.now())
    sign_in(client, renewal.certificant)

    assert client.get(url("certification_renewal", renewal)).status_code == 404
    assert client.post(url("check_renewal", renewal), {"act": "complete"}).status_code == 404
    assert renewal.certificant.name not in _table(
        client.get(reverse("certification_renewals")).text
    )


def _table(page: str) -> str:
    """The part of the page on which people are listed; the reader's own name stands in the menu."""
    return page[page.index('class="nice-padding staff"') :]


def test_a_decision_asks_for_a_fresh_sign_in(client, sign_in):
    renewal = world.a_checked_renewal(whole(a_running_term()), now=timezone.now())
    sign_in(client, a_decider(), fresh=False)

    answer = client.post(url("decide_renewal", renewal), DECIDE)

    assert answer.status_code == 302
    assert "reauthenticate" in answer["Location"]
    renewal.refresh_from_db()
    assert renewal.state == "checked"


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.INSTRUCTOR, Role.COMPLAINTS_OFFICER])
def test_other_staff_are_turned_away(client, sign_in, role):
    sign_in(client, a_person(role))

    for name in ("certification_renewals", "education_desk"):
        assert client.get(reverse(name)).status_code != 200


def test_lists_take_as_many_queries_for_one_as_for_many(client, sign_in, count_queries):
    sign_in(client, a_registrar())
    pages = [
        (reverse("education_desk"), lambda: a_claim(a_running_term().holder)),
        (reverse("certification_renewals"), handed_in),
        (reverse("certification_renewals") + "?which=grace", lambda: a_running_term(-5)),
    ]
    for address, another in pages:
        another()
        client.get(address)
        with count_queries() as few:
            client.get(address)
        for _one in range(5):
            another()
        with count_queries() as many:
            client.get(address)
        assert len(many) <= len(few), address
