"""A QTI file: one item, or a zip with a manifest that names its items."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from assessments.interchange.own import loaded
from assessments.interchange.qti.archive import inside, is_zip, unpack
from assessments.interchange.qti.items import read_item
from assessments.interchange.reading import (
    NOTED,
    SKIPPED,
    Document,
    FileRefused,
    Item,
    Problem,
    Reading,
)
from assessments.interchange.safe_xml import Element, parse

ITEMS = ("assessmentItem", "qti-assessment-item")
TESTS = ("assessmentTest", "qti-assessment-test")
MANIFEST = "imsmanifest.xml"


def read(data: bytes, encoding: str | None, reading: Reading) -> Iterator[Item]:
    if is_zip(data):
        return _package(unpack(data), reading)
    root, reading.encoding = parse(data, encoding)
    if root.name not in ITEMS:
        raise refusal(root)
    reading.format = version_of(root)
    return iter([read_item(root, reading.pictures)])


def version_of(root: Element) -> str:
    """The name of the format that an item is in."""
    if root.name.startswith("qti-"):
        return "qti_30"
    return "qti_22" if root.namespace.endswith("v2p2") else "qti_21"


def refusal(root: Element) -> FileRefused:
    """Why a file that begins with this element is not read as QTI."""
    if root.name == "questestinterop":
        return FileRefused("qti_1_2", root.line)
    if root.name == "manifest":
        return FileRefused("manifest_alone", root.line)
    return FileRefused("xml_root_unknown", root.line, root=root.name[:60])


def _package(files: dict[str, bytes], reading: Reading) -> Iterator[Item]:
    reading.encoding = "utf-8"
    manifests = sorted((n for n in files if posixpath.basename(n) == MANIFEST), key=len)
    if manifests:
        listed = _listed(manifests[0], files)
    else:
        listed = [(name, [], None) for name in sorted(files) if name.endswith(".xml")]
    read_any = False
    for path, tags, own in listed:
        for item in _member(path, files, tags, own, reading):
            read_any = True
            yield item
    if not read_any:
        raise FileRefused("package_without_items")


def _listed(manifest: str, files: dict[str, bytes]) -> list[tuple[str, list[str], Document | None]]:
    """The items and tests that the manifest names: path, tags, and what this site left there."""
    root, _encoding = parse(files[manifest])
    folder = posixpath.dirname(manifest)
    listed = []
    for resource in root.all("resources", "resource"):
        kind = resource.get("type")
        if kind.startswith(("imsqti_item", "imsqti_test", "imsqti_assessment")):
            path = inside(unquote(resource.get("href")), folder)
            tags = [word.text.strip() for word in resource.inside("keyword")]
            own = next((loaded(told.text) for told in resource.inside("triad")), None)
            listed.append((path, tags, own))
    return listed


def _member(
    path: str, files: dict[str, bytes], tags: list[str], own: Document | None, reading: Reading
) -> Iterator[Item]:
    """A file of the package; a broken one is named and the others are read."""
    if path not in files:
        yield Problem(None, path, "package_file_missing", SKIPPED, {"path": path})
        return
    try:
        root, _encoding = parse(files[path])
    except FileRefused as fault:
        told = fault.problem
        yield Problem(told.line, path, told.reason, SKIPPED, told.details)
        return
    if root.name in ITEMS:
        reading.format = version_of(root)
        yield read_item(root, reading.pictures, files, path, tags, own)
    elif root.name in TESTS:
        yield Problem(root.line, path, "test_left", NOTED, {"path": path})
    elif root.name == "questestinterop":
        yield Problem(root.line, path, "qti_1_2", SKIPPED)
