"""The two blocks that name a file. A lesson holds the file's key; publishing freezes what it names."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.authoring.block_previews import Previewed


class FileBlock(blocks.ChooserBlock):
    """Holds the key as text, so that reading a lesson asks the database for no file."""

    target_model = "courses.MediaFile"

    def __init__(self, use: str = "play", **options):
        self.use = use
        super().__init__(**options)

    @cached_property
    def widget(self):
        from courses.media.choosing import WIDGETS

        return WIDGETS[self.use].widget_class()

    @cached_property
    def field(self):
        from courses.models.media import PLAYABLE, FileKind

        kinds = PLAYABLE if self.use == "play" else [FileKind.DOWNLOAD]
        return forms.ModelChoiceField(
            queryset=self.model_class.objects.filter(kind__in=kinds),
            widget=self.widget,
            required=self._required,
            error_messages={"invalid_choice": _("Choose a file of this kind.")},
        )

    def to_python(self, value):
        return str(value) if value else None

    def bulk_to_python(self, values):
        return [self.to_python(value) for value in values]

    def normalize(self, value):
        return self.to_python(getattr(value, "pk", value))

    def get_prep_value(self, value):
        return self.normalize(value)

    def value_from_form(self, value):
        return self.normalize(value)

    def clean(self, value):
        return self.normalize(super().clean(self.normalize(value)))

    def extract_references(self, value):
        if value:
            yield self.model_class, str(value), "", ""


class MediaBlock(Previewed, blocks.StructBlock):
    """Sound or film with its transcript below. It never starts by itself."""

    file = FileBlock("play", label=_("sound or film"))

    class Meta:
        icon = "media"
        label = _("Sound or film")
        description = _("Played in the lesson, with captions and a transcript. Never by itself.")
        example = "media"
        template = "courses/blocks/media.html"


class DownloadBlock(Previewed, blocks.StructBlock):
    """A file to take along, with its kind and size."""

    file = FileBlock("download", label=_("file"))
    about = blocks.CharBlock(label=_("what it is for"), max_length=200, required=False)

    class Meta:
        icon = "download"
        label = _("Download")
        description = _("A PDF or a plain text to take along, with its size.")
        example = "download"
        template = "courses/blocks/download.html"
