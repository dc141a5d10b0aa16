"""Help, one page a role; your own roles first."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from training_site.dashboard.help import PAGES


@require_safe
def index(request):
    mine = request.user.roles if request.user.is_authenticated else frozenset()
    pages = [
        (slug, title, line, bool(roles & mine)) for slug, (title, line, roles) in PAGES.items()
    ]
    pages.sort(key=lambda page: not page[3])
    return render(request, "dashboard/help/index.html", {"pages": pages})


@require_safe
def page(request, slug):
    if slug not in PAGES:
        raise Http404
    title, line, _roles = PAGES[slug]
    return render(request, f"dashboard/help/{slug}.html", {"title": title, "line": line})
