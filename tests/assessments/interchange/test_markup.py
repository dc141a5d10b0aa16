"""HTML to text and back: what a reader saw is what a reader sees."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.interchange.markup import has_markup, html_of, words_of
from assessments.interchange.reading import Found
from assessments.interchange.text import tidy
from tests.assessments.interchange.documents import text


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."),
        ("<p>One,<br />\n  two.<br></p>", "One,\ntwo."),
        ("One\n   line", "One line"),
        ("<ul><li>a</li>\n<li>b</li></ul>", "- a\n- b"),
        ("<p>Do:</p><ol><li><p>a</p></li><li>b</li></ol>then", "Do:\n\n1. a\n2. b\n\nthen"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"),
        ("10<sup>2</sup> m<sup>n+1</sup>, H<sub>2</sub>O, x<sub>max</sub>", None),
        (
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
            "a | b\nc | d",
        ),
        ('<a href="https://example.org/x">here</a>', "here (https://example.org/x)"),
        ("<b>bold</b> &amp; <em>slanted</em> &lt;p&gt;", "bold & slanted <p>"),
        ("<p></p><div>&nbsp;</div><p>a</p>", "a"),
    ],
)
def test_markup_becomes_the_words_it_shows(html, words):
    expected = words or "10² mⁿ⁺¹, H₂O, x_(max)"

    assert words_of(html, Found(1, {})) == expected


def test_a_power_never_becomes_another_number():
    assert words_of("10<sup>3</sup>", Found(1, {})) == "10³"


@settings(max_examples=150, deadline=None)
@given(st.one_of(text, st.text(max_size=60).map(tidy)))
def test_text_to_html_and_back_is_the_identity(said):
    assert words_of(html_of(said), Found(1, {})) == said


@pytest.mark.parametrize("said", ["a < b", "x <y> z", "5<6>4", "a <html class> b", "&amp;"])
def test_signs_are_no_markup(said):
    assert not has_markup(said)
