"""Who may sign policies: everybody with an account."""

from training_site.accounts.permissions import anyone_signed_in, register

register({"content.attest": [anyone_signed_in]})
