"""Headers of pages that speak of one person's certificate: kept nowhere, indexed by nobody."""

from functools import wraps

from django.core.handlers.exception import response_for_exception
from django.http import Http404


def unindexed(view):
    """No copy in any cache, no search engine, no word to the next site about where one came from.
    That there is nothing is such an answer too: caches may keep a 404 that says nothing of it."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
        except Http404 as nothing:
            response = response_for_exception(request, nothing)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return guarded
