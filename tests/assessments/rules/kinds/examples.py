"""One readable entry of each kind, as an author might write it: for tests and for trying screens."""

from typing import Any

SINGLE = {
    "id": "example-single",
    "outcome": "2.1",
    "kind": "single",
    "difficulty": 0.8,
    "level": "apply",
    "scoring": None,
    "stem": "A client asks you to leave today’s session out of your report to the therapist. "
    "What do you do first?",
    "options": [
        {
            "text": "Agree, and mention it to your mentor at the next meeting.",
            "feedback": "The triad works on what all three know. A mentor is not its third person.",
        },
        {
            "text": "Say that all three share what happens, and ask what makes sharing hard.",
            "correct": True,
            "feedback": "This keeps the agreement and takes the client’s worry seriously.",
        },
        {
            "text": "Write the report as always and say nothing more about it.",
            "feedback": "The report is right, the silence is not: the client learns of it by chance.",
        },
        {
            "text": "None of these.",
            "pinned": True,
            "feedback": "One of them keeps both the agreement and the client’s trust.",
        },
    ],
    "sources": [],
}

MULTIPLE = {
    "id": "example-multiple",
    "outcome": "2.4",
    "kind": "multiple",
    "difficulty": 0.6,
    "level": "recall",
    "scoring": "right_minus_wrong",
    "marks": 2,
    "stem": "Which belong in the agreement that is made before the first session? "
    "Each wrong choice costs as much as a right one earns.",
    "options": [
        {"text": "Who tells whom what, and when.", "correct": True, "feedback": "Yes."},
        {"text": "How any of the three can pause the work.", "correct": True, "feedback": "Yes."},
        {
            "text": "A number of sessions after which it must succeed.",
            "feedback": "No such promise.",
        },
        {"text": "The client’s waiver of later complaints.", "feedback": "Nobody can waive these."},
    ],
    "sources": [],
}

TRUE_FALSE = {
    "id": "example-true-false",
    "outcome": "2.3",
    "kind": "true_false",
    "difficulty": 0.9,
    "level": "recall",
    "scoring": None,
    "stem": "Consent that was given in writing holds until it is withdrawn in writing.",
    "options": [
        {"text": "True", "feedback": "A paper does not speak for somebody who is in the room."},
        {"text": "False", "correct": True, "feedback": "A word or a gesture withdraws it at once."},
    ],
    "sources": [],
}

MATCHING = {
    "id": "example-matching",
    "outcome": "2.1",
    "kind": "matching",
    "difficulty": 0.7,
    "level": "recall",
    "scoring": "per_pair",
    "marks": 3,
    "stem": "Who in the triad answers for what?",
    "body": {
        "pairs": [
            {"left": "Therapist", "right": "The treatment plan"},
            {"left": "Surrogate partner", "right": "The exercises in the session"},
            {"left": "Client", "right": "The pace, and every yes and no"},
        ],
        "distractors": ["The rules of the association"],
    },
    "feedback": "Each of the three answers for one thing, and all of them for telling the others.",
    "sources": [],
}

ORDERING = {
    "id": "example-ordering",
    "outcome": "2.5",
    "kind": "ordering",
    "difficulty": 0.6,
    "level": "apply",
    "scoring": "neighbours",
    "marks": 2,
    "stem": "A client freezes during an exercise. Put your steps in order.",
    "body": {
        "sequence": [
            "Stop the exercise",
            "Say aloud that it has stopped and that nothing is expected",
            "Let the client find a posture and a distance that feel safe",
            "Talk about what happened once the client wishes to",
            "Tell the therapist the same day",
        ]
    },
    "sources": [],
}

NUMERIC = {
    "id": "example-numeric",
    "outcome": "7.2",
    "kind": "numeric",
    "difficulty": 0.7,
    "level": "apply",
    "scoring": None,
    "stem": "An intern has held 36 hours of direct sessions. One hour of mentoring is due for every "
    "four of these. How much mentoring is due so far?",
    "body": {
        "value": "9",
        "tolerance": "0",
        "relative": False,
        "unit": "h",
        "unit_required": True,
        "other_units": [{"unit": "min", "factor": "1/60"}],
    },
    "sources": [],
}

