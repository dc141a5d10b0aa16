"""Other programmes are not there: one answer for every page of Wagtail's admin that names a page.

Wagtail asks for permission in most of its views. A few only print the title on the way to a refusal
(moving, privacy, the chooser's trail), and some reports list every page of the site; so the
question is asked once, before any of them.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.deprecation import MiddlewareMixin
from wagtail.models import Page

from courses.authoring.scope import ProgrammeScope

NAMES_A_PAGE = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
CHOOSER = "wagtailsnippetchoosers_"
NAMESPACES = ("wagtailadmin_pages", "wagtailadmin_api")
# Reports over all pages, which Wagtail does not narrow to what one may see.
OVER_ALL = (
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_reports:page_types_usage_results",
)


class OtherProgrammesAreNotThere(MiddlewareMixin):
    """A page of a programme that somebody doesn't write in answers like a page that isn't there."""

    def process_view(self, request, view, args, kwargs):
        if not request.path.startswith("/admin/") or not request.user.is_authenticated:
            return
        match = request.resolver_match
        if not _may_choose(request.user, match.namespaces):
            raise PermissionDenied
        named = _pages_named(match, kwargs)
        if not named and match.view_name not in OVER_ALL:
            return
        scope = ProgrammeScope(request.user)
        if match.view_name in OVER_ALL and not scope.is_everything:
            raise PermissionDenied
        pages = Page.objects.filter(pk__in=named)
        if scope.pages(pages).count() < pages.count():
            raise Http404


def _may_choose(user, namespaces) -> bool:
    """Wagtail's choosers of snippets ask for no permission; ours open to who works with the model."""
    chooser = namespaces[0] if namespaces else ""
    if not chooser.startswith(CHOOSER):
        return True
    app, model = chooser.removeprefix(CHOOSER).split("_", 1)
    return any(user.has_perm(f"{app}.{verb}_{model}") for verb in ("add", "change", "view"))


def _pages_named(match, kwargs) -> set[int]:
    names = list(NAMES_A_PAGE)
    if match.namespaces and match.namespaces[0] in NAMESPACES:
        names += ["pk"] if match.namespaces[-1] == "pages" else []
    return {kwargs[name] for name in names if isinstance(kwargs.get(name), int)}
