"""Minutes as an answer to a browser."""

from django.http import HttpResponse


def as_pdf(name: str, content: bytes) -> HttpResponse:
    """Nobody keeps a copy on the way."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
