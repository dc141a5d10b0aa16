"""Files that others wrote, outside this project: each question is read or refused by name.

They are reached through IMPORT_CORPUS and are not part of the project; without it these tests are left
out, and the summary says so.
"""

import os
from pathlib import Path

import pytest

from assessments.interchange import read
from assessments.interchange.reading import REFUSED, SKIPPED

pytestmark = pytest.mark.corpus

EXPECTED = {
    "gift/examples.txt": ("gift", 32, {"question_repeated"}),
    "gift/questions_in_category.gift.txt": ("gift", 4, set()),
    "gift/symbolsAll.gift": ("gift", 1, set()),
    "gift/markdown.gift": ("gift", 0, {"question_without_answers"}),
    "gift/options1.gift": ("gift", 13, {"question_repeated"}),
    "gift/numerical1.gift": ("gift", 8, {"question_repeated"}),
    "gift/tag_id_and_two_tags.gift": ("gift", 1, set()),
    "gift_cp1252/questions_encoding_windows-1252.gift.txt": ("", 0, {"encoding_not_utf8"}),
    "aiken/questions.aiken.txt": ("aiken", 2, set()),
    "cloze/questions.multianswer.txt": ("cloze", 1, set()),
    "cloze_broken/broken_multianswer_1.txt": ("cloze", 0, {"cloze_too_few_options"}),
    "moodle_xml/multichoice.xml": ("moodle_xml", 1, set()),
    "moodle_xml/categories_reverse_order.xml": ("moodle_xml", 2, set()),
    "moodle_xml/nested_categories_with_questions.xml": ("moodle_xml", 5, set()),
    "moodle_xml/sample_questions_with_old_image_tag.xml": ("moodle_xml", 2, set()),
    "moodle_xml/testquestion_gapselect.moodle.xml": ("moodle_xml", 1, set()),
    "moodle_xml/testquestion_multichoice.moodle.xml": ("moodle_xml", 1, set()),
    "moodle_xml/testquestion_shortanswer.moodle.xml": ("moodle_xml", 1, set()),
    "qti_1_2_canvas/edge_cases_1.2.xml": ("", 0, {"qti_1_2"}),
    "qti_1_2_canvas/multiple_answer_canvas.xml": ("", 0, {"qti_1_2"}),
    "qti_1_2_canvas/text.no.question.xml": ("", 0, {"qti_1_2"}),
    "qti_2_1/choice_multiple.xml": ("qti_21", 1, set()),
    "qti_2_1/order.xml": ("qti_21", 1, set()),
    "qti_2_1/adaptive.xml": ("qti_21", 0, {"adaptive_unsupported"}),
    "qti_invalid/empty.xml": ("", 0, {"import_file_empty"}),
    "qti_invalid/invalidresponseidentifier.xml": ("qti_21", 0, {"response_undeclared"}),
    "qti_3_0/imsmanifest.xml": ("", 0, {"manifest_alone"}),
    "qti_3_0/QTI3-match.xml": ("qti_30", 1, set()),
}


@pytest.fixture(scope="module")
def corpus() -> Path:
    return Path(os.environ["IMPORT_CORPUS"])


def listed(corpus: Path) -> list[str]:
    rows = (corpus / "INDEX.tsv").read_text().splitlines()[1:]
    return [row.split("\t")[0] for row in rows]


def test_every_file_of_the_corpus_has_its_expectation(corpus):
    assert sorted(listed(corpus)) == sorted(EXPECTED)


@pytest.mark.lesson(63)
@pytest.mark.parametrize("name", EXPECTED)
def test_each_question_is_read_or_refused_by_name(corpus, name):
    format, count, left = EXPECTED[name]

    reading = read((corpus / name).read_bytes(), Path(name).name)

    told = {one.reason for one in reading.problems if one.level in (SKIPPED, REFUSED)}
    assert (reading.format, len(reading.entries), told) == (format, count, left)
    assert all(problem.words for problem in reading.problems)


@pytest.mark.lesson(64)
def test_pictures_of_options_are_kept(corpus):
    reading = read((corpus / "moodle_xml/multichoice.xml").read_bytes())

    options = reading.entries[0].document["options"]
    assert [told["text"][:2] for told in options] == ["!["] * 4
    assert len(reading.pictures) == 4


def test_the_file_in_another_encoding_is_read_where_it_is_named(corpus):
    data = (corpus / "gift_cp1252/questions_encoding_windows-1252.gift.txt").read_bytes()

    reading = read(data, "a.gift", encoding="cp1252")

    pairs = reading.entries[-1].document["body"]["pairs"]
    assert [pair["left"] for pair in pairs] == ["aödf", "asdf", "asdf"]


def test_a_second_reading_gives_the_same_ids(corpus):
    for name in EXPECTED:
        data = (corpus / name).read_bytes()
        once, twice = (read(data, Path(name).name) for _ in range(2))
        assert [one.document["id"] for one in once.entries] == [
            one.document["id"] for one in twice.entries
        ]
