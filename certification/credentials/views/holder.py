"""A certificate's page and documents: its holder's, and whoever holds a link that she made."""

import logging

from django.contrib import messages
from django.db import DatabaseError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certification.credentials import storage
from certification.credentials.addresses import holder_url, verify_url
from certification.credentials.documents.credential import MEDIA_TYPE
from certification.credentials.forms import ShareForm
from certification.credentials.history import knots_of
from certification.credentials.lines import places_of, waiting_for
from certification.credentials.linkedin import profile_link, profile_values
from certification.credentials.models import Certificate, ShareToken
from certification.credentials.models.certificates import FileKind
from certification.credentials.readers import readings_of
from certification.credentials.rules.lifecycle import HELD
from certification.credentials.sheet import sheet_of
from certification.credentials.telling import telling_of
from certification.credentials.views.headers import unindexed
from training_site.verdict import Refused

logger = logging.getLogger("triad.credentials")
TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JSON: MEDIA_TYPE,
    FileKind.JWT: "text/plain; charset=ascii",
}
GONE = 410


@require_safe
def certificate(request, public_id):
    """The holder sees all of it; a share link shows the certificate; to others it does not exist."""
    now = timezone.now()
    own = _own(request, public_id)
    if own and own.is_replaced and (current := Certificate.objects.current_of(own)):
        messages.info(
            request, _("That certificate gave way to another. This is the one that counts.")
        )
        return redirect("certificate", current.public_id)
    if own:
        return render(
            request, "certification/credentials/certificate.html", holder_context(own, now)
        )
    return _shared(request, public_id)


@unindexed
def _shared(request, public_id):
    now = timezone.now()
    one, token = _opened_by_link(request, public_id, now)
    if request.method == "GET":
        _count(token)
    context = _certificate_context(one, now, with_reasons=False) | {"query": f"?token={token}"}
    return render(request, "certification/credentials/shared.html", context)


def _count(token: str) -> None:
    """Its holder sees how often it was opened; a page never waits for the count."""
    try:
        with transaction.atomic():
            ShareToken.objects.count_opening(token)
    except DatabaseError as error:
        logger.warning("An opened link was not counted (%s).", type(error).__name__)


@unindexed
@require_safe
def document(request, public_id, kind):
    """One carrier, byte for byte as issued; destroyed ones answer Gone."""
    one = within_reach(request, public_id)
    file = get_object_or_404(one.files, kind=kind)
    try:
        content = storage.read(one, kind, expected=file.sha256)
    except storage.Damaged:
        raise Refused("file_damaged") from None
    if content is None:
        return render(request, "certification/credentials/gone.html", status=GONE)
    name = f"certificate-{one.display_number}.{kind}"
    disposition = f'{"attachment" if "download" in request.GET else "inline"}; filename="{name}"'
    return HttpResponse(
        content, content_type=TYPES[kind], headers={"Content-Disposition": disposition}
    )


def within_reach(request, public_id) -> Certificate:
    """The holder's own, or the one that a link opens; to others there is none."""
    return _own(request, public_id) or _opened_by_link(request, public_id, timezone.now())[0]


def _own(request, public_id) -> Certificate | None:
    if not request.user.is_authenticated:
        return None
    mine = Certificate.objects.of(request.user)
    return with_origin(mine).filter(public_id=public_id).first()


def _opened_by_link(request, public_id, now) -> tuple[Certificate, str]:
    """A wrong, ended or missing token answers as if there were no such certificate; so does any
    token for a certificate that was replaced, as it may carry a former name."""
    token = request.GET.get("token", "")
    if not token or not ShareToken.objects.opening(public_id, token, now):
        raise Http404
    one = with_origin(Certificate.objects.current()).filter(public_id=public_id).first()
    if one is None:
        raise Http404
    return one, token


def with_origin(certificates):
    return certificates.select_related(
        "decision__application", "recorded", "first__decision__application", "first__recorded"
    )


def _certificate_context(one: Certificate, now, *, with_reasons: bool) -> dict:
    return {
        "certificate": one,
        "sheet": sheet_of(one),
        "telling": telling_of(one, now),
        "knots": knots_of(one, now, with_reasons=with_reasons),
        "verify_url": verify_url(one.number),
    }


def holder_context(one: Certificate, now) -> dict:
    address = holder_url(one)
    links = [(link, f"{address}?token={link.token}") for link in one.shares.open(now)]
    return _certificate_context(one, now, with_reasons=True) | {
        "is_holder": True,
        "share_form": ShareForm(initial={"days": 30}),
        "may_share": one.standing in HELD,
        "waiting": waiting_for(one),
        "earlier": places_of(one)[1:],
        "kinds": FileKind.choices,
        "links": links,
        "readings": readings_of(one),
        "linkedin_url": profile_link(one.frozen),
        "linkedin_values": profile_values(one.frozen),
    }
