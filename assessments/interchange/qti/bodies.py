"""The words around and in a QTI item's interactions."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from assessments.interchange.markup import PictureLeft, words_of
from assessments.interchange.pictures import Album
from assessments.interchange.qti.archive import inside
from assessments.interchange.reading import FileRefused, Found, Unreadable
from assessments.interchange.safe_xml import Element

INLINE = ("textEntryInteraction", "inlineChoiceInteraction")
BLOCKS = (
    "choiceInteraction",
    "orderInteraction",
    "matchInteraction",
    "associateInteraction",
    "extendedTextInteraction",
)
OPEN, CLOSE = "\uf8f0", "\uf8f1"
GAP = re.compile(f"{OPEN}(\\d+){CLOSE}")
BLANK = "_____"
_UNSPOKEN = ("feedbackBlock", "feedbackInline", "rubricBlock", "templateBlock", "stylesheet")
_MEDIA = ("audio", "video", "source", "track")


@dataclass
class Words:
    """Takes the text out of an item. `files` are the package, `folder` is where the item lies in it."""

    found: Found
    kept: dict[str, bytes]
    files: Mapping[str, bytes]
    folder: str = ""

    def of(self, element: Element) -> str:
        """The words in an element, without feedback and rubrics."""
        if next(element.inside("math"), None):
            raise Unreadable("math_unsupported")
        return words_of(self._shown(element).html(), self.found, self._keep)

    def around(self, element: Element, places: Callable[[Element], str]) -> str:
        """The words of an element whose interactions are replaced by what `places` gives."""
        return self.of(_replaced(element, places))

    def _keep(self, address: str) -> str:
        album = Album(self.kept, self._find)
        return album.keep(address)

    def _find(self, address: str) -> bytes | None:
        try:
            return self.files.get(inside(unquote(address), self.folder))
        except FileRefused:
            raise PictureLeft("picture_absent", name=address[:60]) from None

    def _shown(self, element: Element) -> Element:
        parts = []
        for part in element.parts:
            if isinstance(part, str):
                parts.append(part)
            elif part.name in _MEDIA:
                self._leave(part)
            elif part.name == "object":
                parts.append(self._object(part))
            elif part.name not in _UNSPOKEN:
                parts.append(self._shown(part))
        return Element(element.name, element.line, element.attributes, parts)

    def _object(self, part: Element) -> Element | str:
        if not part.get("type").startswith("image/"):
            self._leave(part)
            return ""
        alt = " ".join(part.text.split())
        return Element("img", part.line, {"src": part.get("data"), "alt": alt})

    def _leave(self, part: Element) -> None:
        name = posixpath.basename(part.get("src") or part.get("data")) or part.name
        self.found.note("media_left", name=name[:60])


def interactions_in(element: Element) -> list[Element]:
    """Every interaction, known or not, in the order of the item."""
    found: list[Element] = []
    for child in element.children:
        if child.name.endswith("Interaction"):
            found.append(child)
        else:
            found += interactions_in(child)
    return found


def _replaced(element: Element, places: Callable[[Element], str]) -> Element:
    parts: list[Element | str] = []
    for part in element.parts:
        if isinstance(part, str):
            parts.append(part)
        elif part.name.endswith("Interaction"):
            prompt = part.first("prompt")
            parts += [Element("div", part.line, {}, prompt.parts)] if prompt else []
            parts.append(places(part))
        else:
            parts.append(_replaced(part, places))
    return Element(element.name, element.line, element.attributes, parts)
