"""What a holder does about the registry, and what follows from it."""

from certification.registry.actions.letters import (
    empty_old_letters,
    hand_in_letter,
    open_reported,
    read_letter,
    remove_letter,
    report_letter,
    settle_reported,
)
from certification.registry.actions.listing import choose_listing, hide, stop_letters
from certification.registry.actions.slowing import tell_of_bulk_lookups
from certification.registry.actions.suppressing import (
    answer_suppression,
    ask_suppression,
    open_suppression,
    take_back,
    tell_of_reviews,
)

__all__ = [
    "answer_suppression",
    "ask_suppression",
    "choose_listing",
    "empty_old_letters",
    "hand_in_letter",
    "hide",
    "open_reported",
    "open_suppression",
    "read_letter",
    "remove_letter",
    "report_letter",
    "settle_reported",
    "stop_letters",
    "take_back",
    "tell_of_bulk_lookups",
    "tell_of_reviews",
]
