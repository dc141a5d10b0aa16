"""Who reaches which dossier: conflicts from the record, blind reviews, people from outside."""

from datetime import timedelta

import pytest

from certification.decisions import actions
from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application, OutsideInvitation, RegisteredReviewer
from certification.decisions.people import candidates_for
from certification.decisions.rules.conflicts import Kind
from certification.practice.actions import end_agreement
from tests.factories import certification as practice
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.actions.invitations import accept
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.actions import attest
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def an_intern_with_a_signed_month(now):
    """Her mentor is a reviewer too, in the register."""
    agreement = practice.an_agreement()
    practice.a_signed_entry(agreement, now=now - timedelta(days=5))
    world.a_small_scheme()
    give_role(agreement.intern, Role.INTERN, by=None, now=now)
    policy = practice.a_policy("code-of-ethics")
    attest(agreement.intern, policy, typed_name=agreement.intern.name, now=now)
    give_role(agreement.mentor, Role.REVIEWER, by=None, now=now)
    world.register(agreement.mentor)
    return agreement


def test_a_mentor_in_the_register_is_excluded_from_the_record(now):
    agreement = an_intern_with_a_signed_month(now)
    application = world.a_submitted_application(agreement.intern)
    application = actions.check_completeness(application, complete=True, by=a_registrar(), now=now)

    kinds = {
        contact.kind
        for contact in conflicts_for(application, agreement.mentor, now.date()).excluding
    }
    with pytest.raises(Refused, match="in_conflict"):
        actions.assign_reviewers(application, people=[agreement.mentor], by=a_registrar(), now=now)

    assert kinds == {Kind.MENTORED, Kind.SUPERVISED, Kind.SIGNED}
    assert [one.is_eligible for one in candidates_for(application, now.date())] == [False]


def test_two_years_later_the_mentor_may_review(now):
    agreement = an_intern_with_a_signed_month(now)
    end_agreement(agreement, ended_on=now.date(), by=a_registrar(), now=now)
    application = world.a_submitted_application(agreement.intern)
    later = now.date() + timedelta(days=732)

    assert not conflicts_for(application, agreement.mentor, later)


def test_the_registrar_who_saw_her_identity_papers_did_not_teach_her(now):
    agreement = practice.an_agreement()
    registrar = agreement.intern.identity_checks.get().seen_by
    world.a_small_scheme()
    give_role(agreement.intern, Role.INTERN, by=None, now=now)
    policy = practice.a_policy("code-of-ethics")
    attest(agreement.intern, policy, typed_name=agreement.intern.name, now=now)
    application = world.a_submitted_application(agreement.intern)

    assert not conflicts_for(application, registrar, now.date())


def test_a_decision_maker_who_mentored_her_does_not_decide(now):
    agreement = an_intern_with_a_signed_month(now)
    application = world.a_recommended_application(agreement.intern)
    give_role(agreement.mentor, Role.DECISION_MAKER, by=None, now=now)

    with pytest.raises(Refused, match="in_conflict"):
        world.a_decision(application, by=agreement.mentor)


def reached_by(person):
    return list(Application.objects.visible_to(User.objects.get(pk=person.pk)))


def test_who_reaches_a_dossier(now):
    application = world.an_application_in_review()
    first, _second = world.reviewers_of(application)

    assert reached_by(first) == [application]
    assert reached_by(world.a_reviewer()) == []
    assert reached_by(a_registrar()) == [application]
    assert reached_by(world.a_decider()) == [application]
    assert reached_by(application.applicant) == []
    assert reached_by(a_person(is_superuser=True)) == []


def test_a_registrar_does_not_reach_her_own_dossier(now):
    application = world.a_submitted_application()
    give_role(application.applicant, Role.REGISTRAR, by=None, now=now)

    assert reached_by(application.applicant) == []


