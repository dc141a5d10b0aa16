"""What a holder may choose to show, and what follows from what."""

from enum import StrEnum
from typing import NamedTuple

from training_site.verdict import YES, Verdict, no


class Level(StrEnum):
    """How a stranger can come upon somebody: with a number in hand, in the list, or by a letter."""

    NUMBER = "number"
    LISTED = "listed"
    LETTERS = "letters"


class Choice(NamedTuple):
    name_shown: bool
    listed: bool
    region: str = ""
    contactable: bool = False

    @property
    def level(self) -> Level:
        if self.contactable:
            return Level.LETTERS
        return Level.LISTED if self.listed else Level.NUMBER


HIDDEN = Choice(name_shown=False, listed=False)


def chosen(level: Level, *, name_shown: bool, region: str) -> Choice:
    """The choice that this level means, whatever else was ticked."""
    listed = level in (Level.LISTED, Level.LETTERS)
    return settled(Choice(name_shown, listed, region, contactable=level == Level.LETTERS))


def settled(choice: Choice) -> Choice:
    """Being listed means the name shows; region and letters belong to a listing."""
    if choice.listed:
        return choice._replace(name_shown=True, region=choice.region.strip())
    return choice._replace(region="", contactable=False)


def may_choose(choice: Choice, *, certified_now: bool, kept_hidden: bool) -> Verdict:
    """Hiding is always possible, at once; being shown needs a certificate that runs, and that nobody
    was asked to keep its holder out of sight."""
    if choice == HIDDEN:
        return YES
    if kept_hidden:
        return no("listing_kept_hidden")
    return YES if certified_now else no("listing_not_held")
