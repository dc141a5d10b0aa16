"""The registry desk: each part to whoever holds it, and what was opened is known."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certification.registry import actions
from certification.registry.models import SuppressionRequest
from tests.factories import decisions as world
from tests.factories import registry
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.dashboard.waiting import waiting_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
DESK = "/admin/certification/registry/"
OPENED = "certification.suppression.opened"


def page_of(request) -> str:
    return f"{DESK}requests/{request.public_id}/"


def sent(step: str, *, days: int = 90, text: str = "") -> dict:
    review_on = timezone.now().date() + timedelta(days=days)
    return {"step": step, "review_on": review_on.isoformat(), "text": text}


def test_each_part_shows_to_whoever_holds_it(client, sign_in):
    registry.a_suppression()
    registry.a_reported_letter()

    seen = {}
    for role in (Role.REGISTRAR, Role.DECISION_MAKER, Role.COMPLAINTS_OFFICER):
        sign_in(client, a_person(role))
        page = client.get(DESK).text
        assert registry.DANGER not in page
        assert registry.TEXT not in page
        seen[role] = ("Kept out of sight</h3>" in page, "Letters called unwelcome" in page)

    assert seen == {
        Role.REGISTRAR: (True, False),
        Role.DECISION_MAKER: (True, False),
        Role.COMPLAINTS_OFFICER: (False, True),
    }


def test_opening_a_request_leaves_a_trace_and_listing_it_none(client, sign_in):
    request, registrar = registry.a_suppression(), a_registrar()
    sign_in(client, registrar)

    client.get(DESK)
    before = AuditEvent.objects.filter(verb=OPENED).count()
    page = client.get(page_of(request))

    event = AuditEvent.objects.get(verb=OPENED)
    assert before == 0
    assert registry.DANGER in page.text
    assert (event.actor_id, event.target_id) == (registrar.public_id, request.public_id)
    assert event.subject_id == request.holder.public_id


def test_an_answer_is_given_on_the_page(client, sign_in):
    request, registrar = registry.a_suppression(), a_registrar()
    sign_in(client, registrar)

    past = client.post(page_of(request), sent("approve", days=0))
    given = client.post(page_of(request), sent("approve", days=60, text="As you ask."))

    assert "Choose a day after today" in past.text
    assert given.url == DESK
    request.refresh_from_db()
    assert (request.state, request.answered_by, request.answer) == (
        "approved",
        registrar,
        "As you ask.",
    )


def test_a_no_without_reasons_is_refused_at_its_field_and_keeps_what_was_typed(client, sign_in):
    request = registry.a_suppression()
    sign_in(client, a_registrar())

    page = client.post(page_of(request), sent("decline", text="Not so."))

    assert "Give the reason in 20 characters or more." in page.text
    assert "Not so." in page.text
    request.refresh_from_db()
    assert request.state == "asked"


def test_what_does_not_lead_on_is_not_offered(client, sign_in):
    request = registry.an_approved_suppression()
    sign_in(client, a_registrar())

    page = client.post(page_of(request), sent("approve"))

    assert "Select a valid choice" in page.text
    assert SuppressionRequest.objects.get().state == "approved"


def test_somebody_invited_for_one_case_sees_no_request(client, sign_in, monkeypatch):
    request = registry.a_suppression()
    outside = world.a_decider()
    monkeypatch.setattr(
        "certification.registry.models.suppression.looks_after_certificates", lambda user: False
    )
    sign_in(client, outside)

    assert request.holder.name not in client.get(DESK).text
    assert client.get(page_of(request)).status_code == 404


def test_one_who_is_registrar_and_holder_does_not_open_her_own(client, sign_in):
    registrar = a_person(Role.REGISTRAR, Role.CERTIFICANT)
    own = registry.a_suppression(world.a_quick_certificate(registrar))
    sign_in(client, registrar)

    assert client.get(page_of(own)).status_code == 404


def test_what_waits_stands_on_the_admins_first_page():
    registrar, officer = a_registrar(), a_person(Role.COMPLAINTS_OFFICER)
    registry.a_suppression()
    registry.a_reported_letter()
    due = registry.an_approved_suppression()
    SuppressionRequest.objects.filter(pk=due.pk).update(review_on="2020-01-01")

    lines = {
        person: {str(line.label): line.count for line in waiting_for(person)}
        for person in (registrar, officer)
    }

    assert lines[registrar]["Requests to be kept out of sight"] == 2
    assert lines[officer]["Letters called unwelcome"] == 1
    assert "Letters called unwelcome" not in lines[registrar]


def test_a_long_desk_asks_few_questions(client, sign_in, count_queries):
    for _ in range(6):
        registry.a_suppression()
    sign_in(client, a_registrar())
    client.get(DESK)

    with count_queries(at_most=25):
        page = client.get(DESK)

    assert page.context["page"].paginator.count == 6


def test_what_waits_longest_is_on_top(client, sign_in):
    now = timezone.now()
    young = registry.a_suppression()
    old = registry.a_suppression(now=now - timedelta(days=3))
    held = registry.an_approved_suppression(registry.a_suppression())
    over = registry.a_suppression()
    actions.take_back(over, by=over.holder, now=now)
    sign_in(client, a_registrar())

    page = client.get(DESK).context["page"]

    assert list(page) == [old, young, held, over]


def test_staff_learn_of_many_lookups_and_of_nobody(client, sign_in, monkeypatch):
    registrar = a_registrar()
    monkeypatch.setattr("training_site.accounts.throttle.time.time", lambda: 1_800_000_000)
    monkeypatch.setattr("certification.registry.views.verify.LIMIT", 2)

    for number in range(6):
        client.get(f"/verify/guess-{number}/", REMOTE_ADDR="203.0.113.77")
    sign_in(client, registrar)
    desk = client.get(DESK).text

    event = AuditEvent.objects.get(verb="certification.verification.slowed")
    assert (event.actor_id, event.subject_id, event.target_id) == (None, None, None)
    assert (event.at.minute, event.at.second, event.at.microsecond) == (0, 0, 0)
    assert Notice.objects.filter(person=registrar, event="certification.many_lookups").count() == 1
    assert "In the hour from" in desk
    assert "203.0.113" not in desk


def test_a_refusal_does_not_wait_for_staff_to_be_told(client, monkeypatch):
    from django.db import DatabaseError

    def fails(**kwargs):
        raise DatabaseError

    monkeypatch.setattr("certification.registry.views.verify.LIMIT", 0)
    monkeypatch.setattr("certification.registry.views.verify.tell_of_bulk_lookups", fails)

    assert client.get("/verify/nonsense/").status_code == 429
