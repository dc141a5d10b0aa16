"""Answers that a browser may keep for good, because their address changes with their content."""

from django.http import HttpResponse

A_YEAR = 365 * 24 * 3600  # seconds


def kept_response(content: str | bytes, kind: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=f"{kind}; charset=utf-8",
        headers={"Cache-Control": f"public, max-age={A_YEAR}, immutable"},
    )
