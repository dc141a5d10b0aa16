"""The house page, the front page and plain information pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page


class BasePage(Page):
    """Every page type extends this. Tab titles stay neutral: a page says what its tab shows."""

    class Meta:
        abstract = True

    @property
    def tab_title(self) -> str:
        return self.title


class HomePage(BasePage):
    """The front page: one, at the root of the site."""

    lede = models.TextField(_("opening"), blank=True)
    body = RichTextField(_("text"), blank=True)
    complete_before_opening = models.BooleanField(
        _("to be completed before opening"), default=False
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("lede"),
        FieldPanel("body"),
        FieldPanel("complete_before_opening"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    template = "content/home_page.html"


class InformationPage(BasePage):
    """Privacy, terms, accessibility and the like: delivered as drafts, completed by the association."""

    lede = models.TextField(_("opening"), blank=True)
    body = RichTextField(_("text"), blank=True)
    complete_before_opening = models.BooleanField(
        _("to be completed before opening"), default=False
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("lede"),
        FieldPanel("body"),
        FieldPanel("complete_before_opening"),
    ]
    parent_page_types = ["content.HomePage"]
    subpage_types = []
    template = "content/information_page.html"
