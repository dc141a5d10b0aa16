"""The chapter of appeals: a condition of a grant, a refusal and the appeal against it, and what else
can be appealed."""

from tests.factories.appeals import a_finding, a_refused_renewal, an_appeal
from tests.factories.certification import a_policy
from tests.factories.decisions import a_decision, a_quick_certificate, a_recommended_application
from training_site.accounts.actions.roles import take_role
from training_site.accounts.roles import Role
from training_site.content.actions import attest


def they_appeal(story, earlier) -> None:
    """A mentor who applied once and was refused: nobody else of the cast has an appeal."""
    story.condition = story.decision.conditions.get()
    applicant = story.cast[Role.MENTOR]
    attest(applicant, a_policy("code-of-ethics"), typed_name=applicant.name, now=earlier)
    story.refusal = a_decision(a_recommended_application(applicant), outcome="refuse")
    story.appeal = an_appeal(story.refusal)
    story.refused_renewal = a_refused_renewal(a_quick_certificate(applicant))
    story.finding = a_finding(applicant)
    # The certificate brought a role that the mentor of this cast does not have elsewhere.
    take_role(applicant, Role.CERTIFICANT, by=None, now=earlier)
