"""What lessons and items lean on: outcomes, sources, terms."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from training_site.content.folding import to_index


class LearningOutcome(models.Model):
    """One observable thing a learner can do after a lesson; items are written to it."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    course_code = models.SlugField(_("course"), max_length=40)
    text = models.TextField(_("outcome"))

    class Meta:
        verbose_name = _("learning outcome")
        ordering = ["code"]

    def __str__(self):
        return f"{self.code} {self.text}"


@register_snippet
class Citation(index.Indexed, models.Model):
    """One source of the bibliography, by the key that lessons cite; what it can and can't carry."""

    class Seen(models.TextChoices):
        FULL = "full", _("read")
        PART = "part", _("read in part")
        SECOND_HAND = "second-hand", _("known second-hand")

    key = models.CharField(_("key"), max_length=20, unique=True)
    authors = models.CharField(_("authors"), max_length=300, blank=True)
    year = models.CharField(_("year"), max_length=20, blank=True)
    title = models.CharField(_("title"), max_length=300)
    container = models.CharField(_("published in"), max_length=300, blank=True)
    url = models.CharField(_("address"), max_length=300, blank=True)
    doi = models.CharField("DOI", max_length=100, blank=True)
    isbn = models.CharField("ISBN", max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=20, blank=True)
    seen = models.CharField(_("seen"), max_length=12, choices=Seen.choices, default=Seen.FULL)
    design = models.CharField(_("design"), max_length=300, blank=True)
    size = models.CharField(_("size"), max_length=300, blank=True)
    limits = models.TextField(_("limits"), blank=True)
    note = models.TextField(_("note"), blank=True)

    panels = [
        FieldPanel(name)
        for name in (
            "key authors year title container url doi isbn kind seen design size limits note".split()
        )
    ]
    search_fields = [
        index.SearchField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("key"),
    ]

    class Meta:
        verbose_name = _("citation")
        ordering = ["key"]

    def __str__(self):
        return f"{self.key} {self.title}"


@register_snippet
class GlossaryTerm(index.Indexed, models.Model):
    """One term in the words this curriculum uses it with."""

    term = models.CharField(_("term"), max_length=80)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    definition = models.TextField(_("definition"))

    panels = [FieldPanel("term"), FieldPanel("slug"), FieldPanel("definition")]
    search_fields = [
        index.SearchField("term"),
        index.SearchField("definition"),
        index.AutocompleteField("searchable_text"),
    ]

    class Meta:
        verbose_name = _("glossary term")
        ordering = ["term"]

    def __str__(self):
        return self.term

    def searchable_text(self) -> str:
        return to_index(self.term, self.definition)
