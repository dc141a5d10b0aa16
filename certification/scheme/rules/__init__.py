"""The requirement engine, without Django: `evaluate(scheme, facts)` (engine.md).

scheme = read_scheme(yaml_text)        # SchemeError names the line
facts = read_facts(json_document)      # FactsError names the path
evaluation = evaluate(scheme, facts)   # .document() is the Evaluation document
"""

from .answers import EntryAnswer, Evaluation, RequirementAnswer
from .evaluate import evaluate
from .facts import Facts
from .facts_document import read_facts
from .faults import DocumentError, FactsError, SchemeError
from .scheme_document import Scheme, read_scheme

__all__ = [
    "DocumentError",
    "EntryAnswer",
    "Evaluation",
    "Facts",
    "FactsError",
    "RequirementAnswer",
    "Scheme",
    "SchemeError",
    "evaluate",
    "read_facts",
    "read_scheme",
]
