"""Who can check and decide a renewal, and who has spoken about it before."""

from certification.credentials.models.recorded import looks_after_certificates
from certification.decisions.models import OutsideInvitation
from certification.renewals.models import PeerReview, Renewal
from certification.renewals.rules.renewing import may_take_part
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.verdict import Refused, Verdict


def taking_part(renewal: Renewal, person: User) -> Verdict:
    """Whether this person can check or decide it, as far as the record says."""
    return may_take_part(
        is_holder=renewal.certificant_id == person.pk,
        spoke_as_peer=_spoke(renewal).filter(peer=person).exists(),
        in_earlier_round=person.pk in _of_earlier_rounds(renewal),
    )


def able_to(renewal: Renewal, role: Role) -> list[User]:
    """Everybody in this role who has said nothing about it yet. None: one more person is needed.

    Whoever decides has not checked it either.
    """
    limited = OutsideInvitation.objects.people_limited_to(role)
    out = {renewal.certificant_id, *_of_earlier_rounds(renewal)}
    if role == Role.DECISION_MAKER:
        out.add(renewal.checked_by_id)
    able = User.objects.holding(role).exclude(pk__in=limited).exclude(pk__in=out - {None})
    return list(able.exclude(pk__in=_spoke(renewal).values("peer")))


def require_role(person: User, role: Role) -> None:
    """A role of the house: nobody was invited from outside to a renewal."""
    if not person.has_role(role) or OutsideInvitation.objects.limits(person, role):
        raise Refused("role_missing")


def reached_by(user: User):
    """The renewals that this person may open as staff: all but their own."""
    if not looks_after_certificates(user):
        return Renewal.objects.none()
    return Renewal.objects.exclude(certificant=user)


def _spoke(renewal: Renewal):
    signed = PeerReview.objects.of(renewal.certificant).signed()
    return signed.filter(held_on__gte=renewal.term_first)


def _of_earlier_rounds(renewal: Renewal) -> set[int]:
    rounds = Renewal.objects.rounds_before(renewal)
    return {person for pair in rounds.values_list("checked_by", "decided_by") for person in pair}
