"""Searching: words come by POST, and their results have an address that does not say them."""

from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from courses.search.finding import find
from courses.search.rules.asking import LONGEST, may_search, searched_words
from training_site.accounts.permissions import needs
from training_site.content.folding import words_of
from training_site.crypto.sealed_words import opened, sealed
from training_site.wording import sentence

SEARCH = "courses.search"


@needs("courses.study")
@require_http_methods(["GET", "POST"])
def search(request):
    if request.method == "POST":
        return _asked(request)
    seal = request.GET.get("s", "")
    typed = opened(seal, SEARCH, request.user) if seal else ""
    if typed is None:
        error = _("This search can't be opened again. Type its words once more.")
        return _page(request, "", error=error)
    words = _words(typed)
    found = find(request.user, words, timezone.now()) if words else None
    return _page(request, typed, found=found)


def _asked(request):
    """On to the results; what can't be searched for stays in its field, with the reason."""
    typed = " ".join(request.POST.get("words", "").replace("\0", "").split())[:LONGEST]
    verdict = may_search(_words(typed))
    if not verdict:
        return _page(request, typed, error=sentence(verdict), status=422)
    return redirect(f"{reverse('search')}?{urlencode({'s': sealed(typed, SEARCH, request.user)})}")


def _words(typed: str) -> list[str]:
    return searched_words([word for _start, _end, word in words_of(typed)])


def _page(request, typed, *, found=None, error="", status=200):
    context = {"typed": typed, "found": found, "error": error, "longest": LONGEST}
    return render(request, "courses/search.html", context, status=status)
