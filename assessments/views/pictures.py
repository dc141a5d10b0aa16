"""The pictures of questions: only for whoever was asked such a question, or writes them."""

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from assessments.models import AttemptItem, Picture
from training_site.accounts.permissions import may, needs

SEALED = "default-src 'none'; frame-ancestors 'none'; sandbox"
AN_HOUR = 3600  # seconds: long enough for a sitting, short enough for a shared machine


@needs("assessments.see_pictures")
@require_GET
def picture(request, digest):
    """By its digest, which nobody knows who has not seen a text that names it."""
    if not (may(request.user, "assessments.write_items") or _was_shown(request.user, digest)):
        raise Http404
    found = get_object_or_404(Picture, digest=digest)
    return HttpResponse(
        bytes(found.content),
        content_type=found.media_type,
        headers={
            "Content-Security-Policy": SEALED,
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": f"private, max-age={AN_HOUR}",
        },
    )


def _was_shown(user, digest: str) -> bool:
    """Whether a question in any of this person's attempts names the picture."""
    name = f"(picture:{digest})"
    mine = AttemptItem.objects.filter(attempt__in=user.attempts.all()).annotate(
        options=Cast("item_version__options", TextField()),
        body=Cast("item_version__body", TextField()),
    )
    named = Q(item_version__stem__contains=name) | Q(options__contains=name)
    named |= Q(body__contains=name) | Q(item_version__feedback__contains=name)
    return mine.filter(named).exists()
