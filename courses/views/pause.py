"""A page to rest on. Nothing about it is kept."""

from urllib.parse import urlsplit

from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

from training_site.accounts.permissions import needs


@needs("courses.study")
@require_GET
def pause(request):
    return render(request, "courses/pause.html", {"back": _came_from(request)})


def _came_from(request) -> str:
    """The page of this site that the reader left, so that the way back is one click."""
    referer = request.headers.get("referer", "")
    here = url_has_allowed_host_and_scheme(referer, {request.get_host()})
    path = urlsplit(referer).path if here else ""
    return "/learn/" if path in {"", reverse("pause")} else path
