"""Applicant's pages and staff screens: happy, refused, counted."""

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.decisions import actions
from certification.scheme.evaluations import evaluation_for
from tests.factories import certification as practice
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from training_site.accounts.actions.invitations import accept
from training_site.accounts.models import User
from training_site.audit.models import AuditEvent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def url(name, application):
    return reverse(name, args=[application.public_id])


def test_the_queue_tells_what_is_next(client, sign_in, count_queries):
    registrar = a_registrar()
    applications = [world.a_submitted_application() for _ in range(3)]
    actions.check_completeness(applications[0], complete=True, by=registrar, now=world.NOW)
    sign_in(client, registrar)

    with count_queries(at_most=20):
        page = client.get(reverse("certification_queue"))

    assert "You need 2 more people: invite them" in page.text
    assert "Check that everything is there" in page.text


def test_the_dossier_of_a_stranger_is_not_there(client, sign_in):
    application = world.an_application_in_review()
    sign_in(client, world.a_reviewer())

    for name in ("dossier", "dossier_statement"):
        assert client.get(url(name, application)).status_code == 404
    for name in ("dossier_review", "dossier_conflict"):
        assert client.post(url(name, application)).status_code == 404


@pytest.mark.parametrize(
    "name",
    ["dossier_check", "dossier_assign", "dossier_invite", "dossier_decide", "dossier_reopen"],
)
def test_a_reviewer_does_not_do_the_registrars_or_the_deciders_part(client, sign_in, name):
    application = world.an_application_in_review()
    sign_in(client, world.reviewers_of(application)[0])

    assert client.post(url(name, application)).status_code in (302, 403)
    application.refresh_from_db()
    assert application.state == "in_review"


def test_complete_looks_for_reviewers_at_once(client, sign_in):
    world.a_reviewer(), world.a_reviewer()
    application = world.a_submitted_application()
    sign_in(client, a_registrar())

    client.post(url("dossier_check", application), {"act": "complete", "note": ""})

    assert len(world.reviewers_of(application)) == 2


def test_sending_back_without_a_note_is_told_at_the_note(client, sign_in):
    application = world.a_submitted_application()
    sign_in(client, a_registrar())

    page = client.post(url("dossier_check", application), {"act": "missing", "note": ""})

    assert page.status_code == 422
    assert "Say what is missing" in page.text


def test_the_dossier_shows_the_chain_and_is_recorded(client, sign_in, count_queries):
    agreement = practice.an_agreement()
    application = world.an_application_in_review()
    reviewer = world.reviewers_of(application)[0]
    sign_in(client, reviewer)
    evaluation_for(application.applicant, timezone.now())  # each day's first reader adds up once

    with count_queries(at_most=45):
        page = client.get(url("dossier", application))

    assert "Code of ethics signed" in page.text
    assert "signed in October 2026" in page.text
    assert application.applicant.name in page.text
    opened = AuditEvent.objects.filter(verb="certification.application.opened")
    assert [event.subject_id for event in opened] == [application.applicant.public_id]
    assert agreement.intern.name not in page.text


def test_reviews_are_blind_until_all_are_in(client, sign_in):
    application = world.an_application_in_review()
    first, second = world.reviewers_of(application)
    sign_in(client, first)
    values = {"recommendation": "refuse", "reasons": "The first reviewer's own words, kept apart."}
    client.post(url("dossier_review", application), values)
    sign_in(client, second)

    before = client.get(url("dossier", application)).text
    client.post(
        url("dossier_review", application),
        {"recommendation": "grant", "reasons": "The second reviewer's words, given blind."},
    )
    after = client.get(url("dossier", application)).text

    assert "The first reviewer" not in before
    assert first.name not in before
    assert "The first reviewer" in after


def test_the_registrar_does_not_read_reviews_before_all_are_in_either(client, sign_in):
    application = world.an_application_in_review()
    world.a_review(application, world.reviewers_of(application)[0])
    sign_in(client, a_registrar())

    assert world.REASONS not in client.get(url("dossier", application)).text


def test_short_reasons_are_told_at_the_field_and_nothing_typed_is_lost(client, sign_in):
    application = world.an_application_in_review()
    sign_in(client, world.reviewers_of(application)[0])

    page = client.post(
        url("dossier_review", application), {"recommendation": "grant", "reasons": "Fine."}
    )

    assert "20 characters or more" in page.text
    assert "Fine." in page.text


