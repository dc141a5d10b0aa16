"""The chapter of appeals: a condition of a grant, a refusal, and the appeal against it."""

from tests.factories.appeals import an_appeal
from tests.factories.certification import a_policy
from tests.factories.decisions import a_decision, a_recommended_application
from training_site.accounts.roles import Role
from training_site.content.actions import attest


def they_appeal(story, earlier) -> None:
    """A mentor who applied once and was refused: nobody else of the cast has an appeal."""
    story.condition = story.decision.conditions.get()
    applicant = story.cast[Role.MENTOR]
    attest(applicant, a_policy("code-of-ethics"), typed_name=applicant.name, now=earlier)
    story.refusal = a_decision(a_recommended_application(applicant), outcome="refuse")
    story.appeal = an_appeal(story.refusal)
