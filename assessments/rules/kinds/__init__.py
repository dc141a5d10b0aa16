"""The kinds of items: a module a kind, and the one place that knows them all."""

from assessments.rules.kinds.base import Judged, Kind, KindOfItem, Wording
from assessments.rules.kinds.choice import Multiple, Single, TrueFalse
from training_site.verdict import Refused

__all__ = ["KINDS_OF_ITEM", "Judged", "Kind", "KindOfItem", "Wording", "kind_of"]

KINDS_OF_ITEM: dict[str, KindOfItem] = {
    kind.name: kind for kind in (Single(), Multiple(), TrueFalse())
}


def kind_of(name: str) -> KindOfItem:
    """The behaviour behind a stored name. Raises Refused: item_kind_unknown."""
    if name not in KINDS_OF_ITEM:
        raise Refused("item_kind_unknown", kind=name)
    return KINDS_OF_ITEM[name]
