"""The curriculum's files, read once for every test about them."""

from pathlib import Path

from training_site.curriculum.reading import read_lesson, read_terms, read_yaml

CURRICULUM = Path(__file__).parents[3] / "training_site" / "curriculum"
FILES = sorted(CURRICULUM.glob("*/lessons/*.md"))
LESSONS = [read_lesson(path, CURRICULUM) for path in FILES]
SOURCES = {source["key"] for source in read_yaml(CURRICULUM / "bibliography.yaml")}
DEFINED = [term for path in CURRICULUM.glob("**/glossary.yaml") for term in read_terms(path.parent)]
TERMS = {term["slug"] for term in DEFINED}
# Lessons for which no published source is known: they are written for clinical review.
UNSOURCED = {"6.2", "6.5", "8.2", "8.5", "9.2", "9.3"}


def strings(value):
    """Every text in a nested value, whatever its depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def without_ids(value):
    if isinstance(value, dict):
        return {name: without_ids(inner) for name, inner in value.items() if name != "id"}
    return [without_ids(inner) for inner in value] if isinstance(value, list) else value
