"""The sentences for the refusals of scheme actions (the engine's own are in wording.py)."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "scheme_version_fixed": _(
            "Version {number} is out of draft and stays as it is. Give the change a new number."
        ),
    }
)
