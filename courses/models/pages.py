"""Programme > Course > Module: the branches of the curriculum. Addresses and tab titles stay neutral."""

from django.db import models
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from courses.authoring.panels import BeforePublishingPanel
from courses.models.policy_list import PolicyListField
from training_site.content.models import BasePage

NEUTRAL_ADDRESS = [
    FieldPanel("slug", help_text=_("Stays in the browser's history: keep it neutral."))
]


BEFORE_PUBLISHING = BeforePublishingPanel(heading=_("Before publishing"), icon="clipboard-list")


class PeerReviewed:
    """Mixed into a page that is published only after somebody who did not write it approved it."""

    def permissions_for_user(self, user):
        from courses.authoring.guarding import PeerPermissions

        return PeerPermissions(user, self)


class ProgrammePage(BasePage):
    """A whole way of training: what one enrols in."""

    code = models.SlugField(_("code"), max_length=40)
    summary = models.TextField(_("summary"))
    assessment = models.ForeignKey(
        "assessments.Assessment",
        verbose_name=_("final examination"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("It opens to a learner who has completed every course."),
    )
    live_day_policies = PolicyListField(
        _("to sign before a live day"),
        help_text=_("Whoever says that they come has signed these."),
    )

    content_panels = [
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("code"),
        FieldPanel("assessment"),
        FieldPanel("live_day_policies"),
        BEFORE_PUBLISHING,
    ]
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
        from courses.outline import public_outlines

        outlines = public_outlines(self)
        return super().get_context(request, *args, **kwargs) | {
            "outlines": outlines,
            "lessons": sum(len(outline.lessons) for outline in outlines),
            "minutes": sum(outline.minutes for outline in outlines),
        }

    def permissions_for_user(self, user):
        from courses.authoring.guarding import ProgrammePermissions

        return ProgrammePermissions(user, self)


class CoursePage(PeerReviewed, BasePage):
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
    policies = PolicyListField(
        _("to sign before it is complete"),
        help_text=_("The course counts as complete once these are signed as well."),
    )

    content_panels = [
        FieldPanel("title"),
        MultiFieldPanel([FieldPanel("code"), FieldPanel("number")], _("Known as")),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("public"), FieldPanel("free_order")], _("Access")),
        FieldPanel("assessment"),
        FieldPanel("policies"),
        BEFORE_PUBLISHING,
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

    @property
    def preview_modes(self):
        from courses.authoring.previews import COURSE_MODES

        return COURSE_MODES

    def serve_preview(self, request, mode_name):
        from courses.authoring.previews import TEXT, preview_outline

        if mode_name == TEXT:
            return render(request, self.template, self.get_context(request))
        return preview_outline(self, request, mode_name)

    def get_context(self, request, *args, **kwargs):
        from courses.outline import enrolment_for, outline_of

        return super().get_context(request, *args, **kwargs) | {
            "outline": outline_of(self),
            "enrolled": enrolment_for(request.user, self) is not None,
        }


class ModulePage(PeerReviewed, BasePage):
    """A few lessons that belong together; shown only as part of its course."""

    number = models.PositiveSmallIntegerField(_("number"))

    content_panels = [FieldPanel("title"), FieldPanel("number"), BEFORE_PUBLISHING]
    promote_panels = NEUTRAL_ADDRESS
    parent_page_types = ["courses.CoursePage"]
    subpage_types = ["courses.LessonPage"]

    class Meta:
        verbose_name = _("module")

    @property
    def tab_title(self) -> str:
        return _now("Module %(number)s") % {"number": self.number}

    @property
    def preview_modes(self):
        from courses.authoring.previews import OUTLINE_MODES

        return OUTLINE_MODES

    def serve_preview(self, request, mode_name):
        from courses.authoring.previews import preview_outline

        return preview_outline(self, request, mode_name)

    def serve(self, request, *args, **kwargs):
        return redirect(self.get_parent().specific.get_url(request))
