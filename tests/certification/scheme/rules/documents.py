"""Small scheme and facts documents, and what the engine says to them."""

import json
from itertools import count

from certification.scheme.rules import Evaluation, evaluate, read_facts, read_scheme

_numbers = count(1)

DIRECT = {"category": ["direct_session"]}
REMOTE = {"category": ["direct_session"], "modality": ["video", "phone"]}
MENTOR = {"category": ["mentor_individual", "mentor_group"]}
INDIVIDUAL = {"category": ["mentor_individual"]}


def a_scheme_text(**sections) -> str:
    """A scheme as text; JSON is YAML, and quotes what must be quoted."""
    scheme = {"scheme": "example", "version": "0.1", "title": "Example", **sections}
    scheme.setdefault("requirements", [direct_minutes(1)])
    return json.dumps(scheme, indent=1)


def direct_minutes(minutes: int, **more) -> dict:
    rule = {"id": "direct", "rule": "total_min", "where": DIRECT, "minutes": minutes}
    return rule | more


def an_entry(day: str, minutes: int = 60, **more) -> dict:
    """A signed direct session in person of case A, submitted on its day, unless said otherwise."""
    entry = {
        "id": f"e{next(_numbers):05}",
        "category": "direct_session",
        "date": day,
        "start": "10:00",
        "minutes": minutes,
        "modality": "in_person",
        "format": None,
        "group_size": None,
        "case": "A",
        "supervisor": "M1",
        "agreement": "G1",
        "content_areas": [],
        "submitted": day,
        "status": "signed",
    }
    return entry | more


def some_facts(*entries: dict, as_of: str = "2026-11-22", **more) -> dict:
    facts = {
        "as_of": as_of,
        "zone": "Europe/London",
        "supervisors": [{"id": "M1", "role": "mentor", "qualified": [["2025-01-01", None]]}],
        "agreements": [{"id": "G1", "supervisor": "M1", "start": "2025-01-01", "end": None}],
        "cases": [{"id": "A", "opened": "2026-01-01", "closed": None, "closure": None}],
        "entries": list(entries),
    }
    return facts | more


def evaluated(facts: dict, **sections) -> Evaluation:
    return evaluate(read_scheme(a_scheme_text(**sections)), read_facts(facts))


def counted(evaluation: Evaluation, entries: list[dict]) -> list[int]:
    """What counts of each of these entries, over all requirements."""
    return [evaluation.entries[entry["id"]].minutes for entry in entries]


def reasons(evaluation: Evaluation, entry: dict) -> list[tuple[str, int]]:
    return [(loss.reason, loss.minutes) for loss in evaluation.entries[entry["id"]].losses]
