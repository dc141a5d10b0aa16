"""What a QTI item declares: the responses, what is right, what it is worth."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from assessments.interchange.numbers import number
from assessments.interchange.reading import Found, Unreadable
from assessments.interchange.safe_xml import Element


@dataclass(frozen=True)
class Declaration:
    """One response. `mapping` gives marks to values; `cased` is whether capitals count in each."""

    identifier: str
    base: str = ""
    cardinality: str = "single"
    correct: tuple[str, ...] = ()
    mapping: dict[str, Decimal] = field(default_factory=dict)
    cased: dict[str, bool] = field(default_factory=dict)
    otherwise: Decimal = Decimal(0)
    mapped: bool = False
    """Whether the mapping, and not the key, gives the marks."""


def declarations(root: Element) -> dict[str, Declaration]:
    processing = root.first("responseProcessing")
    template = processing.get("template") if processing else ""
    by_template = template.removesuffix(".xml").endswith("map_response")
    named = {
        one.get("identifier") for one in (processing.inside("mapResponse") if processing else ())
    }
    return {
        told.get("identifier"): _declaration(told, by_template, named)
        for told in root.all("responseDeclaration")
    }


def _declaration(told: Element, by_template: bool, named: set[str]) -> Declaration:
    mapping = told.first("mapping")
    entries = mapping.all("mapEntry") if mapping else []
    identifier = told.get("identifier")
    return Declaration(
        identifier,
        told.get("baseType"),
        told.get("cardinality", "single"),
        tuple(value.text.strip() for value in told.all("correctResponse", "value")),
        {entry.get("mapKey"): number(entry.get("mappedValue", "0")) for entry in entries},
        {entry.get("mapKey"): entry.get("caseSensitive", "true") == "true" for entry in entries},
        number(mapping.get("defaultValue", "0")) if mapping else Decimal(0),
        bool(entries) and (by_template or identifier in named),
    )


def declared(known: dict[str, Declaration], interaction: Element) -> Declaration:
    named = interaction.get("responseIdentifier")
    if named not in known:
        raise Unreadable("response_undeclared", named=named[:60])
    return known[named]


def marks(root: Element, known: dict[str, Declaration], found: Found) -> int:
    """As the score says, or else the mapping; one, where nothing does."""
    was = _most(root, known)
    now = max(int(was.to_integral_value(ROUND_HALF_UP)), 1)
    if was != now:
        found.note("marks_nearest", was=f"{was.normalize():f}", now=now)
    return now


def _most(root: Element, known: dict[str, Declaration]) -> Decimal:
    for outcome in root.all("outcomeDeclaration"):
        if outcome.get("identifier") == "SCORE" and outcome.get("normalMaximum"):
            return number(outcome.get("normalMaximum"))
    bounds = [told.get("upperBound") for told in root.inside("mapping") if told.get("upperBound")]
    if len(known) == 1 and bounds:
        return number(bounds[0])
    return Decimal(1)
