"""Whatever a file holds, reading it ends in a report and never in an error."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.actions.versions import content_of
from assessments.interchange import FORMATS, read, write
from tests.assessments.interchange.examples import EXAMPLES

FILES = sorted(path for path in (Path(__file__).parent / "files").rglob("*") if path.is_file())
SAMPLES = [path.read_bytes() for path in FILES] + [
    write(EXAMPLES.values(), known.name).data for known in FORMATS.values() if known.write
]
often = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def damaged(draw):
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.integers(0, 40))
        data[at : at + length] = draw(st.binary(max_size=12) | st.sampled_from([b"{", b"}", b"\n"]))
    return bytes(data)


@often
@given(damaged(), st.sampled_from(["", *FORMATS]))
def test_a_damaged_file_never_raises(data, format):
    reading = read(data, format=format or None)

    assert all(problem.words for problem in reading.problems)
    for entry in reading.entries:
        content_of(entry.document)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
names = [
    "pairs",
    "sequence",
    "accepted",
    "gaps",
    "parts",
    "rubric",
    "options",
    "kind",
    "text",
    "value",
]
bodies = st.dictionaries(st.sampled_from(names), anything, max_size=4)


@often
@given(st.sampled_from(FORMATS["csv"].kinds), bodies)
def test_any_json_in_a_table_is_read_or_skipped(kind, body):
    told = json.dumps(body).replace('"', '""')

    reading = read(f'id,kind,stem,body\n"a",{kind},Which?,"{told}"\n'.encode(), format="csv")

    assert len(reading.entries) + len(reading.problems) >= 1
    for entry in reading.entries:
        content_of(entry.document)


@often
@given(bodies | st.dictionaries(st.sampled_from(["kind", "options", "body", "marks"]), anything))
def test_a_forged_remark_of_ours_changes_nothing_or_is_whole(own):
    text = f"// triad: {json.dumps(own)}\n::a::Ready?{{T}}\n"

    entry = read(text.encode(), "a.gift").entries[0]

    content_of(entry.document)


@pytest.mark.parametrize(
    "text",
    [
        "a" + " " * 300_000 + "b {T}",
        "\n" * 300_000 + "::a::b{T}",
        "{" * 100_000,
        "<p>a" + " \t" * 100_000 + "b</p>{T}",
        "~" * 50_000 + "{~a =b}",
    ],
)
def test_long_runs_take_no_longer_than_they_are_long(text):
    begun = time.monotonic()

    read(text.encode(), "a.gift")

    assert time.monotonic() - begun < 5
