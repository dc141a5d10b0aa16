"""The lesson as instructors write it. What a learner studied is its LessonVersion."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from courses.blocks import LessonBlocks, shortened
from courses.models.pages import BEFORE_PUBLISHING, NEUTRAL_ADDRESS, PeerReviewed
from courses.shortcodes import cited_keys, named_terms
from training_site.content.areas import ContentArea
from training_site.content.models import BasePage, Citation, GlossaryTerm, LearningOutcome


class ShortSelect(forms.Select):
    """Outcomes are sentences; the list shows how each begins."""

    def create_option(self, name, value, label, *args, **kwargs):
        return super().create_option(name, value, shortened(str(label)), *args, **kwargs)


class LessonPage(PeerReviewed, BasePage):
    """One outcome, taught in twenty minutes or so. Nothing about a learner is stored here.

    `lesson_uuid` names the lesson through all its versions; a copy is another lesson.
    """

    lesson_uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=10, help_text=_("As learners know it: 2.1"))
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), help_text=_("Honest reading and exercise time. It counts as training hours.")
    )
    content_area = models.CharField(_("content area"), max_length=30, choices=ContentArea.choices)
    outcome = models.ForeignKey(
        LearningOutcome, verbose_name=_("outcome"), on_delete=models.PROTECT, related_name="+"
    )
    summary = models.TextField(_("summary"), help_text=_("Three to five sentences, for a card."))
    content_note = models.TextField(
        _("content note"), blank=True, help_text=_("One factual line: what is there, and where.")
    )
    alternative = models.TextField(_("alternative"), blank=True)
    for_clinical_review = models.TextField(
        _("written for clinical review"),
        blank=True,
        help_text=_("What was not seen, or needs a clinician's reading. Shown to learners."),
    )
    body = StreamField(LessonBlocks(), verbose_name=_("lesson"))

    content_panels = [
        FieldPanel("title"),
        MultiFieldPanel(
            [
                *(FieldPanel(name) for name in ("number", "minutes", "content_area")),
                FieldPanel("outcome", widget=ShortSelect),
            ],
            _("What it teaches"),
        ),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("content_note"), FieldPanel("alternative")], _("Care")),
        FieldPanel("body"),
        FieldPanel("for_clinical_review"),
        BEFORE_PUBLISHING,
    ]
    promote_panels = NEUTRAL_ADDRESS
    exclude_fields_in_copy = ["lesson_uuid"]
    parent_page_types = ["courses.ModulePage"]
    subpage_types = []
    template = "courses/lesson_page.html"
    search_fields = [*BasePage.search_fields, index.SearchField("summary")]

    class Meta:
        verbose_name = _("lesson")

    @property
    def tab_title(self) -> str:
        return _now("Lesson %(number)s") % {"number": self.number}

    @property
    def course_path(self) -> str:
        return self.path[: -2 * self.steplen]

    def clean(self):
        super().clean()
        if bool(self.content_note) != bool(self.alternative):
            raise ValidationError(
                {
                    "alternative": _(
                        "A content note needs a real alternative, and the other way round."
                    )
                }
            )
        unknown = self.unknown_references()
        if unknown:
            raise ValidationError(
                {"body": _("Not in the bibliography or the glossary: %s") % ", ".join(unknown)}
            )

    def unknown_references(self) -> list[str]:
        """The keys and terms that the text names and nothing answers to."""
        raw = self.body.get_prep_value()
        keys, slugs = set(cited_keys(raw)), set(named_terms(raw))
        keys -= set(Citation.objects.filter(key__in=keys).values_list("key", flat=True))
        slugs -= set(GlossaryTerm.objects.filter(slug__in=slugs).values_list("slug", flat=True))
        return sorted(keys) + sorted(slugs)

    def serve(self, request, *args, **kwargs):
        from courses.doors import serve_lesson

        return serve_lesson(self, request)

    @property
    def preview_modes(self):
        from courses.authoring.previews import LESSON_MODES

        return LESSON_MODES

    def serve_preview(self, request, mode_name):
        from courses.authoring.previews import TEXT, preview_lesson

        if mode_name == TEXT:
            return super().serve_preview(request, mode_name)
        return preview_lesson(self, request, mode_name)

    def get_context(self, request, *args, **kwargs):
        from courses.reading import reading_of_page

        context = super().get_context(request, *args, **kwargs)
        return context | {"reading": reading_of_page(self)}
