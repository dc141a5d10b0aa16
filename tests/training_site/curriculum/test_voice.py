"""One voice, and no sentence twice: what a reader of all courses would notice."""

import re
from collections import defaultdict

import pytest

from courses.shortcodes import CITATION
from tests.training_site.curriculum.files import CURRICULUM, LESSONS, strings
from training_site.curriculum.reading import read_yaml

ITEMS = [item for path in CURRICULUM.glob("*/items.yaml") for item in read_yaml(path)["items"]]
TAG = re.compile(r"<[^>]+>")
# Said in every lesson on purpose: who can read a reflection.
SAID_ALWAYS = "only you can read this unless you choose to share it"
STOCK = [
    r"it is important to (note|remember|understand)",
    r"in conclusion",
    r"in this lesson,? (we|you) will",
    r"in today[’']s (world|society|age)",
    r"as (mentioned|discussed|noted) (above|earlier|before)",
    r"plays? an? (crucial|vital|key|important) role",
    r"when it comes to",
    r"at the end of the day",
    r"best practices?",
    r"safe space",
    r"\bdelve",
    r"\b(your|their|this|the) journey",
    r"\btapestry",
    r"\bholistic",
    r"\bleverag",
    r"\bnavigat",
    r"it[’']s not just",
    r"not only .{3,60} but also",
]


def told(lesson) -> str:
    return " ".join(strings([block["value"] for block in lesson.body]))


def runs(lesson, length: int) -> set[str]:
    """Every run of so many words that stands within one sentence of a lesson."""
    plain = TAG.sub(" ", CITATION.sub(" ", told(lesson))).lower()
    found = set()
    for sentence in re.split(r"[.?!:;]", plain):
        words = re.findall(r"[\w’'-]+", sentence)
        found |= {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}
    return {run for run in found if run not in SAID_ALWAYS}


def shared(length: int, by_more_than: int) -> dict[str, list[str]]:
    where = defaultdict(list)
    for lesson in LESSONS:
        for run in runs(lesson, length):
            where[run].append(lesson.number)
    return {run: numbers for run, numbers in where.items() if len(numbers) > by_more_than}


def test_no_two_lessons_share_a_sentence():
    assert shared(length=13, by_more_than=1) == {}


def test_no_turn_of_phrase_runs_through_the_lessons():
    assert shared(length=7, by_more_than=4) == {}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
@pytest.mark.parametrize("phrase", STOCK)
def test_no_stock_phrase(lesson, phrase):
    assert not re.search(phrase, told(lesson), re.I)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_a_lesson_links_to_nothing_but_its_sources_and_terms(lesson):
    """An outside address belongs into the bibliography, where its weight is told."""
    assert "<a " not in told(lesson)


def test_no_name_is_used_for_two_people():
    """A reader who meets a name again looks for the same person."""
    where = defaultdict(set)
    for lesson in LESSONS:
        for block in lesson.body:
            if block["type"] == "vignette":
                situation = TAG.sub(" ", block["value"]["situation"])
                for name in re.findall(r"\b([A-Z][a-zé]+)(?: is|,) \d\d\b", situation):
                    where[name].add(lesson.number)

    assert {name: numbers for name, numbers in where.items() if len(numbers) > 1} == {}


def test_no_two_items_ask_the_same():
    stems = [" ".join(item["stem"].lower().split()) for item in ITEMS]

    assert len(set(stems)) == len(stems)
