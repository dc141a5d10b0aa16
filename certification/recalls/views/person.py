"""One's own page: what happened, what it means, and the way on."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from certification.recalls.models import RecallItem
from certification.recalls.telling import (
    TONES,
    entries_of,
    evaluations_of,
    missing_of,
    months_of,
    others_could_sign,
)
from training_site.accounts.permissions import needs


@needs("recalls.see_own")
@require_safe
def recall(request, public_id):
    mine = RecallItem.objects.of(request.user).with_case()
    one = get_object_or_404(mine, public_id=public_id)
    entries = entries_of(one)
    context = {
        "item": one,
        "recall": one.recall,
        "missing": missing_of(one),
        "months": months_of(entries),
        "evaluations": evaluations_of(one),
        "correctable": others_could_sign(entries, one),
        "tone": TONES[one.outcome],
    }
    return render(request, "certification/recalls/recall.html", context)
