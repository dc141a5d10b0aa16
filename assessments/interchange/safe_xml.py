"""XML from strangers: no document types, no entities, nothing fetched, nothing endless; with lines.

Read over defusedxml's reader, so that each element knows the line it begins on.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.sax import SAXException, SAXParseException, handler

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from assessments.interchange.encoding import decode
from assessments.interchange.reading import FileRefused

DEEPEST = 100
MOST_ELEMENTS = 200_000
VOID = {"br", "img", "hr"}
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding=["']([A-Za-z0-9._-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml.*?\?>", re.S)


@dataclass
class Element:
    """`parts` are texts and elements in the order of the file. Names are without their prefix."""

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list["Element | str"] = field(default_factory=list)
    namespace: str = ""

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    @property
    def children(self) -> list["Element"]:
        return [part for part in self.parts if isinstance(part, Element)]

    @property
    def text(self) -> str:
        """The text in it, however deep."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self, *path: str) -> list["Element"]:
        """The elements at the end of a path of children."""
        found = [self]
        for name in path:
            found = [child for parent in found for child in parent.children if child.name == name]
        return found

    def first(self, *path: str) -> "Element | None":
        return next(iter(self.all(*path)), None)

    def said(self, *path: str) -> str:
        """The trimmed text at the end of a path; empty where there is none."""
        found = self.first(*path)
        return found.text.strip() if found else ""

    def inside(self, *names: str) -> Iterator["Element"]:
        """Every element of these names, however deep, in the order of the file."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.inside(*names)

    def html(self) -> str:
        """What is in it, as HTML."""
        return "".join(
            escape(part, quote=False) if isinstance(part, str) else part.tag()
            for part in self.parts
        )

    def tag(self) -> str:
        given = "".join(f' {name}="{escape(said)}"' for name, said in self.attributes.items())
        if self.name in VOID:
            return f"<{self.name}{given}/>"
        return f"<{self.name}{given}>{self.html()}</{self.name}>"


def parse(data: bytes, encoding: str | None = None) -> tuple[Element, str]:
    """(root, encoding). Raises FileRefused, with the line of the fault."""
    if not data.strip():
        raise FileRefused("import_file_empty")
    declared = _DECLARED.match(data)
    text, used = decode(data, encoding or (declared[1].decode() if declared else None))
    text = _DECLARATION.sub(lambda head: "\n" * head[0].count("\n"), text, count=1)
    builder = _Builder()
    reader = make_parser()
    reader.forbid_dtd = reader.forbid_entities = reader.forbid_external = True
    reader.setFeature(handler.feature_namespaces, True)
    reader.setContentHandler(builder)
    try:
        reader.parse(io.BytesIO(text.encode("utf-8", "replace")))
    except DefusedXmlException:
        raise FileRefused("xml_forbidden") from None
    except SAXParseException as fault:
        details = {"fault": fault.getMessage()}
        raise FileRefused("xml_not_well_formed", fault.getLineNumber(), **details) from None
    except SAXException as fault:
        raise FileRefused("xml_not_well_formed", fault=str(fault)) from None
    return builder.root, used


class _Builder(handler.ContentHandler):
    def __init__(self):
        super().__init__()
        self.open: list[Element] = []
        self.root = Element("", 0)
        self.count = 0

    def startElementNS(self, name, qname, attrs):
        self.count += 1
        if len(self.open) >= DEEPEST or self.count > MOST_ELEMENTS:
            raise FileRefused("xml_too_deep", self._locator.getLineNumber(), limit=DEEPEST)
        attributes = {local: value for (_uri, local), value in attrs.items()}
        element = Element(name[1], self._locator.getLineNumber(), attributes, [], name[0] or "")
        if self.open:
            self.open[-1].parts.append(element)
        else:
            self.root = element
        self.open.append(element)

    def endElementNS(self, name, qname):
        self.open.pop()

    def characters(self, content):
        self.open[-1].parts.append(content)
