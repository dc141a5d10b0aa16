"""Pages of appeals: the appellant's, the queue, the answer; happy, refused, counted."""

import pytest
from django.urls import reverse

from certification.appeals.models import Appeal, AppealRuling
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from tests.factories.appeals import ANSWER, WHY, an_appeal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
ANSWERED = {
    "outcome": "upheld",
    "follows": "reopen",
    "reasons": ["evidence_overlooked"],
    "text": ANSWER,
}


def url(name, thing):
    return reverse(name, args=[thing.public_id])


@pytest.fixture
def refusal(settings):
    from django.utils import timezone

    return world.a_decision(world.a_recommended_application(), outcome="refuse", now=timezone.now())


def test_she_appeals_from_the_letter_and_reads_by_when_it_is_answered(client, sign_in, refusal):
    sign_in(client, refusal.applicant)
    letter = client.get(url("decision_letter", refusal)).text
    page = url("appeal_decision", refusal)

    short = client.post(page, {"reasons": "No."})
    sent = client.post(page, {"reasons": WHY}, follow=True)

    assert page in letter
    assert "characters or more" in short.text
    assert "cannot make your position worse" in sent.text
    status = client.get(reverse("apply")).text
    assert "Appealed" in status
    assert url("appeal_letter", Appeal.objects.get()) in status


def test_the_queue_says_that_one_more_person_is_needed(client, sign_in, count_queries):
    appeal = an_appeal()
    sign_in(client, a_registrar())

    with count_queries(at_most=40):
        queue = client.get(reverse("certification_queue"))
    page = client.get(url("certification_appeal", appeal))

    assert "You need one more person: invite them" in queue.text
    assert url("dossier_invite", appeal.application) in page.text
    assert "Your answer" not in page.text


def test_somebody_who_took_no_part_answers(client, sign_in):
    appeal = an_appeal()
    sign_in(client, world.a_decider())
    page = url("certification_appeal", appeal)

    wrong = client.post(page, ANSWERED | {"follows": "nothing"})
    client.post(page, ANSWERED)

    assert "does not fit this outcome" in wrong.text
    assert AppealRuling.objects.get().outcome == "upheld"
    assert "Appeal: Upheld" in client.get(url("dossier", appeal.application)).text


def test_whoever_decided_does_not_find_it(client, sign_in):
    appeal = an_appeal()
    sign_in(client, appeal.decision.decision_maker)

    assert client.get(url("certification_appeal", appeal)).status_code == 404
    assert client.post(url("certification_appeal", appeal), ANSWERED).status_code == 404
    assert (
        url("certification_appeal", appeal) not in client.get(reverse("certification_queue")).text
    )
