"""What somebody who is certified has to do next, and what waits for staff around renewals."""

import pytest
from django.utils import timezone

from certification.renewals import actions
from tests.certification.renewals.running import a_claim, a_colleague, a_running_term, whole
from tests.factories import renewals as world
from tests.factories.accounts import a_registrar
from tests.factories.decisions import a_decider
from training_site.dashboard.home import home_of
from training_site.dashboard.waiting import waiting_for

pytestmark = pytest.mark.django_db
RETURNED = "The certificate of the conference is still to be shown."


@pytest.fixture(autouse=True)
def _plain_documents(monkeypatch):
    monkeypatch.setattr(
        "certification.credentials.actions.issuing.carriers_of",
        lambda certificate: {kind: b"x" for kind in ("pdf", "png", "json", "jwt")},
    )


def next_title(person) -> str:
    return home_of(person, timezone.now()).next_step.title


@pytest.mark.parametrize(
    ("days_left", "title"),
    [
        (500, "Your certificate"),
        (100, "Renew your certificate"),
        (-5, "Renew your certificate"),
        (-100, "Renew your certificate"),
        (-500, "Your certificate"),
    ],
)
def test_renewal_comes_first_while_it_is_the_holders_turn(days_left, title):
    assert next_title(a_running_term(days_left).holder) == title


def test_while_others_look_nothing_is_asked_and_what_came_back_is():
    certificate = whole(a_running_term())
    renewal = world.a_renewal(certificate, now=timezone.now())
    assert next_title(certificate.holder) == "Your certificate"

    actions.return_renewal(renewal, answer=RETURNED, by=a_registrar(), now=timezone.now())

    assert next_title(certificate.holder) == "Your renewal came back"


def test_a_peer_who_was_asked_reads_so_first():
    holder, peer = a_running_term().holder, a_colleague()
    review = actions.ask_peer(holder, peer, by=holder, now=timezone.now())
    assert next_title(peer) == "A colleague asks you for a peer review"

    actions.decline_review(review, by=peer, now=timezone.now())

    assert next_title(peer) == "Your certificate"


def test_staff_see_what_waits_for_them_and_nobody_their_own():
    registrar, decider = a_registrar(), a_decider()
    a_claim(a_running_term().holder)
    renewal = world.a_renewal(whole(a_running_term()), now=timezone.now())
    world.a_checked_renewal(whole(a_running_term()), now=timezone.now())

    def lines(person) -> dict:
        return {str(line.label): line.count for line in waiting_for(person)}

    assert lines(registrar) == {
        "Activities of continuing education to look at": 1,
        "Renewals to check": 1,
    }
    assert lines(decider) == {"Renewals to decide": 1}
    actions.take_back(renewal, by=renewal.certificant, now=timezone.now())
    assert "Renewals to check" not in lines(registrar)
