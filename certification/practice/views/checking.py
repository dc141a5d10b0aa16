"""What saving would say, while an hour is still being typed. Nothing is written."""

from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from certification.practice.cautions import cautions_about
from certification.practice.claims import checked_columns
from certification.practice.hours_form import HoursForm
from certification.practice.models import HoursEntry
from training_site.accounts.permissions import needs
from training_site.crypto.public_id import public_id_in
from training_site.wording import sentence


@needs("practice.keep_record")
@require_POST
def check(request):
    """For each field that was filled in, what is wrong with it; and what to know besides.

    `checked_columns` decides here as it does when saving. What is still empty is not held against
    anybody. `entry`: the one that is being changed or corrected.
    """
    instead_of = _instead_of(request)
    form = HoursForm(request.POST, intern=request.user)
    columns = form.carry_out(
        lambda: checked_columns(request.user, form.claim, now=timezone.now(), instead_of=instead_of)
    )
    fields = {
        name: [str(error) for error in errors]
        for name, errors in form.errors.items()
        if request.POST.get(name) or not _merely_empty(form, name)
    }
    cautions = [sentence(one) for one in cautions_about(columns)] if columns else []
    return JsonResponse({"fields": fields, "cautions": cautions, "complete": columns is not None})


def _merely_empty(form: HoursForm, name: str) -> bool:
    return form.has_error(name, "required")


def _instead_of(request) -> list[HoursEntry]:
    """Of one's own record only; anything else is as good as nothing."""
    told = public_id_in(request.POST.get("entry"))
    mine = HoursEntry.objects.of(request.user).select_related("corrects")
    entry = mine.filter(public_id=told).first() if told else None
    return [one for one in (entry, entry and entry.corrects) if one]
