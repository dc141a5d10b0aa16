"""Asking for a certificate in another's place, by the actions: who may, and a refusal leaves nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certification.credentials import actions, questions
from certification.credentials.models import CertificateReplacement
from tests.certification.credentials.test_outsiders import an_outsider
from tests.factories import decisions as world
from tests.factories import replacing as again
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.jobs.models import JobRun
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
LONG = "A reason of more than twenty characters."


def nothing_was_asked(certificate) -> bool:
    """Neither row nor promise nor entry."""
    asked = CertificateReplacement.objects.filter(certificate=certificate)
    verb = "certification.certificate.replacement_asked"
    return not (
        asked.exists()
        or JobRun.objects.filter(name="certification.issue_replacement").exists()
        or AuditEvent.objects.filter(verb=verb).exists()
    )


@pytest.mark.parametrize("role", [Role.DECISION_MAKER, Role.REVIEWER, Role.ADMINISTRATOR])
def test_a_name_is_the_registrars_to_correct(role):
    certificate = world.a_quick_certificate()

    with pytest.raises(Refused, match="role_missing"):
        again.a_name_asked(certificate, by=a_person(role))

    assert nothing_was_asked(certificate)


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.COMPLAINTS_OFFICER])
def test_a_scope_is_the_decision_makers_to_narrow(role):
    certificate = world.a_quick_certificate()

    with pytest.raises(Refused, match="role_missing"):
        again.a_scope_asked(certificate, by=a_person(role))

    assert nothing_was_asked(certificate)


def test_whoever_was_invited_for_one_case_narrows_nothing():
    certificate = world.a_quick_certificate()

    with pytest.raises(Refused, match="role_missing"):
        again.a_scope_asked(certificate, by=an_outsider(Role.DECISION_MAKER))

    assert nothing_was_asked(certificate)


@pytest.mark.parametrize(
    ("kind", "role"), [("name", Role.REGISTRAR), ("scope", Role.DECISION_MAKER)]
)
def test_nobody_replaces_their_own(now, kind, role):
    certificate = world.a_quick_certificate()
    give_role(certificate.holder, role, by=None, now=now)
    holder = type(certificate.holder).objects.get(pk=certificate.holder_id)

    with pytest.raises(Refused, match="own_certificate"):
        again.ASKED[kind](certificate, by=holder)

    assert nothing_was_asked(certificate)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "name_empty"),
        ("Zo\u200d\U0001f9d1", "name_has_no_glyph"),
        ("W" * 201, "name_does_not_fit"),
    ],
)
def test_a_name_that_cannot_be_printed_is_refused_where_it_is_entered(name, reason):
    certificate = world.a_quick_certificate()

    with pytest.raises(Refused, match=reason):
        again.a_name_asked(certificate, name=name)

    assert nothing_was_asked(certificate)


def test_so_is_a_scope():
    certificate = world.a_quick_certificate()

    with pytest.raises(Refused, match="scope_has_no_glyph"):
        again.a_scope_asked(certificate, scope="Work with \U0001f9d1 alone")

    assert nothing_was_asked(certificate)


def test_a_second_request_waits_for_the_first():
    certificate = world.a_quick_certificate()
    again.a_name_asked(certificate)

    for kind in ("name", "number", "scope"):
        with pytest.raises(Refused, match="replacement_waits"):
            again.ASKED[kind](certificate)

    assert certificate.replacements.count() == 1


@pytest.mark.parametrize("kind", ["name", "number", "scope"])
def test_what_was_replaced_is_not_replaced_again(kind):
    certificate = world.a_quick_certificate()
    again.a_successor(certificate, "name")

    with pytest.raises(Refused, match=r"certificate_not_|number_needs_valid"):
        again.ASKED[kind](certificate)


def test_a_number_is_nobody_elses_to_change():
    certificate = world.a_quick_certificate()

    for other in (a_registrar(), world.a_decider(), a_person(is_superuser=True)):
        with pytest.raises(Refused, match="holder_only"):
            actions.rotate_number(certificate, by=other, now=again.NOW)

    assert nothing_was_asked(certificate)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("valid", ""),
        ("renewal_due", ""),
        ("expired", "number_needs_valid"),
        ("suspended", "number_needs_valid"),
        ("withdrawn", "number_needs_valid"),
    ],
)
def test_a_number_is_changed_while_the_public_word_is_valid(state, reason):
    certificate = world.a_certificate_showing(state)

    if not reason:
        assert again.a_number_asked(certificate, now=timezone.now()).kind == "number"
        return
    with pytest.raises(Refused, match=reason):
        again.a_number_asked(certificate, now=timezone.now())


def test_nor_while_a_complaint_is_open_and_nobody_is_told_that_there_is_one(monkeypatch):
    certificate = world.a_quick_certificate()
    about = []
    monkeypatch.setitem(
        questions._answers, "complaint_open", lambda holder: about.append(holder) or True
    )

    with pytest.raises(Refused, match="number_stays_for_now"):
        again.a_number_asked(certificate)

    assert about == [certificate.holder]
    assert nothing_was_asked(certificate)


def test_without_a_complaints_package_there_is_no_complaint(monkeypatch):
    monkeypatch.setattr(questions, "_answers", {})

    assert not questions.complaint_open(a_person())


def test_a_suspension_is_looked_at_again_on_a_day_to_come(now):
    certificate, decider = world.a_quick_certificate(), world.a_decider()

    with pytest.raises(Refused, match="review_not_ahead"):
        actions.suspend(certificate, reason=LONG, review_on=now.date(), by=decider, now=now)
    day = now.date() + timedelta(days=1)
    actions.suspend(certificate, reason=LONG, review_on=day, by=decider, now=now)

    assert certificate.events.last().review_on == day
