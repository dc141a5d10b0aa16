"""News upward: sent inside the transaction of the fact; receivers in higher layers do one thing."""

from django.dispatch import Signal

policy_attested = Signal()  # attestation, now
