"""News upward: sent inside the transaction of the fact; receivers in higher layers do one thing."""

from django.dispatch import Signal

attempt_marked = Signal()  # attempt, now
