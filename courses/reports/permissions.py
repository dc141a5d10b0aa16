"""Who sees reports. Of which programmes, the page tree says (courses/authoring/scope.py)."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

register({"courses.see_reports": [holds_role(Role.INSTRUCTOR, Role.ADMINISTRATOR)]})
