from datetime import date

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
