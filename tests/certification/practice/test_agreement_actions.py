from contextlib import nullcontext
from datetime import date, timedelta

import pytest

from certification.practice import actions
from certification.practice.models import (
    AgreementSignature,
)
from tests.factories.accounts import a_person, a_registrar
from tests.factories.certification import (
    a_clinician,
    a_draft_agreement,
    a_mentor,
    an_admitted_intern,
    an_agreement,
)
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
NOVEMBER = date(2026, 11, 1)
SECRET = "What I learned about waiting"


def test_an_agreement_needs_both_licences_seen_before_staff_approve_it(now):
    intern = an_admitted_intern()
    mentor, clinician = a_mentor(), a_person(Role.CLINICIAN)
    agreement = a_draft_agreement(intern, mentor=mentor, clinician=clinician)
    for person in (mentor, clinician):
        actions.agree(agreement, typed_name=person.name, by=person, now=now)

    with pytest.raises(Refused, match="supervisors_not_verified"):
        actions.approve_agreement(agreement, by=a_registrar(), now=now)

    agreement.refresh_from_db()
    assert (agreement.state, agreement.approved_by) == ("agreed", None)


@pytest.mark.parametrize("party", ["intern", "mentor", "clinician"])
def test_no_party_approves_its_own_agreement(now, party):
    intern, mentor, clinician = an_admitted_intern(), a_mentor(), a_clinician()
    agreement = a_draft_agreement(intern, mentor=mentor, clinician=clinician)
    for person in (mentor, clinician):
        actions.agree(agreement, typed_name=person.name, by=person, now=now)

    with pytest.raises(Refused, match="not_own_agreement"):
        actions.approve_agreement(agreement, by=getattr(agreement, party), now=now)


def test_the_same_supervisor_does_not_agree_twice(now):
    intern, mentor, clinician = an_admitted_intern(), a_mentor(), a_clinician()
    agreement = a_draft_agreement(intern, mentor=mentor, clinician=clinician)
    actions.agree(agreement, typed_name=mentor.name, by=mentor, now=now)

    with pytest.raises(Refused, match="agreement_already_signed"):
        actions.agree(agreement, typed_name=mentor.name, by=mentor, now=now)

    assert AgreementSignature.objects.filter(agreement=agreement).count() == 2


def test_a_person_is_not_two_corners_of_the_triad(now):
    both = a_mentor()
    give_role(both, Role.CLINICIAN, by=None, now=now)

    with pytest.raises(Refused, match="three_people_needed"):
        a_draft_agreement(an_admitted_intern(), mentor=both, clinician=both)


def test_an_agreement_does_not_end_before_it_began(now):
    agreement = an_agreement()
    before = agreement.starts_on - timedelta(days=1)

    with pytest.raises(Refused, match="ends_before_it_begins"):
        actions.end_agreement(agreement, ended_on=before, by=a_registrar(), now=now)

    agreement.refresh_from_db()
    assert agreement.state == "approved"


@pytest.mark.parametrize(
    ("again", "refused"),
    [
        (date(2026, 9, 1), True),  # the same day says nothing new
        (date(2026, 9, 2), True),  # it did not hold longer than was said
        (date(2026, 8, 31), False),  # it turned out to have ended before
    ],
)
def test_a_withdrawn_authority_is_only_ever_moved_back(now, again, refused):
    registrar, proof = a_registrar(), a_mentor().supervisor_authorities.get()
    actions.withdraw_authority(proof, withdrawn_from=date(2026, 9, 1), by=registrar, now=now)

    with pytest.raises(Refused) if refused else nullcontext():
        actions.withdraw_authority(proof, withdrawn_from=again, by=registrar, now=now)

    proof.refresh_from_db()
    assert proof.withdrawn_from == (date(2026, 9, 1) if refused else again)


def test_nobody_withdraws_their_own_authority(now):
    mentor = a_mentor()
    proof = mentor.supervisor_authorities.get()

    with pytest.raises(Refused, match="not_own_licence"):
        actions.withdraw_authority(proof, withdrawn_from=now.date(), by=mentor, now=now)
