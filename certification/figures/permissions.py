"""Who reads the figures: those who run the house, never whoever is here for one case."""

from certification.decisions.models import OutsideInvitation
from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role


def decides_in_the_house(user, obj):
    """Decision-makers, but for those who are here for one case."""
    limits = OutsideInvitation.objects.limits
    return user.has_role(Role.DECISION_MAKER) and not limits(user, Role.DECISION_MAKER)


decides_in_the_house.__name__ = "Decision-maker of the house"
decides_in_the_house.roles = frozenset({Role.DECISION_MAKER})

register({"figures.see": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR), decides_in_the_house]})
