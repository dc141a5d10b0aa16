"""What holds for each request: second factor, nothing stored, refusals explained."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.deprecation import MiddlewareMixin

from training_site.accounts.second_factor import lead_to_second_factor, second_factor_missing
from training_site.verdict import Refused
from training_site.wording import sentence

STAFF_PREFIXES = ("/admin/", "/supervision/")
ADMIN_CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


class StaffNeedSecondFactor(MiddlewareMixin):
    """No staff or supervisor page before the second factor, Wagtail's own pages included."""

    def process_request(self, request):
        if request.path.startswith(STAFF_PREFIXES) and second_factor_missing(request):
            return lead_to_second_factor(request)
        if request.path.startswith("/admin/") and _has_no_business_there(request.user):
            raise PermissionDenied
        return None

    def process_response(self, request, response):
        if request.path.startswith("/admin/"):
            response.headers.setdefault("Content-Security-Policy", ADMIN_CSP)
        return response


def _has_no_business_there(user) -> bool:
    """Wagtail would lead them to sign in, which they are: round and round."""
    return user.is_authenticated and not user.has_perm("wagtailadmin.access_admin")


class PrivatePagesAreNotStored(MiddlewareMixin):
    """Pages of signed-in people stay out of every cache, the browser's back button included."""

    def process_response(self, request, response):
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
            response.headers["Cache-Control"] = "no-store, private"
        return response


class RefusalsAreExplained(MiddlewareMixin):
    """A rule's refusal that no form caught becomes a page that says what happened: 409."""

    def process_exception(self, request, exception):
        if not isinstance(exception, Refused):
            return None
        return render(request, "refused.html", {"explanation": sentence(exception)}, status=409)
