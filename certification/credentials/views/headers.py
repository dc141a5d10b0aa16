"""Headers of pages that speak of one person's certificate: kept nowhere, indexed by nobody."""

from functools import wraps


def unindexed(view):
    """No copy in any cache, no search engine, no word to the next site about where one came from."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return guarded
