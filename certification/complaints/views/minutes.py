"""The minutes of a committee as a PDF: on the officer's desk, and for who sits on it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certification.complaints import actions
from certification.complaints.models import Complaint
from certification.complaints.views.committee import accepted_seat
from certification.complaints.views.desk import complaint_for
from training_site.accounts.permissions import needs
from training_site.accounts.step_up import asked_before_export
from training_site.content.typesetting import GlyphMissing
from training_site.content.views.minutes import as_pdf
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("complaints.handle")
@require_safe
def of_officer(request, public_id):
    return _answer(request, complaint_for(request, public_id), "complaint_desk")


@needs("complaints.sit")
@require_safe
def of_member(request, public_id):
    return _answer(request, accepted_seat(request, public_id).complaint, "committee")


def _answer(request, complaint: Complaint, back: str):
    """The file; or the page it belongs to, with the reason why there is none yet."""
    try:
        asked = asked_before_export(request, reverse(back, args=[complaint.public_id]))
        return asked or as_pdf(
            *actions.take_minutes(complaint, by=request.user, now=timezone.now())
        )
    except Refused as refused:
        messages.error(request, sentence(refused))
    except GlyphMissing as missing:
        told = _("The PDF can't print these characters: %(some)s.")
        messages.error(request, told % {"some": missing.characters})
    return redirect(back, complaint.public_id)
