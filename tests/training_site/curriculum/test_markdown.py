"""Markdown becomes what the editor keeps: its tag names, printed quotation marks, nothing foreign."""

import pytest

from training_site.curriculum.faults import Unreadable
from training_site.curriculum.markdown import to_html, to_line, typographic
from training_site.curriculum.reading import block_id, read_blocks, read_front_matter


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("A *b* **c**.", "<p>A <i>b</i> <b>c</b>.</p>"),
        ("## It is so", "<h2>It is so</h2>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("See [@I8] and [[triad|the three]].", "<p>See [@I8] and [[triad|the three]].</p>"),
        ("<script>x</script>", ""),
        ("[x](javascript:alert(1))", "<p><a>x</a></p>"),
        ('She said "no" and *"yes"*.', "<p>She said “no” and <i>“yes”</i>.</p>"),
        ("It's the client's.", "<p>It’s the client’s.</p>"),
    ],
)
def test_markdown_becomes_clean_html(markdown, html):
    assert to_html(markdown).replace(' href="#harmful-link"', "") == html


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"A"', "“A”"),
        ("'A'", "‘A’"),
        ('("A")', "(“A”)"),
        ("don't", "don’t"),
        ('<a href="x">"A"</a>', '<a href="x">“A”</a>'),
    ],
)
def test_quotation_marks_are_set(typed, printed):
    assert typographic(typed) == printed


def test_a_line_has_no_line_breaks():
    assert to_line(" one\n  two ") == "one two"


def test_blocks_keep_their_order_and_their_ids():
    text = "First.\n\n```note\nAside.\n```\n\nLast.\n"

    raw = read_blocks(text, "9.1")

    assert [block["type"] for block in raw] == ["prose", "note", "prose"]
    assert raw[2]["id"] == block_id("9.1", "prose", 2)
    assert read_blocks(text.replace("First", "Changed"), "9.1")[1]["id"] == raw[1]["id"]


def test_an_unknown_block_is_named():
    with pytest.raises(Unreadable, match="'poem'"):
        read_blocks("```poem\nx: y\n```\n", "9.1")


def test_a_file_without_front_matter_is_named(tmp_path):
    (tmp_path / "x.md").write_text("No front.\n")

    with pytest.raises(Unreadable, match=r"x\.md"):
        read_front_matter(tmp_path / "x.md")
