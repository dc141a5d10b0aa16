"""The chapter of recalls: one proposed; one confirmed that touches the certificant."""

from datetime import date

from certification.recalls.actions import confirm_recall, propose_recall
from certification.recalls.models import RecallItem
from certification.recalls.touched import hash_of
from tests.factories.accounts import a_registrar
from tests.factories.certification import a_mentor
from tests.factories.decisions import a_decider
from training_site.accounts.roles import Role


def they_are_recalled(story, now) -> None:
    """The item is written as the job would: nobody of the cast has hours that could be lost."""
    story.proposed_recall = _a_recall(now)
    story.recall = confirm_recall(_a_recall(now), shown_hash=hash_of([]), by=a_decider(), now=now)
    story.recall_item = RecallItem.objects.create(
        recall=story.recall,
        person=story.cast[Role.CERTIFICANT],
        certificate=story.certificate,
        application=story.certificate.decision.application,
        entries=1,
        minutes=90,
        met_before=True,
        met_after=True,
    )


def _a_recall(now):
    return propose_recall(
        a_mentor(),
        role="mentor",
        from_day=date(2026, 11, 2),
        until_day=None,
        reason="The certification had lapsed on the second of November.",
        by=a_registrar(),
        now=now,
    )
