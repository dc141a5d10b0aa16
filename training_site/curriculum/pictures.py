"""The pictures of a lesson: rows of the image library in the CMS, files beside the lesson in a folder."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField

from training_site.curriculum.faults import Unreadable

FIGURE = "figure"
PICTURES = "pictures"  # the folder beside the lessons of a course


def taken_along(body: list[dict[str, Any]], course: Path) -> list[dict[str, Any]]:
    """The blocks as a file holds them; each picture is copied into the folder of the course."""
    return [
        block | {"value": _as_file(block["value"], course)} if block["type"] == FIGURE else block
        for block in body
    ]


def _as_file(value: dict[str, Any], course: Path) -> dict[str, Any]:
    held = value["image"]
    image = get_image_model().objects.get(pk=held["image"])
    name = f"{image.file_hash[:8] or image.pk}-{Path(image.file.name).name}"
    target = course / PICTURES / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with image.file.open("rb") as source, target.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    return {
        "file": f"{PICTURES}/{name}",
        "alt": held.get("alt_text") or "",
        "decorative": bool(held.get("decorative")),
        "caption": value.get("caption") or "",
    }


def brought_in(body: list[dict[str, Any]], course: Path) -> list[dict[str, Any]]:
    """The blocks as the CMS holds them; a picture that the library has already is taken from there."""
    return [
        block | {"value": _as_row(block["value"], course)} if block["type"] == FIGURE else block
        for block in body
    ]


def _as_row(value: dict[str, Any], course: Path) -> dict[str, Any]:
    if not value["alt"] and not value["decorative"]:
        fault = f"the picture {value['file']} needs its words in alt, or decorative: true"
        raise Unreadable(fault, file=course.name)
    image = _library_row(_content(course, value["file"]), value["alt"])
    held = {"image": image.pk, "decorative": value["decorative"], "alt_text": value["alt"]}
    return {"image": held, "caption": value["caption"]}


def _content(course: Path, name: str) -> ContentFile:
    """The picture itself: a file of this course, and one that can be drawn."""
    path = (course / name).resolve()
    if not path.is_relative_to(course.resolve()) or not path.is_file():
        raise Unreadable(f"there is no picture {name}", file=course.name)
    content = ContentFile(path.read_bytes(), name=path.name)
    try:
        WagtailImageField().clean(content)
    except ValidationError as error:
        raise Unreadable(f"{name}: {' '.join(error.messages)}", file=course.name) from error
    content.seek(0)
    return content


def _library_row(content: ContentFile, title: str):
    model = get_image_model()
    fingerprint = hashlib.sha1(content.read(), usedforsecurity=False).hexdigest()
    held = model.objects.filter(file_hash=fingerprint).first()
    if held is None:
        content.seek(0)
        held = model.objects.create(
            title=title or content.name, file=content, file_hash=fingerprint
        )
    return held
