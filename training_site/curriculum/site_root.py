"""The front page as the root of the site, in the place of Wagtail's welcome page."""

from typing import Any

from wagtail.models import Page, Site

from training_site.content.models import HomePage
from training_site.curriculum.placing import place
from training_site.curriculum.report import Report


def ensure_site_root(
    path: str, source_hash: str, fields: dict[str, Any], report: Report
) -> HomePage:
    """Exactly one HomePage, and the default site points at it."""
    top = Page.get_first_root_node()
    home = place(top, HomePage, path, source_hash, fields, report) or HomePage.objects.first()
    site = Site.objects.filter(is_default_site=True).first() or Site(
        hostname="localhost", is_default_site=True
    )
    if site.root_page_id != home.pk:
        site.root_page, site.site_name = home, "Triad"
        site.save()
        _remove_welcome(top)
    return home


def _remove_welcome(top: Page) -> None:
    """Wagtail's own first page says nothing here and would only keep the address."""
    for page in top.get_children().filter(numchild=0):
        if page.specific_class is Page:
            page.delete()