def test_a_decision_needs_a_fresh_sign_in_and_gives_the_certificate(client, sign_in, run_jobs):
    application, decider = world.a_recommended_application(), world.a_decider()
    values = {"outcome": "grant", "reasons": ["requirements_met"], "text": world.REASONS}
    sign_in(client, decider, fresh=False)
    stale = client.post(url("dossier_decide", application), values)
    assert "reauthenticate" in stale.url
    sign_in(client, decider)

    client.post(url("dossier_decide", application), values)
    run_jobs()

    application.refresh_from_db()
    assert application.state == "decided"
    sign_in(client, application.applicant)
    assert "Your documents" in client.get(reverse("certification"), follow=True).text


def test_wrong_reasons_come_back_with_the_form(client, sign_in):
    application = world.a_recommended_application()
    sign_in(client, world.a_decider())

    page = client.post(
        url("dossier_decide", application),
        {"outcome": "grant", "reasons": ["code_breached"], "text": world.REASONS},
    )

    assert "A reason chosen belongs to another outcome." in page.text
    assert world.REASONS in page.text


def test_changed_evidence_stops_a_decision_and_asks_again(client, sign_in, now):
    application = world.a_recommended_application()
    practice.a_policy("code-of-ethics", number="2", effective=now.date())
    sign_in(client, world.a_decider())

    client.post(
        url("dossier_decide", application),
        {"outcome": "grant", "reasons": ["requirements_met"], "text": world.REASONS},
    )

    application.refresh_from_db()
    assert application.state == "in_review"


def test_leaving_a_case_for_a_conflict(client, sign_in):
    application = world.an_application_in_review()
    reviewer = world.reviewers_of(application)[0]
    sign_in(client, reviewer)

    client.post(url("dossier_conflict", application), {"reason": "We are related"})

    assert reviewer not in world.reviewers_of(application)
    assert client.get(url("dossier", application)).status_code == 404


def test_somebody_from_outside_signs_first_and_reads_a_letter_in_place_of_the_name(
    client, sign_in, now
):
    application = world.an_application_in_review(reviewers=1)
    practice.a_policy("outside-reviewer-confidentiality")
    sign_in(client, a_registrar())
    client.post(
        url("dossier_invite", application),
        {"name": "Olga Outside", "email": "olga@example.org", "role": "reviewer"},
    )
    invitation = application.outside_invitations.get().invitation
    olga = accept(invitation, name="Olga Outside", password="a long sentence", now=now)
    sign_in(client, User.objects.get(pk=olga.pk))

    first = client.get(url("dossier", application))
    too_early = client.post(url("dossier_review", application), {"reasons": "x"})
    client.post(url("dossier_statement", application), {"typed_name": "Olga Outside"})
    page = client.get(url("dossier", application)).text
    queue = client.get(reverse("certification_queue")).text

    assert first.url == url("dossier_statement", application)
    assert too_early.status_code == 409
    for text in (page, queue):
        assert "Applicant A" in text
        assert application.applicant.name not in text


def test_the_register_is_kept_on_its_page(client, sign_in, count_queries):
    person = world.a_reviewer(registered=False)
    sign_in(client, a_registrar())
    values = {
        "person": person.pk,
        "competence": "Clinical work",
        "seat": "external",
        "confidentiality_on": "2026-11-01",
        "active_from": "2026-11-01",
    }

    client.post(reverse("certification_reviewers"), values)
    with count_queries(at_most=26):
        page = client.get(reverse("certification_reviewers"))
    client.post(
        reverse("retire_reviewer", args=[person.reviewer_entry.public_id]),
        {"last_day": "2026-11-20"},
    )

    assert person.name in page.text
    person.reviewer_entry.refresh_from_db()
    assert str(person.reviewer_entry.active_until) == "2026-11-20"


def test_what_is_decided_is_listed(client, sign_in):
    decision = world.a_decision(outcome="refuse")
    sign_in(client, world.a_decider())

    assert decision.applicant.name in client.get(reverse("certification_decided")).text
    assert "Refused" in client.get(url("dossier", decision.application)).text
