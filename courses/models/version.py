"""What was studied: a lesson as it stood when it was published."""

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from training_site.content.areas import ContentArea
from training_site.content.folding import to_index
from training_site.crypto.public_id import PubliclyIdentified


class LessonVersionQuerySet(models.QuerySet):
    def current(self):
        return self.filter(superseded_at=None)

    def of(self, lesson_uuid):
        return self.filter(lesson_uuid=lesson_uuid)

    def with_page(self):
        """With the page it was published from; the text as it was frozen, not as it is written."""
        return self.select_related("page").defer("page__body", "html")

    def with_last_major(self):
        """`last_major` is the number of the newest version of the lesson that changed what is taught."""
        of_same = LessonVersion.objects.filter(lesson_uuid=OuterRef("lesson_uuid"), major=True)
        newest = of_same.order_by("-number").values("number")[:1]
        return self.annotate(last_major=Subquery(newest))

    def without_text(self):
        """For lists: the text of a lesson is by far the largest part of its row."""
        return self.defer("source", "html")


class LessonVersion(index.Indexed, PubliclyIdentified):
    """One row for every published state of a lesson that differed from the one before.

    Revisions of a page are purged and do not freeze what they point to; this row does. `source`
    holds the blocks with the sources and definitions as they were, `html` how they looked.
    """

    lesson_uuid = models.UUIDField(db_index=True)
    page = models.ForeignKey(
        "courses.LessonPage", null=True, on_delete=models.SET_NULL, related_name="versions"
    )
    number = models.PositiveIntegerField(_("version"))
    major = models.BooleanField(_("changes what is taught"))
    content_hash = models.CharField(max_length=64)
    title = models.CharField(_("title"), max_length=255)
    label = models.CharField(_("lesson"), max_length=10)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    content_area = models.CharField(max_length=30, choices=ContentArea.choices)
    outcome_codes = models.JSONField()
    source = models.JSONField()
    html = models.TextField()
    published_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    objects = LessonVersionQuerySet.as_manager()

    search_fields = [
        index.AutocompleteField("searchable_text"),
        index.FilterField("lesson_uuid"),
        index.FilterField("superseded_at"),
    ]

    class Meta:
        verbose_name = _("lesson version")
        ordering = ["label", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["lesson_uuid", "number"], name="courses_lesson_version_once"
            ),
            models.UniqueConstraint(
                fields=["lesson_uuid"],
                condition=models.Q(superseded_at=None),
                name="courses_one_current_version",
            ),
        ]

    def __str__(self):
        return f"{self.label} {self.title}, version {self.number}"

    @classmethod
    def get_indexed_objects(cls):
        """What can be found is what is taught now."""
        return super().get_indexed_objects().current()

    def searchable_text(self) -> str:
        from courses.search.passages import passages_of

        passages = (passage.text for passage in passages_of(self.source))
        return to_index(f"{self.label} {self.title}", *passages)
