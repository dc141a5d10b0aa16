"""The registry is the holder's to choose; verifying needs no account."""

from training_site.accounts.permissions import anyone_signed_in, register

register({"registry.choose": [anyone_signed_in]})
