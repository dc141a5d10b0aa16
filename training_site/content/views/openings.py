"""Who opened what is kept about oneself: everything that others looked at, on one page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from training_site.accounts.permissions import needs
from training_site.content.readers import openings_about


@needs("content.see_openings")
@require_safe
def openings(request):
    return render(request, "content/openings.html", {"readings": openings_about(request.user)})
