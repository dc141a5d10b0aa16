"""A page's scripts as one file: small modules, one after the other, each in a block of its own.

They stay files of their own, one for each behaviour; a first visit asks once instead of eight times.
None of them imports another, and a page works without any.
"""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from training_site.content.kept import kept_response

EVERYWHERE = ("menu", "quick-leave", "error-summary", "preferences")
BUNDLES = {
    "site": EVERYWHERE,
    "glossary": (*EVERYWHERE, "glossary"),
    "lesson": (*EVERYWHERE, "lesson", "autosave", "place", "check", "keys"),
    "notes": (*EVERYWHERE, "autosave"),
    "ticks": (*EVERYWHERE, "ticks"),
    "evaluation": (*EVERYWHERE, "keeping"),
    "hours": (*EVERYWHERE, "hours-draft", "hours-check"),
    "attempt": (
        *EVERYWHERE,
        "attempt",
        "attempt-leaving",
        "attempt-overview",
        "attempt-clock",
        "attempt-order",
        "attempt-words",
    ),
}
OWN_LINE_COMMENT = re.compile(r"^\s*(?://.*|/\*.*\*/)\n", re.M)


def _written(name: str) -> str:
    return Path(finders.find(f"js/{name}.js")).read_text()


def joined(bundle: str) -> str:
    """Each module keeps its names to itself: a block of a module is a scope."""
    return "".join(
        f"{{\n{OWN_LINE_COMMENT.sub('', _written(name))}}}\n" for name in BUNDLES[bundle]
    )


@cache
def _kept(bundle: str) -> str:
    return joined(bundle)


def current(bundle: str) -> str:
    """Joined once for each process; while developing, at each request."""
    return joined(bundle) if settings.DEBUG else _kept(bundle)


def version(bundle: str) -> str:
    return sha256(current(bundle).encode()).hexdigest()[:12]


@require_safe
@gzip_page
def script(request, bundle, version):
    if bundle not in BUNDLES:
        raise Http404
    return kept_response(current(bundle), "text/javascript")
