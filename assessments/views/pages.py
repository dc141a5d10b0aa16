"""The page of an attempt that somebody is on, and where everything else of the attempt stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assessments.models import Attempt, AttemptItem
from assessments.rules.navigation import may_see, page_of, pages
from assessments.rules.terms import Navigation
from assessments.views.access import address
from training_site.verdict import Verdict


@dataclass
class Tab:
    """One question in the overview: never what it asks."""

    position: int
    page: int
    answered: bool
    flagged: bool
    sequence: int
    opens: bool
    """Whether its page may be opened now."""

    @property
    def anchor(self) -> str:
        return f"question-{self.position}"


@dataclass
class Whereabouts:
    """`number` is the page shown, of `last`; both count from 1."""

    attempt: Attempt
    number: int
    last: int
    positions: range
    tabs: list[Tab] = field(default_factory=list)

    @property
    def is_sequential(self) -> bool:
        return self.attempt.terms.navigation == Navigation.SEQUENTIAL

    @property
    def has_next(self) -> bool:
        return self.number < self.last

    @property
    def has_previous(self) -> bool:
        return self.number > 1 and not self.is_sequential

    @property
    def may_submit(self) -> bool:
        """Where going on comes first, handing in is offered at the end."""
        return not (self.is_sequential and self.has_next)

    @property
    def total(self) -> int:
        return len(self.tabs)

    @property
    def answered(self) -> int:
        return sum(tab.answered for tab in self.tabs)

    @property
    def unanswered(self) -> list[Tab]:
        return [tab for tab in self.tabs if not tab.answered]

    @property
    def flagged(self) -> list[Tab]:
        return [tab for tab in self.tabs if tab.flagged]

    def holds(self, tab: Tab) -> bool:
        return tab.page == self.number

    @property
    def elsewhere(self) -> list[Tab]:
        """The questions of other pages."""
        return [tab for tab in self.tabs if not self.holds(tab)]


def items_of(attempt: Attempt) -> list[AttemptItem]:
    """Every question with its words and its answer, in one query."""
    return list(attempt.items.select_related("item_version", "response"))


def whereabouts(
    attempt: Attempt, items: Sequence[AttemptItem], number: int | None = None
) -> Whereabouts | None:
    """`number` None: where one goes on. None where there is no such page."""
    terms = attempt.terms
    split = pages(len(items), terms.page_size)
    tabs = [_tab(attempt, item) for item in items]
    if number is None:
        number = _goes_on(attempt, tabs)
    if not 1 <= number <= len(split):
        return None
    return Whereabouts(attempt, number, len(split), split[number - 1], tabs)


def may_open(attempt: Attempt, number: int) -> Verdict:
    return may_see(number, attempt.furthest, attempt.terms.navigation)


def page_address(attempt: Attempt, number: int, position: int | None = None) -> str:
    """The address of a page, and of a question on it."""
    size = attempt.terms.page_size
    query = f"?page={number}" if size else ""
    anchor = f"#question-{position}" if position else ""
    return f"{address('attempt', attempt)}{query}{anchor}"


def question_address(attempt: Attempt, position: int) -> str:
    return page_address(attempt, page_of(position, attempt.terms.page_size), position)


def _goes_on(attempt: Attempt, tabs: Sequence[Tab]) -> int:
    """In sequential order the furthest page; otherwise the first with a question that is open."""
    if attempt.terms.navigation == Navigation.SEQUENTIAL:
        return attempt.furthest
    return next((tab.page for tab in tabs if not tab.answered), 1)


def _tab(attempt: Attempt, item: AttemptItem) -> Tab:
    page = page_of(item.position, attempt.terms.page_size)
    return Tab(
        position=item.position,
        page=page,
        answered=item.item_version.behaviour.is_answered(item.response.answer),
        flagged=item.flagged,
        sequence=item.response.sequence,
        opens=bool(may_open(attempt, page)),
    )
