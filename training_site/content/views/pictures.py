"""Pictures of lessons and the association's logo: renditions only, never what was uploaded."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

SERVED = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
}
A_DAY = 24 * 3600  # seconds


@require_safe
def rendition(request, name):
    """A rendition is made by our own code from a picture an editor chose; an original may hold more."""
    content_type = SERVED.get(name.rpartition(".")[2].lower())
    if content_type is None:
        raise Http404
    renditions = get_image_model().get_rendition_model()
    picture = get_object_or_404(renditions, file=f"images/{name}")
    if not picture.file.storage.exists(picture.file.name):
        raise Http404
    return FileResponse(
        picture.file.open("rb"),
        content_type=content_type,
        headers={"Cache-Control": f"private, max-age={A_DAY}"},
    )
