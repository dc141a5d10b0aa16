"""What is claimed stands on a source: a figure carries a key, and the source holds that figure."""

import re

import pytest

from courses.shortcodes import CITATION
from tests.training_site.curriculum.files import CURRICULUM, LESSONS
from training_site.curriculum.reading import read_yaml

SOURCES = {source["key"]: source for source in read_yaml(CURRICULUM / "bibliography.yaml")}
ITEMS = [item for path in CURRICULUM.glob("*/items.yaml") for item in read_yaml(path)["items"]]
TAG = re.compile(r"<[^>]+>")
BLOCK_END = re.compile(r"</(?:p|li|blockquote)>")
HEADING = re.compile(r"<h\d>.*?</h\d>")
SENTENCE_END = re.compile(r"(?<=[.?])”?\s+(?=[A-Z“])")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
# Numbers that name something of ours, or a time of day, are no findings.
NAMES = re.compile(
    r"\b(?:lessons?|courses?|modules?|phases?|cases?|items?|steps?|pages?|versions?|anchors?|step)\s+"
    r"\d+(?:\.\d+)?(?:(?:,| and| to|–)\s*\d+(?:\.\d+)?)*|\(\d\.\d\)|\b\d{1,2}[.:]\d\d\b(?! ?%)",
    re.I,
)
A_YEAR = re.compile(r"(?:19|20)\d\d")
FROM = 10  # smaller numbers count things in the room


def sentences(html: str):
    for paragraph in BLOCK_END.split(HEADING.sub(" ", html)):
        yield from SENTENCE_END.split(TAG.sub(" ", paragraph).strip())


def numbers(text: str) -> set[str]:
    return {found.replace(",", "") for found in NUMBER.findall(text)}


def figures(sentence: str) -> set[str]:
    """Percentages, and numbers from ten; not the names of things."""
    plain = NAMES.sub(" ", CITATION.sub(" ", sentence))
    shares = {found.replace(",", "") for found in re.findall(r"([\d.]+) ?%", plain)}
    return shares | {one for one in numbers(plain) if float(one) >= FROM}


def faults(html: str) -> list[str]:
    """Sentences with a figure that no source cited in the same sentence holds."""
    found = []
    for sentence in sentences(html):
        told, keys = figures(sentence), CITATION.findall(sentence)
        if all(A_YEAR.fullmatch(one) for one in told) and not keys:
            continue  # a date alone; what happened then is the claim
        held = {one for key in keys for one in numbers(" ".join(map(str, SOURCES[key].values())))}
        if told - held and "illustrative" not in sentence:
            found.append(sentence)
    return found


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_every_figure_of_a_lesson_is_one_of_the_source_it_cites(lesson):
    told = [block["value"] for block in lesson.body if block["type"] == "prose"]
    told += [block["value"]["text"] for block in lesson.body if block["type"] == "note"]

    assert [fault for html in told for fault in faults(html)] == []


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_every_figure_of_a_feedback_is_one_of_the_source_it_cites(item):
    assert [fault for one in item["options"] for fault in faults(one["feedback"])] == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("About 36 % of those known answered [@L2].", False),
        ("About 37 % of those known answered [@L2].", True),
        ("About 36 % of those known answered.", True),
        ("See lesson 12.4 at 17.30.", False),
        ("In 1983 somebody asked.", False),
        ("There were 54 answers in 1983.", True),
    ],
)
def test_the_check_finds_what_it_should(sentence, found):
    assert bool(faults(f"<p>{sentence}</p>")) is found
