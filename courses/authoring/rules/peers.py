"""Nobody approves or publishes their own work; two people are enough: one writes, the other does both."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from training_site.verdict import YES, Verdict, no


@dataclass(frozen=True)
class Saved:
    """One saved state of a page: the hash of what it says, and who saved it (None: the site itself)."""

    content: str
    by: Any = None


def authors(saved: Sequence[Saved], content: str, *, before: str | None = None) -> frozenset:
    """Everybody who had a hand in this content, given the states since the last publication.

    `saved` goes from the oldest to the newest; `before` is what was published then.

    Only a state that says something else makes an author: a comment, a date to go live on, or the
    publisher pressing the button over the same words does not. Going back to words that stood there
    before takes away what was written in between, so the authors are those up to its first standing.
    """
    hands, last = [], before
    for state in saved:
        if state.content != last:
            hands.append(state.by)
            last = state.content
        if state.content == content:
            break
    return frozenset(hands) - {None}


def may_approve(person: Any, *, authors: Collection) -> Verdict:
    return no("own_work") if person in authors else YES


def may_publish(person: Any, *, authors: Collection, approvers: Collection) -> Verdict:
    """A person publishes what others wrote and somebody who did not write it has approved."""
    if person in authors:
        return no("own_work")
    if not set(approvers) - set(authors):
        return no("not_approved")
    return YES


def may_go_live(*, authors: Collection, approvers: Collection) -> Verdict:
    """The last wall, where no person is known: the clock, a command. The site's own files have no author."""
    if authors and not set(approvers) - set(authors):
        return no("not_approved")
    return YES


def may_move(*, live: bool, studied: bool, other_programme: bool) -> Verdict:
    """A published lesson would be taught in the other programme without anybody there having read it."""
    if other_programme and (live or studied):
        return no("published_stays_in_programme")
    return YES
