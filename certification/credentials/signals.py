"""News upward: sent inside the transaction of the fact; receivers in higher layers do one thing."""

from django.dispatch import Signal

certificate_replaced = Signal()  # predecessor, successor, now
