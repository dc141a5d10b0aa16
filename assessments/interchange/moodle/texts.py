"""The texts of a Moodle question: an element with a format, a <text> and the files that it shows."""

from dataclasses import dataclass
from urllib.parse import unquote

from assessments.interchange.markup import PictureLeft, has_markup, words_of
from assessments.interchange.pictures import Album, decoded
from assessments.interchange.reading import Found
from assessments.interchange.safe_xml import Element
from assessments.interchange.text import marker, tidy

PLACE = "@@PLUGINFILE@@/"


@dataclass
class Question:
    """One <question> on its way to a document."""

    element: Element
    found: Found
    kept: dict[str, bytes]

    def said(self, *path: str) -> str:
        """The words at the end of a path; empty where there is no such element."""
        holder = self.element.first(*path)
        return self.words(holder) if holder else ""

    def words(self, holder: Element) -> str:
        told = holder.first("text")
        text = (told or holder).text
        form = holder.get("format", "moodle_auto_format")
        if form == "markdown" and text.strip():
            self.found.note("markdown_kept")
        if form == "html" or (form == "moodle_auto_format" and has_markup(text)):
            return words_of(text, self.found, self._album(holder).keep)
        return tidy(text)

    def _album(self, holder: Element) -> Album:
        files = {file.get("name"): file.text for file in holder.all("file")}

        def find(address: str) -> bytes | None:
            name = unquote(address.removeprefix(PLACE)).lstrip("/")
            return decoded(files[name]) if name in files else None

        return Album(self.kept, find)

    def old_picture(self) -> str:
        """What Moodle 1.9 kept beside the text, as a marker below it."""
        data, name = self.element.said("image_base64"), self.element.said("image")
        if not data:
            return ""
        try:
            kept = Album(self.kept, lambda _name: decoded(data)).keep(name or "image")
        except PictureLeft as left:
            self.found.note(left.reason, **left.details)
            return ""
        self.found.note("picture_without_alt", name=name)
        return "\n\n" + marker("", kept)
