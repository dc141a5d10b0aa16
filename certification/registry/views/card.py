"""The share card: drawn on asking, by today's choice about the name, and stored nowhere."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.credentials.documents.card import card_png
from certification.credentials.telling import telling_of
from certification.credentials.views.headers import unindexed
from certification.credentials.views.holder import within_reach
from certification.registry.answering import shown_name
from training_site.accounts.throttle import client_address, within_limit
from training_site.verdict import Refused

LIMIT, SECONDS = 30, 60


@unindexed
@require_safe
def card(request, public_id):
    """For the holder or a share link. A certificate that does not count is no picture to show."""
    certificate = within_reach(request, public_id)
    if not within_limit(
        "card", client_address(request), limit=LIMIT, seconds=SECONDS, fail_open=True
    ):
        return render(request, "429.html", status=429)
    if not telling_of(certificate, timezone.now()).is_certified:
        raise Refused("card_not_certified")
    picture = card_png(certificate.frozen, name=shown_name(certificate))
    disposition = "attachment" if "download" in request.GET else "inline"
    name = f'{disposition}; filename="certificate-card.png"'
    return HttpResponse(picture, content_type="image/png", headers={"Content-Disposition": name})
