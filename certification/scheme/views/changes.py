"""The intern: what a new version of the scheme changed for them."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certification.scheme.transition_words import change_sentence
from certification.scheme.transitions import last_move_of
from training_site.accounts.permissions import needs


@needs("certification.see_path")
@require_safe
def changes(request):
    line = last_move_of(request.user)
    context = {
        "line": line,
        "title": _("What changed for you"),
        "worse": [change_sentence(change) for change in line.worse] if line else [],
        "better": [change_sentence(change) for change in line.better] if line else [],
    }
    return render(request, "certification/scheme/changes.html", context)
