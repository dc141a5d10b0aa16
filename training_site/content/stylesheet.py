"""A stylesheet as one file: `css/site.css` with each import put where it stands.

Without this a first visit asks for some forty small files before it can paint: 620 ms against
240 at 50 ms of latency (two gunicorn workers, November 2026). Nothing is compiled: each file stays
as it was written, inside its layer; only comments and indentation stay behind. `study` is what
lessons need of it, so that the first of them comes quickly.
"""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404
from django.templatetags.static import static
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from training_site.content.kept import kept_response

SHEETS = ("site", "study", "pictures")
IMPORT = re.compile(r'@import url\("(?P<file>[^"]+)"\) layer\((?P<layer>\w+)\);')
BESIDE = re.compile(r'url\("\.\./(?P<file>[^"]+)"\)')
COMMENT = re.compile(r"/\*.*?\*/", re.S)
AROUND = re.compile(r" ?([{};,]) ?")


def _written(file: str) -> str:
    return Path(finders.find(f"css/{file}")).read_text()


def joined(sheet: str = "site") -> str:
    whole = IMPORT.sub(
        lambda found: f"@layer {found['layer']} {{\n{_written(found['file'])}}}",
        _written(f"{sheet}.css"),
    )
    placed = BESIDE.sub(lambda found: f'url("{static(found["file"])}")', whole)
    return AROUND.sub(r"\1", " ".join(COMMENT.sub(" ", placed).split()))


@cache
def _kept(sheet: str) -> str:
    return joined(sheet)


def current(sheet: str = "site") -> str:
    """Joined once for each process; while developing, at each request."""
    return joined(sheet) if settings.DEBUG else _kept(sheet)


def version(sheet: str = "site") -> str:
    return sha256(current(sheet).encode()).hexdigest()[:12]


@require_safe
@gzip_page
def stylesheet(request, sheet, version):
    if sheet not in SHEETS:
        raise Http404
    return kept_response(current(sheet), "text/css")
