"""What gathers while a QTI item is written: its declarations, its processing, its feedback."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from assessments.interchange.markup import html_of
from assessments.interchange.pictures import file_name
from assessments.interchange.qti.versions import Version
from assessments.interchange.text import holdable

FOLDER = "../pictures/"
"""Where pictures lie, seen from an item."""


@dataclass
class Sheet:
    """One item's, or one part's of a case."""

    xml: Version
    pictures: Mapping[str, bytes]
    responses: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    feedback_cardinality: str = "single"
    marks: int = 1
    used: list[str] = field(default_factory=list)
    """The files of pictures that the item shows."""

    def html(self, text: str) -> str:
        return html_of(text, self.address) if text else ""

    def address(self, name: str) -> str:
        file = file_name(name, self.pictures)
        if file and file not in self.used:
            self.used.append(file)
        return f"{FOLDER}{file}" if file else ""

    def respond(
        self, identifier: str, cardinality: str, base: str, correct: list[str], mapping: str = ""
    ) -> None:
        key = "".join(self.xml("value", escaped(value)) for value in correct)
        told = self.xml("correctResponse", key) if key else ""
        given = {"identifier": identifier, "cardinality": cardinality, "baseType": base}
        self.responses.append(self.xml("responseDeclaration", told, mapping, **given))

    def mapping(self, worth: Mapping[str, str], cased: str | None = None, **bounds: str) -> str:
        entries = (
            self.xml("mapEntry", mapKey=key, mappedValue=value, caseSensitive=cased)
            for key, value in worth.items()
        )
        return self.xml("mapping", *entries, **bounds, defaultValue="0")

    def add(self, *value: str) -> str:
        total = self.xml("sum", self.xml("variable", identifier="SCORE"), *value)
        return self.xml("setOutcomeValue", total, identifier="SCORE")

    def when(self, test: str, *then: str) -> None:
        self.steps.append(self.xml("responseCondition", self.xml("responseIf", test, *then)))

    def worth(self) -> str:
        return self.xml("baseValue", str(self.marks), baseType="float")

    def when_right(self, identifier: str) -> None:
        both = [
            self.xml("variable", identifier=identifier),
            self.xml("correct", identifier=identifier),
        ]
        self.when(self.xml("match", *both), self.add(self.worth()))

    def open_box(self, outcome: str, identifier: str, text: str) -> None:
        given = {"outcomeIdentifier": outcome, "showHide": "show", "identifier": identifier}
        content = self.xml.content(self.html(text))
        self.boxes.append(self.xml("modalFeedback", content, **given))


def escaped(text: str) -> str:
    return escape(holdable(text), quote=False)
