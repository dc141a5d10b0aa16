"""The mark at the address where browsers and feed readers look for it without being told."""

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.views.decorators.http import require_safe

A_DAY = 24 * 3600  # seconds: its address stays when the mark changes


@cache
def _mark() -> bytes:
    return Path(finders.find("icons/favicon.ico")).read_bytes()


@require_safe
def favicon(request):
    """No session is opened for it: it is asked for before anything else is known."""
    headers = {"Cache-Control": f"public, max-age={A_DAY}"}
    return HttpResponse(_mark(), content_type="image/x-icon", headers=headers)
