"""Choosing a file in the editor: those of one's own programmes, of the kind that the block takes."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser

from courses.media.questions import files_of
from courses.models.media import PLAYABLE, FileKind
from training_site.crypto.public_id import public_id_in


class FileChooser(BaseChooser):
    """The widget; the key goes to the page as text."""

    show_edit_link = False

    def get_value_data_from_instance(self, instance):
        return {"id": str(instance.pk), "edit_url": "", "title": str(instance)}


class Listed:
    """Mixed into the list: nothing of a programme that this person does not edit."""

    kinds = ()

    def get_object_list(self):
        return files_of(self.request.user).filter(kind__in=self.kinds)

    @property
    def columns(self):
        return [self.title_column, Column("programme", label=_("Programme"))]


class ChosenView(chooser.ChosenView):
    def get_object(self, pk):
        return files_of(self.request.user).get(pk=public_id_in(pk))


class ChosenMultipleView(chooser.ChosenMultipleView):
    def get_objects(self, pks):
        keys = [key for key in map(public_id_in, pks) if key]
        return files_of(self.request.user).filter(pk__in=keys)


class PlayableView(Listed, chooser.ChooseView):
    kinds = PLAYABLE


class PlayableResultsView(Listed, chooser.ChooseResultsView):
    kinds = PLAYABLE


class DownloadView(Listed, chooser.ChooseView):
    kinds = (FileKind.DOWNLOAD,)


class DownloadResultsView(Listed, chooser.ChooseResultsView):
    kinds = (FileKind.DOWNLOAD,)


class _Files(ChooserViewSet):
    model = "courses.MediaFile"
    base_widget_class = FileChooser
    register_widget = False
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView

    def get_urlpatterns(self):
        """Files are taken in on a page of their own, where each is looked at."""
        return [one for one in super().get_urlpatterns() if one.name != "create"]


class _PlayableFiles(_Files):
    icon = "media"
    choose_one_text = _("Choose sound or film")
    choose_another_text = _("Choose another")
    choose_view_class = PlayableView
    choose_results_view_class = PlayableResultsView


class _Downloads(_Files):
    icon = "download"
    choose_one_text = _("Choose a file")
    choose_another_text = _("Choose another")
    choose_view_class = DownloadView
    choose_results_view_class = DownloadResultsView


playable_files = _PlayableFiles("lesson_media_chooser")
downloads = _Downloads("lesson_download_chooser")
WIDGETS = {"play": playable_files, "download": downloads}
