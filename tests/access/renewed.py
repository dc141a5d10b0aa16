"""The chapter of renewals: an activity, a peer who was asked, one renewal under way and one decided."""

from datetime import timedelta

from certification.renewals.models import CEActivity, PeerReview, Renewal
from tests.access.practice_things import named
from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import a_decider
from training_site.accounts.roles import Role


def they_renew(story, now) -> None:
    """The certificant's, but for the review: that is asked of her by a colleague."""
    holder, certificate = story.cast[Role.CERTIFICANT], story.certificate
    story.activity = CEActivity.objects.create(
        certificant=holder,
        category="ce_general",
        title="Working with shame",
        provider="Institute",
        date=now.date(),
        minutes=90,
        claimed_at=now,
    )
    colleague = a_person(Role.CERTIFICANT)
    story.review = PeerReview.objects.create(certificant=colleague, peer=holder, asked_at=now)
    of_the_term = {
        "certificate": certificate,
        "certificant": holder,
        "term_first": certificate.valid_from,
        "term_last": certificate.valid_until,
    }
    story.renewal = Renewal.objects.create(**of_the_term, submitted_at=now)
    earlier = now - timedelta(days=3)
    story.decided_renewal = Renewal.objects.create(
        **of_the_term,
        state="decided",
        submitted_at=earlier,
        checked_by=a_registrar(),
        checked_at=earlier,
        outcome="refuse",
        decided_by=a_decider(),
        decided_at=earlier,
        appeal_until=(now + timedelta(days=30)).date(),
    )


RENEWALS_THINGS = {
    "change_education": named("activity"),
    "take_back_education": named("activity"),
    "decline_education": named("activity"),
    "peer_review": named("review"),
    "renewal_letter": named("decided_renewal"),
    **{
        name: named("renewal")
        for name in (
            "take_back_renewal",
            "certification_renewal",
            "check_renewal",
            "decide_renewal",
        )
    },
}
