"""Who can be asked for a peer review, and how somebody is named without a list of everybody.

There is no list of certificants to choose from. Whoever is asked by an address or a number is found
or not, and the one who asks learns neither; those that they know from their own record have names.
"""

from collections.abc import Iterable
from datetime import date

from certification.credentials.models import Certificate
from certification.credentials.rules.numbers import normalise
from certification.practice.models import SupervisionAgreement, SupervisorAuthority
from certification.practice.models.supervisors import SupervisorRole
from certification.renewals.models import PeerReview
from certification.renewals.models.education import PeerReviewState
from certification.renewals.rules.peers import can_review
from training_site.accounts.models import User


def can_be_peer(person: User, certificant: User, today: date) -> bool:
    return person in able_among([person], certificant, today)


def able_among(people: Iterable[User], certificant: User, today: date) -> list[User]:
    """Those who can review this certificant today, in the order given; two queries for all."""
    people = list(people)
    certified = set(Certificate.objects.held_on(people, today).values_list("holder", flat=True))
    covering = SupervisorAuthority.objects.covering(today).filter(person__in=people)
    mentors = set(covering.filter(role=SupervisorRole.MENTOR).values_list("person", flat=True))
    return [
        one
        for one in people
        if one.is_active
        and can_review(
            is_self=one.pk == certificant.pk,
            certified=one.pk in certified,
            mentors=one.pk in mentors,
        )
    ]


def named(typed: str) -> User | None:
    """The person behind an exact address or the number of a certificate that is shown by it."""
    typed = typed.strip()
    if "@" in typed:
        return User.objects.filter(email__iexact=typed).first()
    number = normalise(typed)
    found = Certificate.objects.numbered(number).current() if number else Certificate.objects.none()
    return next((one.holder for one in found.select_related("holder")), None)


def known_to(certificant: User, today: date) -> list[User]:
    """Those of one's own record who can be asked today: one's mentors, and peers of former years."""
    mentors = SupervisionAgreement.objects.of(certificant).ever_approved().values("mentor")
    answered = PeerReview.objects.of(certificant).exclude(state=PeerReviewState.ASKED)
    people = User.objects.filter(pk__in=mentors) | User.objects.filter(
        pk__in=answered.values("peer")
    )
    return able_among(people.order_by("name"), certificant, today)


def shown_to(certificant: User, known: Iterable[User]) -> list[PeerReview]:
    """What the one who asks sees: every answer, and of those that wait the people they know.

    A name that stands there before its owner has answered would say whose the address is.
    """
    asked = PeerReview.objects.of(certificant).select_related("peer")
    mine = {one.pk for one in known}
    return [one for one in asked if one.state != PeerReviewState.ASKED or one.peer_id in mine]
