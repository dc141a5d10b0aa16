"""The verbs of recalls, as other packages call them."""

from certification.recalls.actions.confirming import confirm_recall, write_items
from certification.recalls.actions.deciding import decide_item, decide_untouched, tell_overdue
from certification.recalls.actions.proposing import drop_recall, propose_recall

__all__ = [
    "confirm_recall",
    "decide_item",
    "decide_untouched",
    "drop_recall",
    "propose_recall",
    "tell_overdue",
    "write_items",
]
