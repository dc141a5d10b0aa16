"""QTI items of versions 2 and 3 as others write them, and the packages that this site writes."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from assessments.interchange import FORMATS, read, write
from assessments.interchange.qti.bodies import interactions_in
from assessments.interchange.qti.versions import in_words_of_2
from assessments.interchange.safe_xml import parse
from tests.assessments.interchange.examples import EXAMPLES

FILES = Path(__file__).parent / "files"


def reading_of(name: str):
    return read((FILES / f"{name}.xml").read_bytes(), f"{name}.xml")


def document_of(name: str) -> dict:
    return reading_of(f"qti_2/{name}").entries[0].document


def reasons(reading) -> list[str]:
    return [problem.reason for problem in reading.problems]


@pytest.mark.parametrize(
    ("name", "kind", "noted"),
    [
        ("choice", "single", ["settings_left"]),
        ("multiple", "multiple", []),
        ("order", "ordering", []),
        ("match", "matching", []),
        ("associate", "matching", ["associate_as_matching"]),
        ("text", "short_text", []),
        ("number", "numeric", []),
        ("extended", "essay", ["essay_rubric_made"]),
        ("inline", "gaps", []),
        ("composite", "scenario", ["parts_as_scenario"]),
    ],
)
def test_every_interaction_has_its_kind(name, kind, noted):
    reading = reading_of(f"qti_2/{name}")

    assert [(one.document["id"], one.document["kind"]) for one in reading.entries] == [(name, kind)]
    assert reasons(reading) == noted


@pytest.mark.lesson(63)
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("hotspot", "interaction_unsupported"),
        ("adaptive", "adaptive_unsupported"),
        ("drawn", "template_unsupported"),
        ("formula", "math_unsupported"),
        ("nokey", "key_missing"),
        ("words", "interaction_missing"),
        ("undeclared", "response_undeclared"),
    ],
)
def test_what_is_not_read_is_named(name, reason):
    reading = reading_of(f"qti_2/{name}")

    assert reading.entries == []
    assert [(told.ref, told.reason, told.line) for told in reading.problems] == [(name, reason, 2)]


def test_an_older_qti_and_a_lone_manifest_are_refused_with_advice():
    assert reasons(reading_of("qti_1_2")) == ["qti_1_2"]
    assert reasons(read(b"<manifest/>", "imsmanifest.xml")) == ["manifest_alone"]
    assert reasons(read(b"<html/>", "a.xml")) == ["xml_root_unknown"]


def test_versions_2_and_3_say_the_same():
    old, new = (reading_of(f"{folder}/choice").entries[0].document for folder in ("qti_2", "qti_3"))

    assert old == new
    assert old["stem"] == "A session begins.\n\nWhat comes before touch?"
    assert [(o["correct"], o["feedback"], o["pinned"]) for o in old["options"]] == [
        (False, "Not enough.", False),
        (True, "Each time anew.", False),
        (False, "", True),
    ]


def test_a_mapping_makes_the_rule_and_the_marks():
    document = document_of("multiple")

    assert document["scoring"] == "right_minus_wrong"
    assert document["marks"] == 2


def test_sides_and_strays_of_a_matching_are_kept():
    assert document_of("match")["body"] == {
        "pairs": [
            {"left": "Therapist", "right": "keeps the plan"},
            {"left": "Mentor", "right": "reads the notes"},
        ],
        "distractors": ["writes the invoice"],
    }
    assert document_of("associate")["body"]["distractors"] == ["Invoice"]
    assert document_of("order")["body"]["sequence"] == ["Arriving", "Exercise", "Reflection"]


def test_a_star_in_a_text_means_itself():
    document = document_of("text")

    assert document["stem"] == "The person who supervises is the _____ of the intern."
    assert [(told["text"], told["share"]) for told in document["body"]["accepted"]] == [
        ("mentor", "1"),
        ("super\\*visor", "0.5"),
    ]
    assert document["body"]["case_sensitive"] is False


def test_percent_of_tolerance_becomes_a_share():
    document = document_of("number")

    assert document["stem"] == "How long is a session?"
    assert document["body"] | {"other_units": []} == {
        "value": "60",
        "tolerance": "0.05",
        "relative": True,
        "unit": "min",
        "unit_required": False,
        "other_units": [],
    }


def test_a_case_has_its_text_and_its_parts():
    body = document_of("composite")["body"]

    assert body["vignette"] == "A client comes to a first session."
    assert [(part["name"], part["stem"]) for part in body["parts"]] == [
        ("1", "What comes first?"),
        ("2", "Afterwards something troubles you.\n\nWhom do you ask? _____"),
    ]


def package(version: str) -> dict[str, bytes]:
    data = write(EXAMPLES.values(), f"qti_{version}").data
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


USING = ("variable", "correct", "mapResponse", "setOutcomeValue")
NAMES = {
    "21": "http://www.imsglobal.org/xsd/imsqti_v2p1",
    "22": "http://www.imsglobal.org/xsd/imsqti_v2p2",
    "30": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
}


@pytest.mark.parametrize("version", NAMES)
def test_a_package_names_every_file_in_its_manifest_and_only_those(version):
    files = package(version)

    manifest, _encoding = parse(files["imsmanifest.xml"])
    named = [file.get("href") for file in manifest.inside("file")]
    resources = manifest.all("resources", "resource")
    assert sorted(named) == sorted(set(files) - {"imsmanifest.xml"})
    assert {one.get("type") for one in resources} == {f"imsqti_item_xmlv{version[0]}p{version[1]}"}
    assert len({one.get("identifier") for one in resources}) == len(EXAMPLES)


@pytest.mark.parametrize("version", NAMES)
def test_each_item_is_in_the_namespace_of_its_version(version):
    for name, data in package(version).items():
        if name.startswith("items/"):
            root, _encoding = parse(data)
            assert root.namespace == NAMES[version]
            assert root.name == ("qti-assessment-item" if version == "30" else "assessmentItem")


def test_version_3_has_no_word_of_version_2_left():
    for name, data in package("30").items():
        if name.startswith("items/"):
            names = set(re.findall(r"<([A-Za-z-]+)", data.decode()))
            assert all(one.startswith("qti-") or one in {"p", "div", "br"} for one in names)
            attributes = re.findall(r' ([a-z]+[A-Z][A-Za-z]*)="', data.decode())
            assert set(attributes) <= {"schemaLocation"}


@pytest.mark.parametrize("version", NAMES)
def test_what_an_item_answers_and_sets_is_declared(version):
    for name, data in package(version).items():
        if not name.startswith("items/"):
            continue
        root = in_words_of_2(parse(data)[0])
        declarations = root.inside("responseDeclaration", "outcomeDeclaration")
        declared = {one.get("identifier") for one in declarations}
        used = {one.get("responseIdentifier") for one in interactions_in(root)}
        used |= {one.get("identifier") for one in root.inside(*USING)}
        used |= {one.get("outcomeIdentifier") for one in root.inside("modalFeedback")}
        assert used <= declared, name


def test_the_same_bank_makes_the_same_bytes():
    assert write(EXAMPLES.values(), "qti_30").data == write(EXAMPLES.values(), "qti_30").data


def test_the_order_in_a_file_is_not_the_key():
    entry = EXAMPLES["ordering"] | {"body": {"sequence": ["c", "a", "b"]}}
    data = write([entry], "qti_21").data
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        item = made.read("items/0001-our-ordering.xml").decode()

    assert re.findall(r"<simpleChoice[^>]*><p>(\w)", item) == ["a", "b", "c"]


@pytest.mark.lesson(63)
def test_a_question_that_another_program_changed_keeps_its_new_words():
    entry = EXAMPLES["single"] | {"difficulty": 0.5}
    data = write([entry], "moodle_xml").data.replace(b"The invoice", b"The bill")
    reading = read(data, "a.xml")

    assert reading.entries[0].document["options"][2]["text"] == "The bill"
    assert reading.entries[0].document["difficulty"] == 0.5
    assert reading.entries[0].document["outcome"] == "ETH-1"
    assert reasons(reading) == ["changed_elsewhere"]


def test_every_format_says_what_it_cannot_carry():
    assert all(str(known.cannot) and known.label and known.extensions for known in FORMATS.values())
