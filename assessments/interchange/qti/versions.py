"""The versions of QTI. They say the same in other words: 3.0 writes qti-choice-interaction."""

import re
from dataclasses import dataclass
from html import escape

from assessments.interchange.safe_xml import Element
from assessments.interchange.text import holdable

_XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True)
class Version:
    """How one version is spelled, and where its schemas lie."""

    number: str
    item: str
    item_schema: str
    manifest: str
    manifest_schema: str
    package: str
    package_version: str
    resource: str

    @property
    def is_3(self) -> bool:
        return self.number == "3.0"

    def name(self, name: str) -> str:
        return f"qti-{kebab(name)}" if self.is_3 else name

    def __call__(self, element: str, *inside: str, **attributes: object) -> str:
        """An element. `inside` is XML already; attributes are not; None leaves one out."""
        given = "".join(
            f' {kebab(name) if self.is_3 else name}="{escape(holdable(str(said)))}"'
            for name, said in attributes.items()
            if said is not None
        )
        name = self.name(element)
        return f"<{name}{given}>{''.join(inside)}</{name}>"

    def content(self, html: str) -> str:
        """3.0 puts the content of feedback and rubrics into an element of its own."""
        return self("contentBody", html) if self.is_3 else html

    def root(self, element: str, inside: str, **attributes: str) -> str:
        name = self.name(element)
        given = "".join(f' {key}="{escape(holdable(said))}"' for key, said in attributes.items())
        place = f'xmlns="{self.item}" xmlns:xsi="{_XSI}"'
        schema = f'xsi:schemaLocation="{self.item} {self.item_schema}"'
        return f"<{name} {place} {schema}{given}>{inside}</{name}>"


V2P1 = Version(
    "2.1",
    "http://www.imsglobal.org/xsd/imsqti_v2p1",
    "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    "QTIv2.1 Package",
    "1.0.0",
    "imsqti_item_xmlv2p1",
)
V2P2 = Version(
    "2.2",
    "http://www.imsglobal.org/xsd/imsqti_v2p2",
    "http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2.xsd",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    "http://www.imsglobal.org/xsd/qti/qtiv2p2/qtiv2p2_imscpv1p2_v1p0.xsd",
    "QTIv2.2 Package",
    "1.0.0",
    "imsqti_item_xmlv2p2",
)
V3P0 = Version(
    "3.0",
    "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
    "QTI Package",
    "3.0.0",
    "imsqti_item_xmlv3p0",
)


def kebab(name: str) -> str:
    return re.sub(r"([A-Z])", lambda letter: f"-{letter[0].lower()}", name)


def camel(name: str) -> str:
    return re.sub(r"-([a-z])", lambda letter: letter[1].upper(), name)


def in_words_of_2(element: Element) -> Element:
    """The same element as QTI 2 would name it, and everything in it."""
    own = element.name.startswith("qti-")
    name = camel(element.name.removeprefix("qti-")) if own else element.name
    attributes = {
        camel(key) if own and not key.startswith("data-") else key: said
        for key, said in element.attributes.items()
    }
    parts = [part if isinstance(part, str) else in_words_of_2(part) for part in element.parts]
    return Element(name, element.line, attributes, parts, element.namespace)
