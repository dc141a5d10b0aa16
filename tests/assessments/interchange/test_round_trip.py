"""What is exported and imported again is what it was: every kind, every format, every sign."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.interchange import FORMATS, read, write
from assessments.interchange.normal import normal
from tests.assessments.interchange.documents import documents
from tests.assessments.interchange.examples import EXAMPLES

CARRIED = [
    (known.name, kind)
    for known in FORMATS.values()
    if known.write and (known.keeps_own or known.name == "csv")
    for kind in known.kinds
]
ESSENCE = ("kind", "stem")
few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.lesson(65)
@pytest.mark.parametrize(("format", "kind"), CARRIED)
def test_export_and_import_again_is_the_identity(format, kind):
    @few
    @given(st.lists(documents(kind), min_size=1, max_size=3, unique_by=lambda one: one["id"]))
    def holds(entries):
        written = write(entries, format)

        reading = read(written.data, format=format)

        assert [problem.level for problem in reading.problems if problem.level != "noted"] == []
        assert [entry.document for entry in reading.entries] == [normal(one) for one in entries]

    holds()


@pytest.mark.lesson(65)
def test_aiken_brings_back_what_it_carries_and_leaves_out_the_rest_by_name():
    @few
    @given(documents("single"))
    def holds(entry):
        written = write([entry], "aiken")
        back = read(written.data, format="aiken").entries

        if back:
            told, meant = back[0].document, normal(entry)
            assert [told[key] for key in ESSENCE] == [meant[key] for key in ESSENCE]
            assert [(o["text"], o["correct"]) for o in told["options"]] == [
                (o["text"], o["correct"]) for o in meant["options"]
            ]
        else:
            assert [problem.reason for problem in written.problems] == ["not_faithful"]

    holds()


PLAIN = {
    "single": ["stem", "options"],
    "multiple": ["stem"],
    "matching": ["stem", "body"],
    "ordering": ["stem", "body"],
    "short_text": ["stem"],
    "gaps": ["stem", "body"],
    "scenario": ["stem"],
}


@pytest.mark.parametrize(
    ("format", "kind"), [pair for pair in CARRIED if FORMATS[pair[0]].keeps_own]
)
def test_other_programs_read_kind_and_key_without_what_is_only_ours(format, kind):
    entry = EXAMPLES[kind]

    written = write([entry], format)

    hidden = [problem.details["names"] for problem in written.problems]
    left = set(", ".join(hidden).split(", "))
    assert left & {"kind", *PLAIN.get(kind, ["stem"])} == set()
