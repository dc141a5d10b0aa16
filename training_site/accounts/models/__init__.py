from training_site.accounts.models.invitation import Invitation
from training_site.accounts.models.notice import Notice
from training_site.accounts.models.user import IdentityCheck, RoleGrant, User

__all__ = ["IdentityCheck", "Invitation", "Notice", "RoleGrant", "User"]
