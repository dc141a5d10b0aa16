"""Links to a certificate: made, ended one by one, ended all at once. The holder's alone."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from certification.credentials import actions
from certification.credentials.addresses import holder_path
from certification.credentials.forms import ShareForm
from certification.credentials.models import Certificate
from certification.credentials.views.holder import holder_context, with_origin
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("credentials.hold")
@require_POST
def share(request, public_id):
    one = get_object_or_404(with_origin(Certificate.objects.of(request.user)), public_id=public_id)
    form, now = ShareForm(request.POST), timezone.now()
    if form.is_valid():
        try:
            actions.share(one, **form.cleaned_data, by=request.user, now=now)
        except Refused as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(request, _("The link is made. Copy it below."))
            return redirect(f"{holder_path(one)}#share")
    context = holder_context(one, now) | {"share_form": form}
    return render(request, "certification/credentials/certificate.html", context)


@needs("credentials.hold")
@require_POST
def revoke_share(request, public_id, link_id):
    one = get_object_or_404(Certificate.objects.of(request.user), public_id=public_id)
    link = get_object_or_404(one.shares.select_related("certificate"), public_id=link_id)
    actions.revoke_share(link, by=request.user, now=timezone.now())
    messages.success(request, _("The link no longer opens anything."))
    return redirect(f"{holder_path(one)}#share")


@needs("credentials.hold")
@require_POST
def revoke_all_shares(request, public_id):
    one = get_object_or_404(Certificate.objects.of(request.user), public_id=public_id)
    ended = actions.revoke_all_shares(one, by=request.user, now=timezone.now())
    said = ngettext(
        "One link ended; it no longer opens anything.",
        "%(count)d links ended; none of them opens anything.",
        ended,
    )
    messages.success(request, said % {"count": ended} if ended else _("No link was open."))
    return redirect(f"{holder_path(one)}#share")
