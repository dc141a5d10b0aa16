"""A certificate's page and documents: its holder's, and whoever holds a link that she made."""

import base64

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from certification.credentials import actions, storage
from certification.credentials.addresses import holder_path, holder_url, verify_url
from certification.credentials.documents.credential import MEDIA_TYPE
from certification.credentials.documents.qr import qr_svg
from certification.credentials.forms import ShareForm
from certification.credentials.history import knots_of
from certification.credentials.linkedin import profile_link, profile_values
from certification.credentials.models import Certificate, ShareToken
from certification.credentials.models.certificates import FileKind
from certification.credentials.rules.lifecycle import HELD
from certification.credentials.telling import telling_of
from certification.credentials.views.headers import unindexed
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence

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
    if own:
        return render(
            request, "certification/credentials/certificate.html", _holder_context(own, now)
        )
    return _shared(request, public_id)


@unindexed
def _shared(request, public_id):
    now = timezone.now()
    one, token = _opened_by_link(request, public_id, now)
    context = _certificate_context(one, now, with_reasons=False) | {"query": f"?token={token}"}
    return render(request, "certification/credentials/shared.html", context)


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


@needs("credentials.hold")
@require_POST
def share(request, public_id):
    one = get_object_or_404(_with_origin(Certificate.objects.of(request.user)), public_id=public_id)
    form, now = ShareForm(request.POST), timezone.now()
    if form.is_valid():
        try:
            actions.share(one, **form.cleaned_data, by=request.user, now=now)
        except Refused as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(request, _("The link is made. Copy it below."))
            return redirect(f"{holder_path(one)}#share")
    context = _holder_context(one, now) | {"share_form": form}
    return render(request, "certification/credentials/certificate.html", context)


@needs("credentials.hold")
@require_POST
def revoke_share(request, public_id, link_id):
    one = get_object_or_404(Certificate.objects.of(request.user), public_id=public_id)
    link = get_object_or_404(one.shares.select_related("certificate"), public_id=link_id)
    actions.revoke_share(link, by=request.user, now=timezone.now())
    messages.success(request, _("The link no longer opens anything."))
    return redirect(f"{holder_path(one)}#share")


def within_reach(request, public_id) -> Certificate:
    """The holder's own, or the one that a link opens; to others there is none."""
    return _own(request, public_id) or _opened_by_link(request, public_id, timezone.now())[0]


def _own(request, public_id) -> Certificate | None:
    if not request.user.is_authenticated:
        return None
    mine = Certificate.objects.of(request.user)
    return _with_origin(mine).filter(public_id=public_id).first()


def _opened_by_link(request, public_id, now) -> tuple[Certificate, str]:
    """A wrong, ended or missing token answers as if there were no such certificate."""
    token = request.GET.get("token", "")
    one = _with_origin(Certificate.objects.issued()).filter(public_id=public_id).first()
    if one is None or not token or not ShareToken.objects.opening(one, token, now):
        raise Http404
    return one, token


def _with_origin(certificates):
    return certificates.select_related("decision__application", "recorded")


def _certificate_context(one: Certificate, now, *, with_reasons: bool) -> dict:
    snapshot = one.frozen
    qr = base64.b64encode(qr_svg(verify_url(one.number)).encode()).decode()
    return {
        "certificate": one,
        "snapshot": snapshot,
        "telling": telling_of(one, now),
        "knots": knots_of(one, one.events.order_by("at", "pk"), now, with_reasons=with_reasons),
        "qr": f"data:image/svg+xml;base64,{qr}",
        "verify_url": verify_url(one.number),
    }


def _holder_context(one: Certificate, now) -> dict:
    address = holder_url(one)
    links = [(link, f"{address}?token={link.token}") for link in one.shares.open(now)]
    return _certificate_context(one, now, with_reasons=True) | {
        "is_holder": True,
        "share_form": ShareForm(initial={"days": 30}),
        "may_share": one.standing in HELD,
        "links": links,
        "linkedin_url": profile_link(one.frozen),
        "linkedin_values": profile_values(one.frozen),
    }
