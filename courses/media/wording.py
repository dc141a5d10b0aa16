"""The sentences for files that are not taken in."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "file_is_empty": _(
            "This file is empty. Nothing was added; export it again and choose the new one."
        ),
        "file_too_large": _(
            "This file is larger than {most} MB. Nothing was added; export it smaller, or in parts."
        ),
        "file_of_no_known_sort": _(
            "By its content this is none of what lessons take: MP3, M4A or WAV sound, MP4 film, PDF "
            "without scripts or attachments, plain text. Its name does not count. Nothing was added."
        ),
        "file_without_minutes": _("Say how many minutes it plays; lessons show it."),
        "file_without_transcript": _(
            "Sound and film need a transcript: everything that is said and heard, as text."
        ),
        "film_without_captions": _("A film needs captions: choose a WebVTT file (.vtt)."),
        "captions_of_another_kind": _(
            "This is no WebVTT file: its first line is WEBVTT. Nothing was added."
        ),
        "captions_without_cues": _("There is no caption with words in this file."),
        "captions_too_long": _("This file holds more than captions of one film do."),
        "captions_with_wrong_times": _(
            "A time in the captions can't be read. They look like 00:01.000 --> 00:04.000."
        ),
        "captions_out_of_order": _(
            "The captions are not in order: each begins after the one before, and ends later."
        ),
    }
)
