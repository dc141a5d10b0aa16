"""What is matched, put in order or filled in: elements with ids from their texts, mixed by a seed.

An id is a digest of the text, so neither it nor its place among the others tells what belongs where.
What an attempt shows is mixed from the sorted ids: two wordings that differ only in their key are
laid out alike.
"""

import hashlib
import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from assessments.rules.kinds.reading import clean
from training_site.verdict import YES, Verdict, no


def id_of(text: str) -> str:
    """Safe as a part of an HTML name."""
    return hashlib.sha256(clean(text).encode()).hexdigest()[:12]


def element(text: str) -> dict[str, str]:
    return {"id": id_of(text), "text": text}


def mixed(ids: Iterable[str], seed: int | str) -> list[str]:
    """Each id once, in an order of its own for each seed."""
    order = sorted(set(ids))
    random.Random(seed).shuffle(order)  # noqa: S311  (fair, not secret)
    return order


def offered(texts: Mapping[str, str], order: Sequence[str], chosen: str) -> list[dict[str, Any]]:
    """The choices of one place to answer, as a learner sees them."""
    return [{"id": name, "text": texts[name], "chosen": name == chosen} for name in order]


def numbered(answer: Mapping[str, str]) -> dict[str, list[str]]:
    """The fields of an answer that holds one value a field."""
    return {name: [value] for name, value in answer.items()}


def is_whole(answer: Mapping[str, Any], of: Collection[str]) -> Verdict:
    """Whether an answer that was begun says something in each of its places."""
    done = len(set(answer) & set(of))
    return no("answer_incomplete", done=done, of=len(of)) if 0 < done < len(of) else YES
