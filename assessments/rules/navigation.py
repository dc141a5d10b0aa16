"""Pages of questions, and which of them may be opened. Positions and pages count from 1.

In sequential navigation there is one page to read and to answer: the furthest one reached. Those
before it are closed for both, whatever a browser asks for, and "next" alone leads to the one after.
"""

from assessments.rules.terms import Navigation, Terms
from training_site.verdict import YES, Verdict, no


def page_of(position: int, page_size: int) -> int:
    """A page size of 0 puts everything on the first page."""
    return (position - 1) // page_size + 1 if page_size else 1


def pages(questions: int, page_size: int) -> list[range]:
    """The positions on each page, in order."""
    size = page_size or questions
    return [
        range(first, min(first + size, questions + 1)) for first in range(1, questions + 1, size)
    ]


def may_see(page: int, furthest: int, navigation: str) -> Verdict:
    """`furthest` is the furthest page reached. A page that is not there is the caller's 404."""
    if navigation == Navigation.FREE or page == furthest:
        return YES
    return no("page_behind") if page < furthest else no("page_ahead")


def may_answer_at(position: int, furthest: int, terms: Terms) -> Verdict:
    """Whoever may not see a question now may not answer it either."""
    return may_see(page_of(position, terms.page_size), furthest, terms.navigation)


def reached(page: int, furthest: int, last: int) -> int:
    """The furthest page after "next" on `page`. Pressed twice, or on an old page, it skips none."""
    return min(max(furthest, page + 1), last) if page <= furthest else furthest


def is_last(furthest: int, questions: int, page_size: int) -> bool:
    """Whether handing in comes next."""
    return furthest >= len(pages(questions, page_size))
