"""One plain question of every kind, in our own words."""

OPTIONS = [
    {"text": "A check of consent", "correct": True, "feedback": "Each time anew.", "pinned": False},
    {
        "text": "A reminder of last week",
        "correct": False,
        "feedback": "Not enough.",
        "pinned": False,
    },
    {"text": "The invoice", "correct": False, "feedback": "", "pinned": False},
]
SCORINGS = {"matching": "per_pair", "ordering": "all_or_nothing", "gaps": "per_gap"}
STEMS = {
    "single": "What comes before touch in a session?",
    "multiple": "What belongs before an exercise?",
    "true_false": "Consent may be taken back at any time.",
    "matching": "Match the role with its task.",
    "ordering": "Put the parts of a session in order.",
    "numeric": "How long is a session, in minutes?",
    "short_text": "What do we call the person who supervises?",
    "gaps": "Choose what fits.",
    "essay": "Describe how you would end a session early.\n\nName two reasons.",
    "scenario": "A first session",
}
BODIES = {
    "matching": {
        "pairs": [
            {"left": "Therapist", "right": "keeps the treatment plan"},
            {"left": "Mentor", "right": "reads the notes"},
        ],
        "distractors": ["writes the invoice"],
    },
    "ordering": {"sequence": ["Arriving", "Exercise", "Reflection"]},
    "numeric": {
        "value": "60",
        "tolerance": "10",
        "relative": False,
        "unit": "min",
        "unit_required": False,
        "other_units": [{"unit": "h", "factor": "60"}],
    },
    "short_text": {
        "accepted": [
            {"text": "mentor", "share": "1", "feedback": ""},
            {"text": "supervisor", "share": "0.5", "feedback": "Close."},
        ],
        "case_sensitive": False,
    },
    "gaps": {
        "text": "The [[1]] agrees before the [[2]] begins.",
        "gaps": [
            {"name": "1", "options": ["client", "landlord"], "correct": "client"},
            {"name": "2", "options": ["exercise", "invoice"], "correct": "exercise"},
        ],
    },
    "essay": {
        "rubric": [
            {
                "name": "Care",
                "text": "Says how the client is told.",
                "levels": [{"marks": 0, "text": "No"}, {"marks": 2, "text": "Yes"}],
            }
        ],
        "words_min": 50,
        "words_max": 300,
    },
}
TRUTH = [
    {"text": "True", "correct": True, "feedback": "", "pinned": False},
    {"text": "False", "correct": False, "feedback": "It may.", "pinned": False},
]


def example(kind: str) -> dict:
    document = {"id": f"our-{kind}", "kind": kind, "stem": STEMS[kind], "outcome": "ETH-1"}
    document["marks"] = 2 if kind == "essay" else 1
    if kind in BODIES:
        return document | {"body": BODIES[kind], "scoring": SCORINGS.get(kind)}
    if kind == "true_false":
        return document | {"options": TRUTH}
    if kind == "multiple":
        several = [told | {"correct": told["text"] != "The invoice"} for told in OPTIONS]
        return document | {"options": several, "scoring": "all_or_nothing"}
    return document | {"options": OPTIONS}


def part(number: int, kind: str) -> dict:
    given = {key: value for key, value in example(kind).items() if key in ("options", "body")}
    return {
        "name": str(number),
        "kind": kind,
        "stem": STEMS[kind],
        "marks": 1,
        "scoring": "all_or_nothing" if kind == "multiple" else SCORINGS.get(kind),
        "feedback": "",
    } | given


SCENARIO = example("single") | {
    "id": "our-scenario",
    "kind": "scenario",
    "stem": STEMS["scenario"],
    "body": {
        "vignette": "A client comes to a first session.\n\nNobody has spoken of touch yet.",
        "parts": [part(1, "single"), part(2, "short_text"), part(3, "numeric")],
    },
}
del SCENARIO["options"]
EXAMPLES = {kind: example(kind) for kind in STEMS if kind != "scenario"} | {"scenario": SCENARIO}
