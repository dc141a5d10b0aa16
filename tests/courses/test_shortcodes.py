"""[@KEY] and [[term]] in a lesson's raw blocks and in its text."""

from courses.reading import Reading
from courses.shortcodes import cited_keys, named_terms
from courses.templatetags.courses import resolve

BODY = [
    {"type": "prose", "value": "<p>One [@I8] and [@S4]. A [[triad]].</p>"},
    {"type": "citation", "value": {"source": "L4", "finding": "<p>See [@I8].</p>"}},
    {"type": "definition", "value": {"term": "intern"}},
    {
        "type": "check",
        "value": {"options": [{"value": {"feedback": "<p>[@seed001] [[triad|the three]]</p>"}}]},
    },
]


def a_reading() -> Reading:
    source = {"title": "A code", "authors": "IPSA"}
    terms = {"triad": {"term": "Triad", "definition": "Three <together>."}}
    sources = [{"key": key} | source for key in ("I8", "S4")]
    return Reading({"body": BODY, "sources": sources, "terms": terms}, lesson_uuid=None)


def test_keys_are_numbered_in_reading_order_each_once():
    assert cited_keys(BODY) == ["I8", "S4", "L4", "seed001"]


def test_terms_are_found_in_text_and_in_definitions():
    assert named_terms(BODY) == ["triad", "intern"]


def test_numbers_follow_the_stop_and_name_their_source():
    html = resolve("<p>As read [@I8] [@S4]. More.</p>", a_reading())

    assert html.startswith('<p>As read.<sup class="cite"><a href="#source-1"')
    assert 'aria-label="Source 2: IPSA, A code">2</a></sup> More.' in html


def test_a_term_carries_its_definition_escaped():
    html = resolve("<p>The [[triad]] and [[triad|all three]]</p>", a_reading())

    assert ">triad</a>" in html
    assert ">all three</a>" in html
    assert "Three &lt;together&gt;." in html
    assert html.count('id="term-1"') == html.count('id="term-2"') == 1


def test_an_unknown_key_or_term_is_left_readable():
    html = resolve("<p>See [@ZZ9], a [[nothing]].</p>", a_reading())

    assert "[ZZ9]" in html
    assert "nothing" in html
    assert "[[" not in html
