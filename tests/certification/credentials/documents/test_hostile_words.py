"""Whatever staff type on a template is printed as typed: no word of it is ever read as markup."""

import time
from dataclasses import replace

import pytest

from certification.credentials.documents.pdf import (
    DENSITIES,
    PAGE,
    STANDARDS,
    certificate_pdf,
    page_inputs,
)
from certification.credentials.documents.snapshot import Signatory
from certification.credentials.rules.template_words import check_wording
from tests.certification.credentials.documents.test_goldens import bare, text_of
from training_site.content.typesetting import CannotBeSet
from training_site.content.typesetting_apart import TooSlow, typeset_apart

HOSTILE = [
    '#eval("1 + 1")',
    '#read("/manage.py")',
    '#import "/training_site/content/typst/type.typ": *',
    "#panic(1) #pagebreak() #include",
    '"; sys.inputs.snapshot; "',
    '\\ \\u0041 \\" \\n',
    "@label <label> @ref[x]",
    "$ x^2 $ *bold* _slanted_ `raw` ~ --- ...",
    "= Heading",
    "- item + item / term: item",
    "// comment /* comment */",
    "<script>alert(1)</script> &amp; %PDF %s",
    "it's \"quoted\" 'twice'",
    "https://example.org/#a",
]
LONGEST_WAIT = 5.0


def saying(snapshot, words: str):
    """The words in every place that a template has."""
    return replace(
        snapshot,
        heading=words,
        wording="{name}\n{title}\n{scope}\n" + words,
        closing=words,
        further_signatories=(Signatory(words, words),),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_is_read_as_markup(snapshot, words):
    assert check_wording(saying(snapshot, words).wording)

    pdf = certificate_pdf(saying(snapshot, words))

    assert pdf.count(b"/Type/Page/") + pdf.count(b"/Type /Page ") <= 1


@pytest.mark.poppler
@pytest.mark.parametrize("words", HOSTILE)
def test_they_are_read_back_as_they_were_typed(snapshot, tmp_path, words):
    read_back = bare(text_of(certificate_pdf(saying(snapshot, words)), tmp_path, "-raw"))

    assert read_back.count(bare(words)) >= 4


@pytest.mark.parametrize(
    "words",
    ["W" * 1100, "i " * 550, "ﷺ" * 80, "\n".join("W" * 100 for _ in range(9)), "้" * 80],
    ids=["one word", "many words", "ligatures", "many lines", "marks upon marks"],
)
def test_the_most_that_can_be_typed_costs_little_or_is_refused(snapshot, words):
    page = replace(
        snapshot,
        heading=words[:80],
        wording="{name}\n{title}\n{scope}\n" + words,
        closing=words[:200],
        further_signatories=(Signatory(words[:100], words[:60]),) * 3,
    )
    begun = time.monotonic()

    try:
        typeset_apart(
            "pdf",
            PAGE,
            page_inputs(page),
            variants=[{"density": density} for density in DENSITIES],
            standards=STANDARDS,
        )
    except CannotBeSet:
        pass
    assert time.monotonic() - begun < LONGEST_WAIT


def test_what_takes_longer_than_its_time_is_stopped(snapshot):
    with pytest.raises(TooSlow):
        typeset_apart(
            "pdf", PAGE, page_inputs(snapshot) | {"density": "1"}, seconds=0.01, standards=STANDARDS
        )
