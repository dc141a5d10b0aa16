"""Which programmes' drafts, questions and cohorts somebody sees in the admin.

A person belongs to the programmes whose pages they may edit: there is no second list to keep. An
association with one programme has nothing to set up, since all its instructors may edit that one.
"""

from dataclasses import dataclass
from functools import cached_property
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

from courses.models import CoursePage, ProgrammePage
from courses.teaching import OFFICE, programmes_of

NOTHING = Q(pk__in=[])


@dataclass(frozen=True)
class ProgrammeScope:
    """What of all programmes one person's work is about. The office's is about all of them."""

    user: Any

    @cached_property
    def is_everything(self) -> bool:
        if self.user.is_superuser or self.user.has_role(*OFFICE):
            return True
        return not self.foreign.exists()

    @cached_property
    def programmes(self) -> QuerySet:
        return programmes_of(self.user)

    @property
    def foreign(self) -> QuerySet:
        return ProgrammePage.objects.exclude(pk__in=self.programmes.values("pk"))

    def pages(self, pages: QuerySet) -> QuerySet:
        """Of a listing of pages: none below a programme that is not this person's."""
        return pages if self.is_everything else pages.exclude(self._below(self.foreign))

    def courses(self) -> QuerySet:
        if self.is_everything:
            return CoursePage.objects.all()
        return CoursePage.objects.filter(self._below(self.programmes))

    @cached_property
    def course_codes(self) -> list[str]:
        return list(self.courses().values_list("code", flat=True))

    def assessments(self) -> Q:
        """A condition on assessments: those that a course or a programme of theirs names."""
        if self.is_everything:
            return Q()
        finals = self.programmes.values("assessment")
        return Q(pk__in=self.courses().values("assessment")) | Q(pk__in=finals)

    def items(self) -> Q:
        """A condition on items: of an outcome that one of their courses teaches, or in its bank."""
        if self.is_everything:
            return Q()
        banks = self.courses().values("assessment__bank")
        return Q(outcome__course_code__in=self.course_codes) | Q(bank__in=banks)

    def outcomes(self) -> Q:
        return Q() if self.is_everything else Q(course_code__in=self.course_codes)

    @staticmethod
    def _below(programmes: QuerySet) -> Q:
        paths = (Q(path__startswith=path) for path in programmes.values_list("path", flat=True))
        found = NOTHING
        for path in paths:
            found = or_(found, path)
        return found


def may_see_page(user, page: Page) -> bool:
    return ProgrammeScope(user).pages(Page.objects.filter(pk=page.pk)).exists()