def an_outsider(application, now, *, role=Role.REVIEWER, email="outside@example.org"):
    invited = actions.invite_outsider(
        application, email=email, name="Olga Outside", role=role, by=a_registrar(), now=now
    )
    person = accept(
        invited.invitation, name="Olga Outside", password="a long sentence for her", now=now
    )
    return User.objects.get(pk=person.pk)


def test_an_outsider_reaches_one_case_and_signs_the_statement_first(now):
    application = world.an_application_in_review(reviewers=1)
    world.an_application_in_review()
    outsider = an_outsider(application, now)
    statement = practice.a_policy("outside-reviewer-confidentiality")

    with pytest.raises(Refused, match="statement_unsigned"):
        world.a_review(application, outsider)
    attest(outsider, statement, typed_name=outsider.name, now=now)
    world.a_review(application, outsider)

    assert reached_by(outsider) == [application]


def test_an_outsiders_access_and_role_end_with_the_decision(now):
    application = world.an_application_in_review(reviewers=1)
    outsider = an_outsider(application, now)
    statement = practice.a_policy("outside-reviewer-confidentiality")
    attest(outsider, statement, typed_name=outsider.name, now=now)
    for reviewer in world.reviewers_of(application):
        world.a_review(application, reviewer)
    world.a_decision(application)

    outsider = User.objects.get(pk=outsider.pk)
    assert reached_by(outsider) == []
    assert not outsider.has_role(Role.REVIEWER)
    assert OutsideInvitation.objects.get().ended_at == now


def test_an_outside_decision_maker_reaches_that_case_only(now):
    application = world.a_recommended_application()
    world.a_recommended_application()
    decider = an_outsider(application, now, role=Role.DECISION_MAKER)
    statement = practice.a_policy("outside-reviewer-confidentiality")
    attest(decider, statement, typed_name=decider.name, now=now)

    assert reached_by(decider) == [application]
    assert world.a_decision(application, by=decider).decision_maker == decider


def test_somebody_with_the_role_already_keeps_it_after_the_case(now):
    application = world.an_application_in_review(reviewers=1)
    staff = world.a_reviewer(registered=False)
    an_outsider(application, now, email=staff.email)
    statement = practice.a_policy("outside-reviewer-confidentiality")
    attest(staff, statement, typed_name=staff.name, now=now)
    for reviewer in world.reviewers_of(application):
        world.a_review(application, reviewer)
    world.a_decision(application)

    assert User.objects.get(pk=staff.pk).has_role(Role.REVIEWER)


def test_her_mentor_is_not_let_in_from_outside_either(now):
    agreement = an_intern_with_a_signed_month(now)
    application = world.an_application_in_review(agreement.intern, reviewers=1)

    an_outsider(application, now, email=agreement.mentor.email)

    assert agreement.mentor not in world.reviewers_of(application)
    assert OutsideInvitation.objects.get().ended_at == now


def test_the_applicant_is_not_invited_to_her_own_case(now):
    application = world.an_application_in_review()

    with pytest.raises(Refused, match="own_application"):
        actions.invite_outsider(
            application,
            email=application.applicant.email.upper(),
            name="Herself",
            by=a_registrar(),
            now=now,
        )


def test_nobody_enters_themselves_in_the_register(now):
    person = a_person(Role.REVIEWER, Role.REGISTRAR)

    with pytest.raises(Refused, match="not_own_entry"):
        actions.register_reviewer(
            person,
            competence="Mine",
            confidentiality_on=now.date(),
            active_from=now.date(),
            by=person,
            now=now,
        )


def test_a_retired_reviewer_is_no_candidate(now):
    person = world.a_reviewer()
    application = world.a_submitted_application()
    entry = RegisteredReviewer.objects.get(person=person)

    actions.retire_reviewer(entry, last_day=now.date(), by=a_registrar(), now=now)

    assert [one.entry for one in candidates_for(application, now.date())] == [entry]
    assert candidates_for(application, now.date() + timedelta(days=1)) == []
