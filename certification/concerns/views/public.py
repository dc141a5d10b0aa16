"""Reporting a concern: open to everybody, with or without an account."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from certification.concerns.actions.concerns import report_concern
from certification.concerns.forms import ConcernForm
from training_site.accounts.throttle import within_limit
from training_site.content.civil import civil_date
from training_site.wording import sentence


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def concern(request):
    """Nothing of the request but what is typed is kept; the thanks page carries no number.

    The limit counts everybody together: counting by address would keep addresses.
    """
    signed_in = request.user.is_authenticated
    form = ConcernForm(request.POST or None, signed_in=signed_in)
    if request.method == "POST" and form.is_valid():
        if within_limit("concern", "everybody", limit=60, seconds=3600, fail_open=True):
            _receive(request, form.cleaned_data)
            return render(request, "certification/concerns/received.html")
        form.add_error(None, sentence("too_many_tries"))
    return render(request, "certification/concerns/concern.html", {"form": form})


def _receive(request, said) -> None:
    now = timezone.now()
    report_concern(
        text=said["text"],
        reply_to=said["reply_to"],
        reporter=request.user if said.get("give_name") else None,
        today=civil_date(now),
        now=now,
    )
