"""What a holder may choose to show, and what follows from what."""

from typing import NamedTuple

from training_site.verdict import YES, Verdict, no


class Choice(NamedTuple):
    name_shown: bool
    listed: bool
    region: str


HIDDEN = Choice(name_shown=False, listed=False, region="")


def settled(choice: Choice) -> Choice:
    """Being listed means the name shows; a region stands in the list or nowhere."""
    if choice.listed:
        return choice._replace(name_shown=True, region=choice.region.strip())
    return choice._replace(region="")


def may_choose(choice: Choice, *, certified_now: bool) -> Verdict:
    """Hiding is always possible, at once; being shown needs a certificate that runs."""
    if choice == HIDDEN or certified_now:
        return YES
    return no("listing_not_held")
