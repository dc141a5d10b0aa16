"""Our own screens in the Wagtail admin: one way to render them, with Wagtail's header and breadcrumbs."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _


def staff_page(request, template: str, *, title: str, icon: str, crumbs=(), status=200, **context):
    """Render a staff screen. `crumbs` are (label, address) pairs between home and this page."""
    items = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    items += [{"url": url, "label": label} for label, url in crumbs]
    items.append({"url": "", "label": title})
    page = {"header_title": title, "breadcrumbs_items": items, "header_icon": icon}
    return render(request, template, {**page, **context}, status=status)
