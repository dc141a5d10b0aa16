"""A lesson leaves the CMS as a file and comes back the same; what no file can hold is said."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from courses.models import ProgrammePage
from tests.training_site.curriculum.files import CURRICULUM, FILES, without_ids
from training_site.curriculum.from_html import to_markdown
from training_site.curriculum.markdown import normal, to_html, to_line
from training_site.curriculum.reading import block_id, read_lesson
from training_site.curriculum.shapes import FLAG, LINE, NOTE, RICH, SHAPES
from training_site.curriculum.writing import lesson_text

FRONT = {
    "number": "9.1",
    "title": "A title",
    "minutes": 12,
    "content_area": "ethics_law",
    "outcome": {"code": "9.1", "text": "Decide: this, “that” or # neither."},
    "summary": "One. Two.",
}

# Words that Markdown, YAML or the frame of a lesson file would take for something of theirs.
NASTY = [
    "word", "a  b", "*", "**x", "_under_", "`", "```", "---", "# x", "1. x", "- x", "> x", "&amp;",
    "<", "P < 0.05", "[@I8]", "[[triad|the triad]]", "[x](y)", "\\", "x: y", "'", "“", "\u202f", "é",
    "10 %", "|", "!", "{x}", "%", "@x", "~", "^",
]  # fmt: skip
words = st.lists(st.sampled_from(NASTY), min_size=1, max_size=6).map(" ".join)
escaped = words.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))


def tagged(name):
    return lambda inner: f"<{name}>{inner}</{name}>"


inline = st.recursive(
    escaped,
    lambda inner: st.one_of(
        inner.map(tagged("b")),
        inner.map(tagged("i")),
        inner.map(lambda text: f'<a href="https://example.org/a_b?c=1&amp;d=*">{text}</a>'),
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map("<br/>".join),
    ),
    max_leaves=5,
)
items = st.lists(inline.map(tagged("li")), min_size=1, max_size=3).map("".join)
blocks = st.one_of(
    *(inline.map(tagged(name)) for name in ("p", "p", "h2", "h3", "blockquote")),
    *(items.map(tagged(name)) for name in ("ul", "ol")),
    st.just("<hr/>"),
)
rich = st.lists(blocks, min_size=1, max_size=4).map("".join)


def values(shape):
    """Values of a block as Wagtail holds them."""
    made = {LINE: words.map(to_line).filter(bool), RICH: rich.map(normal), FLAG: st.booleans()}
    fields = {}
    for name, form in shape.items():
        if isinstance(form, list):
            entry = values(form[0]).map(lambda value: {"type": "item", "value": value, "id": "x"})
            fields[name] = st.lists(entry, min_size=1, max_size=3)
        else:
            fields[name] = made.get(form, st.just("triad"))
    return st.fixed_dictionaries(fields)


kinds = {name: values(shape) for name, shape in SHAPES.items()} | {
    NOTE: st.fixed_dictionaries({"text": rich.map(normal)}),
    "prose": rich.map(normal),
}
bodies = st.lists(
    st.one_of(
        st.fixed_dictionaries({"type": st.just(name), "value": value, "id": st.just("own-id")})
        for name, value in kinds.items()
    ),
    min_size=1,
    max_size=4,
)


def joined(body):
    """Prose after prose is one text."""
    out = []
    for block in body:
        if out and block["type"] == "prose" == out[-1]["type"]:
            out[-1] = out[-1] | {"value": out[-1]["value"] + block["value"]}
        else:
            out.append(block)
    return out


@given(rich)
def test_the_editors_html_comes_back_from_markdown(html):
    assert to_html(to_markdown(html)) == normal(html)


@given(bodies)
def test_any_lesson_comes_back_from_its_file(tmp_path_factory, body):
    root = tmp_path_factory.mktemp("written")
    path = root / "9-1.md"
    path.write_text(lesson_text(FRONT, body), encoding="utf-8")

    read = read_lesson(path, root)

    assert read.front == FRONT
    assert without_ids(read.body) == without_ids(joined(body))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_lesson_of_ours_comes_back(path, tmp_path):
    held = read_lesson(path, CURRICULUM)
    again = tmp_path / path.name
    again.write_text(lesson_text(held.front, held.body), encoding="utf-8")

    read = read_lesson(again, tmp_path)

    assert read.body == held.body
    assert read.front["outcome"] == held.front["outcome"]


def test_a_prompt_first_written_in_the_cms_keeps_its_journals(tmp_path):
    theirs = {"type": "reflection", "value": {"prompt": "<p>What?</p>"}, "id": "own-id"}
    path = tmp_path / "9-1.md"
    path.write_text(lesson_text(FRONT, [theirs, theirs | {"id": block_id("9.1", "reflection", 2)}]))

    first, second = read_lesson(path, tmp_path).body

    assert first["id"] == "own-id"
    assert second["id"] == block_id("9.1", "reflection", 2)
    assert path.read_text().count("id: ") == 1


@pytest.mark.django_db
def test_an_unknown_programme_is_asked_for_by_name(tmp_path, now):
    with pytest.raises(CommandError, match="Name one programme"):
        call_command("export_curriculum", str(tmp_path), stdout=StringIO())
    assert not ProgrammePage.objects.exists()
