"""A long career is evaluated while somebody waits for the page."""

import random
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from certification.scheme.rules import evaluate, read_facts, read_scheme

from .documents import an_entry, some_facts

SCHEMES = Path(__file__).parents[4] / "training_site/curriculum/schemes"
FAR_ABOVE_ANY_PAGE = 1.0  # seconds; about 0.1 s on one core of a laptop


@pytest.mark.parametrize("number", ["0.9", "1.0"])
def test_five_thousand_entries_are_evaluated_within_a_second(number):
    chance = random.Random(2026)
    categories = ["direct_session", "clinician_consultation", "mentor_individual", "mentor_group"]
    entries = [
        an_entry(
            str(date(2025, 1, 1) + timedelta(chance.randrange(680))),
            chance.randrange(10, 120),
            category=chance.choice(categories),
            modality=chance.choice(["in_person", "video"]),
            case=chance.choice("ABCDE"),
            status=chance.choice(["signed", "signed", "submitted"]),
        )
        for _ in range(5000)
    ]
    text = (SCHEMES / f"certified-surrogate-partner-{number}.yaml").read_text()
    leaves = [{"start": "2025-08-01", "end": "2025-08-31"}]
    scheme, facts = read_scheme(text), read_facts(some_facts(*entries, leaves=leaves))

    begun = perf_counter()
    evaluation = evaluate(scheme, facts)
    taken = perf_counter() - begun

    assert len(evaluation.entries) == 5000
    assert taken < FAR_ABOVE_ANY_PAGE
