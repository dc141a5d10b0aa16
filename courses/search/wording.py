"""The sentence for what can't be searched for."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register({"search_too_short": _("Type a word of at least {letters} letters.")})
