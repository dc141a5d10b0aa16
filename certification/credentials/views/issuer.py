"""What others' software asks of the issuer: its keys, and which credentials still count."""

import json

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.credentials import issuer_keys, status_exports, status_lists
from certification.credentials.addresses import host
from certification.credentials.documents import issuer
from certification.credentials.documents.credential import MEDIA_TYPE
from training_site.accounts.throttle import client_address, within_limit

EXPORTS, SECONDS = 10, 60


@require_safe
def did(request):
    keys = issuer_keys.published()
    rsa = {kid: key for kid, key in keys.items() if kid.startswith(f"{issuer_keys.TOKEN}-")}
    ed25519 = {kid: key for kid, key in keys.items() if kid not in rsa}
    document = issuer.did_document(host(), ed25519, rsa)
    return _open(HttpResponse(json.dumps(document), content_type="application/did+json"))


@require_safe
def key(request, kid):
    """One published key as one JWK."""
    keys = issuer_keys.published()
    if kid not in keys:
        raise Http404
    return _open(JsonResponse(issuer.jwk(kid, keys[kid])))


@require_safe
def status_list(request, number):
    """Asked again each time: a copy kept on the way could hide a withdrawal."""
    if not status_lists.exists(number):
        raise Http404
    document = status_lists.signed_list(number, timezone.now())
    response = HttpResponse(document, content_type=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-cache"
    return _open(response)


@require_safe
def status_export(request):
    """Every state of today in one signed file, for the day on which this site is gone."""
    address = client_address(request)
    if not within_limit("export", address, limit=EXPORTS, seconds=SECONDS, fail_open=True):
        return render(request, "429.html", status=429)
    document = status_exports.signed_export(timezone.now())
    response = HttpResponse(document, content_type="application/jose")
    response.headers["Cache-Control"] = "no-store"
    return _open(response)


def _open(response: HttpResponse) -> HttpResponse:
    """Readable by a verifier that runs in somebody's browser: there is nothing private in it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