SHORT_TEXT = {
    "id": "example-short-text",
    "outcome": "2.3",
    "kind": "short_text",
    "difficulty": 0.6,
    "level": "recall",
    "scoring": None,
    "stem": "Consent that rests on knowing what will happen, what else could, and that one may stop "
    "is called … consent.",
    "body": {
        "accepted": [
            {"text": "un*informed*", "share": "0", "feedback": "It is the opposite that is meant."},
            {"text": "*informed*", "share": "1", "feedback": "Yes."},
            {
                "text": "*voluntary*",
                "share": "0.5",
                "feedback": "It must be voluntary as well; the word for the knowledge is another.",
            },
        ],
        "case_sensitive": False,
    },
    "sources": [],
}

GAPS = {
    "id": "example-gaps",
    "outcome": "2.3",
    "kind": "gaps",
    "difficulty": 0.8,
    "level": "recall",
    "scoring": "per_gap",
    "marks": 2,
    "stem": "Choose the words that make the rule right.",
    "body": {
        "text": "The surrogate partner asks [[when]] each new exercise, and the client may answer no "
        "[[reason]].",
        "gaps": [
            {"name": "when", "options": ["before", "during", "after"], "correct": "before"},
            {
                "name": "reason",
                "options": ["without a reason", "with a reason", "once"],
                "correct": "without a reason",
            },
        ],
    },
    "sources": [],
}

ESSAY = {
    "id": "example-essay",
    "outcome": "2.7",
    "kind": "essay",
    "difficulty": 0.6,
    "level": "analyse",
    "scoring": None,
    "marks": 6,
    "stem": "A client sends you a gift with a personal letter after the fourth session. Describe "
    "what you consider, whom you speak to, and what you say to the client.",
    "body": {
        "rubric": [
            {
                "name": "Boundaries",
                "text": "Sees what the gift may mean, and what accepting or refusing it would say.",
                "levels": [
                    {"marks": 0, "text": "Accepts or refuses without a thought for the meaning."},
                    {"marks": 2, "text": "Names the meaning on one side."},
                    {"marks": 3, "text": "Weighs it for the client and for the work."},
                ],
            },
            {
                "name": "The triad",
                "text": "Brings it to the therapist, and tells the client so.",
                "levels": [
                    {"marks": 0, "text": "Keeps it between two."},
                    {"marks": 2, "text": "Tells the therapist afterwards."},
                    {"marks": 3, "text": "Shares it in time, with the client’s knowledge."},
                ],
            },
        ],
        "words_min": 120,
        "words_max": 400,
    },
    "sources": [],
}

SCENARIO = {
    "id": "example-scenario",
    "outcome": "2.8",
    "kind": "scenario",
    "difficulty": 0.6,
    "level": "apply",
    "scoring": None,
    "marks": 4,
    "stem": "Read the case, then answer what follows it.",
    "body": {
        "vignette": "Case A has been in the work for five sessions of 90 minutes. On the way home from "
        "the last one the client met you by chance in a shop and greeted you by your first name, in "
        "front of a colleague of yours who asked who that was.",
        "parts": [
            {
                "name": "colleague",
                "kind": "single",
                "stem": "What do you answer your colleague?",
                "scoring": None,
                "feedback": "Confidentiality holds against curiosity, and in kindness.",
                "marks": 1,
                "options": [
                    {"text": "That it is somebody you know.", "correct": True, "feedback": "Yes."},
                    {"text": "That it is a client.", "feedback": "This says all that matters."},
                    {"text": "That it was a mistake.", "feedback": "It denies the client."},
                ],
            },
            {
                "name": "minutes",
                "kind": "numeric",
                "stem": "How much direct time has been worked with Case A?",
                "scoring": None,
                "feedback": "Five sessions of 90 minutes.",
                "marks": 1,
                "body": {
                    "value": "450",
                    "tolerance": "0",
                    "relative": False,
                    "unit": "min",
                    "unit_required": False,
                    "other_units": [{"unit": "h", "factor": "60"}],
                },
            },
            {
                "name": "next",
                "kind": "ordering",
                "stem": "What happens next, in which order?",
                "scoring": "all_or_nothing",
                "feedback": "First to the therapist: the next session is not the place to begin.",
                "marks": 2,
                "body": {
                    "sequence": [
                        "Note the meeting the same day",
                        "Tell the therapist",
                        "Agree in the next session how to greet each other outside",
                    ]
                },
            },
        ],
    },
    "sources": [],
}

EXAMPLES: dict[str, dict[str, Any]] = {
    entry["kind"]: entry
    for entry in (
        SINGLE,
        MULTIPLE,
        TRUE_FALSE,
        MATCHING,
        ORDERING,
        NUMERIC,
        SHORT_TEXT,
        GAPS,
        SCENARIO,
        ESSAY,
    )
}
