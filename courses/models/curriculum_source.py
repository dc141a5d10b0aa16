"""What `load_curriculum` brought in last, so that it can tell its own work from an editor's."""

from django.db import models
from wagtail.models import Revision


class CurriculumSource(models.Model):
    """One row for every page or record that came from a curriculum file.

    `path` names the file and the entry in it. A page is untouched while its live and latest revision
    is one of ours; a record is untouched while its fields still hash to `source_hash`. A page that
    was deleted leaves its row behind, so that it is not brought back.
    """

    path = models.CharField(max_length=200, unique=True)
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    source_hash = models.CharField(max_length=64)
    loaded_revision = models.ForeignKey(
        Revision, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    offered_revision = models.ForeignKey(
        Revision, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["path"]

    def __str__(self):
        return self.path
