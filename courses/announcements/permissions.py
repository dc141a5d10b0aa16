"""Reading what is told; writing is teaching (courses/live/permissions.py)."""

from training_site.accounts.permissions import anyone_signed_in, register

# Which ones: those of the programmes one is enrolled in.
register({"courses.read_announcements": [anyone_signed_in]})
