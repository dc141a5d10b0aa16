"""Programme > Course > Module: the branches of the curriculum. Addresses and tab titles stay neutral."""

from django.db import models
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from training_site.content.models import BasePage

NEUTRAL_ADDRESS = [
    FieldPanel("slug", help_text=_("Stays in the browser's history: keep it neutral."))
]


class ProgrammePage(BasePage):
    """A whole way of training: what one enrols in."""

    code = models.SlugField(_("code"), max_length=40)
    summary = models.TextField(_("summary"))

    content_panels = [FieldPanel("title"), FieldPanel("summary"), FieldPanel("code")]
    promote_panels = NEUTRAL_ADDRESS
    parent_page_types = ["content.HomePage"]
    subpage_types = ["courses.CoursePage"]
    template = "courses/programme_page.html"

    class Meta:
        verbose_name = _("programme")

    @property
    def tab_title(self) -> str:
        return _now("Curriculum")

    def get_context(self, request, *args, **kwargs):
        courses = CoursePage.objects.live().child_of(self).filter(public=True)
        return super().get_context(request, *args, **kwargs) | {"courses": courses}


class CoursePage(BasePage):
    """One subject with its lessons and, mostly, an assessment at the end."""

    code = models.SlugField(
        _("code"), max_length=40, help_text=_("Certification knows it by this.")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    summary = models.TextField(_("summary"))
    public = models.BooleanField(
        _("outline is public"),
        default=False,
        help_text=_("Anybody can then read titles and outcomes; lessons still need enrolment."),
    )
    free_order = models.BooleanField(
        _("lessons in any order"),
        default=False,
        help_text=_("Otherwise a lesson opens when the one before it is done."),
    )
    assessment = models.ForeignKey(
        "assessments.Assessment",
        verbose_name=_("assessment"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    content_panels = [
        FieldPanel("title"),
        MultiFieldPanel([FieldPanel("code"), FieldPanel("number")], _("Known as")),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("public"), FieldPanel("free_order")], _("Access")),
        FieldPanel("assessment"),
    ]
    promote_panels = NEUTRAL_ADDRESS
    parent_page_types = ["courses.ProgrammePage"]
    subpage_types = ["courses.ModulePage"]
    template = "courses/course_page.html"

    class Meta:
        verbose_name = _("course")

    @property
    def tab_title(self) -> str:
        return _now("Course %(number)s") % {"number": self.number}

    @property
    def programme_path(self) -> str:
        return self.path[: -self.steplen]

    def serve(self, request, *args, **kwargs):
        """The outline, where it is public; a closed course answers as if it were not there."""
        from courses.outline import enrolment_for

        if not self.public and enrolment_for(request.user, self) is None:
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from courses.outline import enrolment_for, outline_of

        return super().get_context(request, *args, **kwargs) | {
            "outline": outline_of(self),
            "enrolled": enrolment_for(request.user, self) is not None,
        }


class ModulePage(BasePage):
    """A few lessons that belong together; shown only as part of its course."""

    number = models.PositiveSmallIntegerField(_("number"))

    content_panels = [FieldPanel("title"), FieldPanel("number")]
    promote_panels = NEUTRAL_ADDRESS
    parent_page_types = ["courses.CoursePage"]
    subpage_types = ["courses.LessonPage"]
    preview_modes = []

    class Meta:
        verbose_name = _("module")

    @property
    def tab_title(self) -> str:
        return _now("Module %(number)s") % {"number": self.number}

    def serve(self, request, *args, **kwargs):
        return redirect(self.get_parent().specific.get_url(request))
