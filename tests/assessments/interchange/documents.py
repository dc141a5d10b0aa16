"""Entry documents of every kind, with every sign in their texts, for property tests."""

from hypothesis import strategies as st

from assessments.interchange.text import tidy

SIGNS = list("%~=#{}:\\[]<>&\"'`*_-+|/()!?.,;@$^€é漢👣")
words = st.text(
    st.one_of(
        st.sampled_from([*SIGNS, " ", "\n", "a", "b", "A", "1", "n"]),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=30,
)
tricky = st.sampled_from(
    [
        '100 % of it: a "title"; with / signs',
        "// not a comment",
        "a -> b",
        "%50%half",
        "[html]<b>bold</b>",
        "::no title::",
        "$CATEGORY: none",
        "ANSWER: B",
        "A) not an option",
        "=1+1",
        "<p>not markup</p> &amp; &#65;",
        "]]> <!-- --> <![CDATA[",
        "- one\n- two\n\n1. three",
        "two  spaces\n  and an indent",
        "True",
        "[[1]] {1:SHORTANSWER:=a}",
        "x\u00a0y\u2028z",
        "![](picture:0123456789ab)",
        "####",
        "T",
    ]
)
text = st.one_of(tricky, words.map(tidy)).filter(bool)
maybe = st.one_of(st.just(""), text)
line = text.map(lambda said: " ".join(said.split())).filter(bool)
decimals = st.decimals(-(10**6), 10**6, places=3, allow_nan=False).map(lambda value: f"{value:f}")
shares = st.sampled_from(["1", "0.5", "0.75", "1/3", "0", "0.16667"])


def optional(strategy):
    return st.one_of(st.none(), strategy)


@st.composite
def options(draw, least: int = 2, most: int = 5, right: int | None = None):
    texts = draw(st.lists(text, min_size=least, max_size=most, unique=True))
    wanted = right or draw(st.integers(1, len(texts)))
    keys = draw(st.permutations([number < wanted for number in range(len(texts))]))
    return [
        {"text": said, "correct": key, "feedback": draw(maybe), "pinned": draw(st.booleans())}
        for said, key in zip(texts, keys, strict=True)
    ]


matching = st.fixed_dictionaries(
    {
        "pairs": st.lists(
            st.fixed_dictionaries({"left": text, "right": text}),
            min_size=2,
            max_size=4,
            unique_by=lambda pair: pair["left"],
        ),
        "distractors": st.lists(text, max_size=2, unique=True),
    }
)
ordering = st.fixed_dictionaries({"sequence": st.lists(text, min_size=2, max_size=5, unique=True)})
numeric = st.fixed_dictionaries(
    {
        "value": decimals,
        "tolerance": st.sampled_from(["0", "0.5", "12", "0.050"]),
        "relative": st.booleans(),
        "unit": st.sampled_from(["", "min", "%", "m²"]),
        "unit_required": st.booleans(),
        "other_units": st.lists(
            st.fixed_dictionaries({"unit": st.just("h"), "factor": st.just("60")}), max_size=1
        ),
    }
)
short_text = st.fixed_dictionaries(
    {
        "accepted": st.lists(
            st.fixed_dictionaries({"text": text, "share": shares, "feedback": maybe}),
            min_size=1,
            max_size=4,
            unique_by=lambda told: told["text"],
        ),
        "case_sensitive": st.booleans(),
    }
)


@st.composite
def gaps(draw):
    said = draw(st.lists(line, min_size=2, max_size=4))
    names = [str(number) for number in range(1, len(said))]
    filled = said[0] + "".join(f" [[{n}]] {t}" for n, t in zip(names, said[1:], strict=True))
    choices = [draw(st.lists(line, min_size=2, max_size=4, unique=True)) for _ in names]
    return {
        "text": tidy(filled),
        "gaps": [
            {"name": name, "options": offered, "correct": draw(st.sampled_from(offered))}
            for name, offered in zip(names, choices, strict=True)
        ],
    }


essay = st.fixed_dictionaries(
    {
        "rubric": st.lists(
            st.fixed_dictionaries(
                {
                    "name": text,
                    "text": text,
                    "levels": st.lists(
                        st.fixed_dictionaries({"marks": st.integers(0, 9), "text": text}),
                        max_size=2,
                    ),
                }
            ),
            max_size=2,
        ),
        "words_min": optional(st.integers(1, 99)),
        "words_max": optional(st.integers(100, 999)),
    }
)
_OPTIONS = {
    "single": options(right=1),
    "multiple": options(),
    "true_false": options(least=2, most=2, right=1),
}
_BODIES = {
    "matching": matching,
    "ordering": ordering,
    "numeric": numeric,
    "short_text": short_text,
    "gaps": gaps(),
}


@st.composite
def scenario(draw):
    parts = []
    for number in range(1, draw(st.integers(2, 4))):
        kind = draw(st.sampled_from(sorted([*_OPTIONS, *_BODIES])))
        parts.append(
            {
                "name": f"part-{number}",
                "kind": kind,
                "stem": draw(text),
                "marks": draw(st.integers(1, 5)),
                "scoring": "all_or_nothing" if kind == "multiple" else None,
                "feedback": draw(maybe),
            }
            | _answers(draw, kind)
        )
    return {"vignette": draw(text), "parts": parts}


def _answers(draw, kind: str):
    if kind in _OPTIONS:
        return {"options": draw(_OPTIONS[kind])}
    return {"body": draw((_BODIES | {"essay": essay, "scenario": scenario()})[kind])}


RULES = {
    "multiple": ["all_or_nothing", "right_minus_wrong", "each_option_judged"],
    "matching": ["all_or_nothing", "per_pair"],
    "ordering": ["all_or_nothing", "per_place", "neighbours"],
    "gaps": ["all_or_nothing", "per_gap"],
}
refs = st.from_regex(r"[a-zA-Z0-9][a-zA-Z0-9_-]{0,39}", fullmatch=True)


@st.composite
def documents(draw, kind: str):
    return {
        "id": draw(refs),
        "kind": kind,
        "stem": draw(text),
        "outcome": draw(optional(st.sampled_from(["FND-1.2", "ETH-3"]))),
        "difficulty": draw(optional(st.sampled_from([0.5, 0.75]))),
        "level": draw(optional(st.sampled_from(["recall", "apply"]))),
        "scoring": draw(st.sampled_from(RULES.get(kind, [None]))),
        "sources": draw(st.lists(st.sampled_from(["smith-2020", "code"]), max_size=2, unique=True)),
        "content_note": draw(optional(text)),
        "marks": draw(st.integers(1, 9)),
        "feedback": draw(maybe),
    } | _answers(draw, kind)
