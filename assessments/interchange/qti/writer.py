"""A question as a QTI item. Its processing is written out, so that any engine marks it alike."""

from collections.abc import Mapping

from assessments.interchange.qti.feedback import GENERAL
from assessments.interchange.qti.items import PART
from assessments.interchange.qti.sheet import Sheet
from assessments.interchange.qti.versions import Version
from assessments.interchange.qti.written import INTERACTIONS
from assessments.interchange.reading import Document


def written_item(
    document: Document, version: Version, identifier: str, pictures: Mapping[str, bytes]
) -> tuple[str, list[str]]:
    """(XML, the files of the pictures in it)."""
    sheet = Sheet(version, pictures, marks=document["marks"])
    if document["kind"] == "scenario":
        body = _scenario(document, sheet)
        title = document["stem"]
    else:
        body = INTERACTIONS[document["kind"]](document, sheet, "RESPONSE")
        title = document["id"]
    _general_feedback(document, sheet)
    given = {"identifier": identifier, "title": title}
    given |= {"adaptive": "false", "time-dependent" if version.is_3 else "timeDependent": "false"}
    head = "".join([*sheet.responses, *_outcomes(document, sheet)])
    processing = version("responseProcessing", *sheet.steps) if sheet.steps else ""
    inside = head + version("itemBody", body) + processing + "".join(sheet.boxes)
    return version.root("assessmentItem", inside, **given), sheet.used


def _outcomes(document: Document, sheet: Sheet) -> list[str]:
    xml, declared = sheet.xml, []
    given = {"cardinality": "single", "baseType": "float", "normalMaximum": document["marks"]}
    declared.append(xml("outcomeDeclaration", identifier="SCORE", **given))
    shown = {"identifier": "FEEDBACK", "cardinality": sheet.feedback_cardinality}
    declared.append(xml("outcomeDeclaration", **shown, baseType="identifier"))
    if document["feedback"]:
        given = {"identifier": GENERAL, "cardinality": "single", "baseType": "identifier"}
        declared.append(xml("outcomeDeclaration", **given))
    return declared


def _general_feedback(document: Document, sheet: Sheet) -> None:
    if document["feedback"]:
        value = sheet.xml("baseValue", "everybody", baseType="identifier")
        sheet.steps.append(sheet.xml("setOutcomeValue", value, identifier=GENERAL))
        sheet.open_box(GENERAL, "everybody", document["feedback"])


def _scenario(document: Document, sheet: Sheet) -> str:
    body = document["body"]
    blocks = [f"<div>{sheet.html(body.get('vignette', ''))}</div>"]
    for number, part in enumerate(body.get("parts", ()), 1):
        inner = Sheet(sheet.xml, sheet.pictures, marks=part.get("marks") or 1, used=sheet.used)
        shown = INTERACTIONS[part["kind"]](part, inner, f"RESPONSE_{number}")
        sheet.responses += inner.responses
        sheet.steps += inner.steps
        blocks.append(f'<div id="{PART}{part["name"]}">{shown}</div>')
    return "".join(blocks)
