"""Who adds files. Which programmes' files, the queries say (courses/teaching.py)."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

register({"courses.keep_files": [holds_role(Role.INSTRUCTOR)]})
