"""How kinds of hours are spoken of: "direct sessions", "mentor supervision", "remote"."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from .rules.vocabulary import CATEGORIES, FORMATS, MODALITIES

CATEGORY_WORDS = {
    "didactic_async": _lazy("self-paced study"),
    "didactic_sync": _lazy("live teaching"),
    "experiential_lab": _lazy("experiential lab"),
    "attitude_reassessment": _lazy("attitude reassessment"),
    "direct_session": _lazy("direct sessions"),
    "documentation_reflection": _lazy("documentation and reflection"),
    "triadic_meeting": _lazy("triadic meetings"),
    "clinician_consultation": _lazy("clinician consultation"),
    "mentor_individual": _lazy("individual mentor supervision"),
    "mentor_group": _lazy("group mentor supervision"),
    "observation": _lazy("observation"),
    "ce_general": _lazy("general continuing education"),
    "ce_ethics": _lazy("continuing education in ethics"),
    "peer_consultation": _lazy("peer consultation"),
}
# Categories that have one name together.
TOGETHER = {
    frozenset({"mentor_individual", "mentor_group"}): _lazy("mentor supervision"),
    frozenset({"clinician_consultation", "triadic_meeting"}): _lazy("clinician contact"),
    frozenset({"ce_general", "ce_ethics"}): _lazy("continuing education"),
}
MODALITY_WORDS = {
    "in_person": _lazy("in person"),
    "video": _lazy("by video"),
    "phone": _lazy("by phone"),
    "asynchronous": _lazy("asynchronous"),
}
REMOTE = frozenset({"video", "phone"})
FORMAT_WORDS = {"individual": _lazy("individual"), "group": _lazy("in a group")}

Condition = Mapping[str, Sequence[str]]


def hours_of(where: Condition) -> str:
    """What is counted: "direct sessions", "direct sessions in person"."""
    parts = [categories(where["category"]) if "category" in where else _("hours")]
    if "modality" in where:
        parts.append(modalities(where["modality"]))
    if "format" in where:
        parts.append(formats(where["format"]))
    return " ".join(parts)


def categories(names: Iterable[str]) -> str:
    together = TOGETHER.get(frozenset(names))
    return str(together) if together else _listed(names, CATEGORIES, CATEGORY_WORDS)


def modalities(names: Iterable[str]) -> str:
    if frozenset(names) == REMOTE:
        return _("remote")
    return _listed(names, MODALITIES, MODALITY_WORDS)


def formats(names: Iterable[str]) -> str:
    return _listed(names, FORMATS, FORMAT_WORDS)


def sides(where: Condition, of: Condition) -> tuple[str, str]:
    """A part of some hours and the rest of them, in the words that tell the two apart."""
    if "modality" in where:
        mine = frozenset(where["modality"])
        others = frozenset(of.get("modality", MODALITIES)) - mine
        rest = _("in person") if mine == REMOTE else modalities(others)
        return modalities(mine), rest
    if "format" in where:
        others = frozenset(of.get("format", FORMATS)) - frozenset(where["format"])
        return formats(where["format"]), formats(others)
    if "category" in where:
        others = frozenset(of.get("category", CATEGORIES)) - frozenset(where["category"])
        return categories(where["category"]), categories(others)
    return _("of these"), _("of the others")


def _listed(names: Iterable[str], order: Sequence[str], words: Mapping[str, object]) -> str:
    return get_text_list([str(words[name]) for name in sorted(names, key=order.index)], _("or"))
