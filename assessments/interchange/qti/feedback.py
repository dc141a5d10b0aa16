"""Feedback of a QTI item: in its choices, or in boxes that its processing opens."""

from dataclasses import dataclass

from assessments.interchange.qti.bodies import Words
from assessments.interchange.reading import Found
from assessments.interchange.safe_xml import Element

GENERAL = "GENERAL"
"""The outcome that opens the box for everybody, in what this site writes."""


@dataclass
class Feedback:
    """`boxes` are the modal feedbacks by the value that opens them; `by_text` what a text opens."""

    boxes: dict[str, Element]
    by_text: dict[str, str]
    used: set[str]

    @classmethod
    def of(cls, root: Element) -> "Feedback":
        boxes = {box.get("identifier"): box for box in root.all("modalFeedback")}
        return cls(boxes, _opened_by_texts(root), set())

    def of_choice(self, choice: Element, words: Words) -> str:
        said = [words.of(one) for one in choice.all("feedbackInline")]
        return "\n\n".join([*said, self._box(choice.get("identifier"), words)]).strip()

    def of_text(self, text: str, words: Words) -> str:
        return self._box(self.by_text.get(text, ""), words)

    def general(self, words: Words) -> str:
        """What everybody is told: a box of its own outcome."""
        return "\n\n".join(
            self._box(name, words)
            for name, box in self.boxes.items()
            if box.get("outcomeIdentifier") == GENERAL
        )

    def name_the_rest(self, found: Found, root: Element) -> None:
        left = len(set(self.boxes) - self.used) + len(list(root.inside("feedbackBlock")))
        if left:
            found.note("settings_left", names=f"{left} × feedback that depends on the answer")

    def _box(self, name: str, words: Words) -> str:
        if name not in self.boxes:
            return ""
        self.used.add(name)
        return words.of(self.boxes[name])


def _opened_by_texts(root: Element) -> dict[str, str]:
    """Where processing compares with a text and then sets an identifier: the text to that."""
    opened: dict[str, str] = {}
    for condition in root.inside("responseIf", "responseElseIf"):
        compared = next(condition.inside("stringMatch", "match"), None)
        text = compared.said("baseValue") if compared else ""
        for sets in condition.all("setOutcomeValue"):
            value = sets.first("baseValue")
            if text and value and value.get("baseType") == "identifier":
                opened.setdefault(text, value.text.strip())
    return opened
