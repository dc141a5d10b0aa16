"""The kinds of items: a module a kind, and the one place that knows them all."""

from assessments.rules.kinds.base import Judged, Kind, KindOfItem, Wording
from assessments.rules.kinds.choice import Multiple, Single, TrueFalse
from assessments.rules.kinds.essay import Essay
from assessments.rules.kinds.gaps import Gaps
from assessments.rules.kinds.matching import Matching
from assessments.rules.kinds.numeric import Numeric
from assessments.rules.kinds.ordering import Ordering
from assessments.rules.kinds.scenario import Scenario
from assessments.rules.kinds.short_text import ShortText
from training_site.verdict import Refused

__all__ = ["KINDS_OF_ITEM", "Judged", "Kind", "KindOfItem", "Wording", "kind_of"]

_OF_PARTS: dict[str, KindOfItem] = {
    kind.name: kind
    for kind in (
        Single(),
        Multiple(),
        TrueFalse(),
        Matching(),
        Ordering(),
        Numeric(),
        ShortText(),
        Gaps(),
    )
}

KINDS_OF_ITEM: dict[str, KindOfItem] = {
    **_OF_PARTS,
    Kind.SCENARIO: Scenario(_OF_PARTS),
    Kind.ESSAY: Essay(),
}


def kind_of(name: str) -> KindOfItem:
    """The behaviour behind a stored name. Raises Refused: item_kind_unknown."""
    if name not in KINDS_OF_ITEM:
        raise Refused("item_kind_unknown", kind=name)
    return KINDS_OF_ITEM[name]
