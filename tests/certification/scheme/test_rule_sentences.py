from pathlib import Path

import pytest
from django.conf import settings

from certification.scheme.rule_sentences import SENTENCES, rule_sentence, sections_of
from certification.scheme.rules import read_scheme
from certification.scheme.rules.caps import CAPS
from certification.scheme.rules.conversions import CONVERSIONS
from certification.scheme.rules.filters import FILTERS
from certification.scheme.rules.periods import PERIODS
from certification.scheme.rules.requirements import REQUIREMENTS

FILES = sorted((Path(settings.BASE_DIR) / "training_site/curriculum/schemes").rglob("*.yaml"))


def test_every_rule_there_is_has_its_sentence():
    known = {*FILTERS, *CONVERSIONS, *PERIODS, *CAPS, *REQUIREMENTS}

    assert known == SENTENCES.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_scheme_that_comes_along_reads_in_words(path):
    told = sections_of(read_scheme(path.read_text(encoding="utf-8")))

    sentences = [rule.sentence for _heading, rules in told for rule in rules]
    assert all(sentence and "{" not in sentence for sentence in sentences)
    assert not any("  " in sentence or " ." in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            {
                "rule": "cap",
                "where": {"modality": ["video", "phone"]},
                "minutes": 60,
                "each": "case",
            },
            "Hours remote: at most 1 h count from one case.",
        ),
        (
            {"rule": "signoff_deadline", "months": 1, "effect": "flag"},
            "Hours are signed within 1 month of the end of their month; later ones count and are marked.",
        ),
        (
            {"rule": "window_forward", "months": 24, "milestone": "internship_approved"},
            "Hours count for 24 months after the approval of the internship.",
        ),
        (
            {"rule": "content_area_min", "areas": "all", "minutes": 180},
            "At least 3 h in each of: all content areas.",
        ),
        (
            {
                "rule": "period_gate",
                "period": "calendar_month",
                "minutes_at_least": 1200,
                "contacts": {"where": {"category": ["observation"]}, "at_least": 4},
            },
            "Hours count in each calendar month only where it has: at least 20 h; at least 4 of observation.",
        ),
        (
            {
                "rule": "distinct_count",
                "what": "case",
                "at_least": 2,
                "where": {"category": ["direct_session"], "closure": ["planned"]},
            },
            "Direct sessions of cases closed as planned with at least 2 different cases.",
        ),
    ],
)
def test_a_rule_is_said_in_one_sentence(row, sentence):
    assert rule_sentence(row) == sentence
