"""Reporting a concern: open to everybody, with or without an account."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from certification.concerns.actions.concerns import report_concern
from certification.concerns.forms import ConcernForm
from training_site.content.civil import civil_date


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def concern(request):
    """Nothing of the request but what is typed is kept; the thanks page carries no number."""
    signed_in = request.user.is_authenticated
    form = ConcernForm(request.POST or None, signed_in=signed_in)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        named = signed_in and form.cleaned_data["give_name"]
        report_concern(
            text=form.cleaned_data["text"],
            reply_to=form.cleaned_data["reply_to"],
            reporter=request.user if named else None,
            today=civil_date(now),
            now=now,
        )
        return render(request, "certification/concerns/received.html")
    return render(request, "certification/concerns/concern.html", {"form": form})
