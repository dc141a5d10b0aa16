"""The minutes of a decision as a PDF, for whoever may open its dossier."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certification.decisions import actions
from certification.decisions.statement import is_outside
from certification.decisions.views.dossier import case_for
from training_site.accounts.permissions import needs
from training_site.accounts.step_up import asked_before_export
from training_site.content.typesetting import GlyphMissing
from training_site.content.views.minutes import as_pdf
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("decisions.see_queue")
@require_safe
def minutes(request, public_id):
    """The file; or the dossier, with the reason why there is none."""
    application, now = case_for(request, public_id), timezone.now()
    try:
        if is_outside(application, request.user):
            raise Refused("minutes_stay_in_the_house")
        asked = asked_before_export(request, reverse("dossier", args=[public_id]))
        return asked or as_pdf(*actions.take_minutes(application, by=request.user, now=now))
    except Refused as refused:
        messages.error(request, sentence(refused))
    except GlyphMissing as missing:
        told = _("The PDF can't print these characters: %(some)s.")
        messages.error(request, told % {"some": missing.characters})
    return redirect("dossier", public_id)
