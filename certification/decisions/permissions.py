"""Who may do what with applications. Which dossiers they reach, the queries say."""

from certification.decisions.people import CASE_DECIDERS, is_limited
from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

CASE_WORK = (Role.REGISTRAR, Role.REVIEWER, Role.DECISION_MAKER)


def of_the_house(user, obj):
    """Reviewers and decision-makers, but for those who are here for one case."""
    return user.has_role(*CASE_DECIDERS) and not is_limited(user)


of_the_house.__name__ = "Reviewer or Decision-maker of the house"
of_the_house.roles = frozenset(CASE_DECIDERS)

register(
    {
        "decisions.apply": [holds_role(Role.TRAINEE, Role.INTERN, Role.CERTIFICANT)],
        "decisions.see_queue": [holds_role(*CASE_WORK)],
        "decisions.check": [holds_role(Role.REGISTRAR)],
        "decisions.assign": [holds_role(Role.REGISTRAR)],
        "decisions.invite": [holds_role(Role.REGISTRAR)],
        "decisions.keep_register": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
        "decisions.declare_interest": [of_the_house],
        "decisions.review": [holds_role(Role.REVIEWER)],
        "decisions.decide": [holds_role(Role.DECISION_MAKER)],
        "decisions.close_condition": [holds_role(Role.REGISTRAR, Role.DECISION_MAKER)],
    }
)
