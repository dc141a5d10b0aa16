"""How a row of the table is read: which answer each identity is owed."""

from collections.abc import Collection
from dataclasses import dataclass

from tests.access.answers import (
    NO_METHOD,
    NOT_FOUND,
    REFUSED,
    SECOND_FACTOR,
    SIGN_IN,
    TURNED_AWAY,
)
from tests.access.identities import ANONYMOUS, BARE, IDENTITIES, SIGNED_IN, STAFF

OWN, FOREIGN, STRAYED, UNKNOWN = "own", "foreign", "foreign under own", "unknown"


@dataclass(frozen=True)
class Row:
    """The answers to those who are let in; everybody else's follows from who they are."""

    get: str
    post: str
    let_in: frozenset
    own: frozenset
    foreign: frozenset
    unknown: str = NOT_FOUND
    in_admin: bool = False
    fresh: bool = False  # a POST binds, so the sign-in must be minutes old

    def expected(self, identity: str, method: str, thing: str) -> str:
        if identity not in self.let_in:
            return self._kept_out(identity)
        answer = self.get if method == "GET" else self.post
        if answer == NO_METHOD:
            return answer
        if thing == UNKNOWN:
            return self.unknown
        reached = {OWN: self.own, FOREIGN: self.foreign, STRAYED: ()}[thing]
        return answer if identity in reached else NOT_FOUND

    @property
    def somebody(self) -> str:
        """One of those who reach the own thing."""
        return min(self.own & self.let_in - {ANONYMOUS, BARE})

    def things(self, identity: str, things: Collection[str]) -> list[str]:
        """Whoever is kept out is asked once: the refusal comes before any object is looked for."""
        return [thing for thing in things if identity in self.let_in or thing == OWN]

    def _kept_out(self, identity: str) -> str:
        if identity == ANONYMOUS:
            return SIGN_IN
        if identity == BARE:
            return SECOND_FACTOR
        return TURNED_AWAY if self.in_admin and identity in STAFF else REFUSED


def _row(let_in, get, post, *, own=None, foreign=None, **more) -> Row:
    let_in = frozenset(let_in)
    own = let_in if own is None else frozenset(own)
    return Row(get, post, let_in, own, own if foreign is None else frozenset(foreign), **more)


def anybody(get: str, post: str, **more) -> Row:
    """No account is needed. `own` and `foreign` say who reaches the thing, where not everybody."""
    return _row(IDENTITIES, get, post, **more)


def account(get: str, post: str, **more) -> Row:
    """A sign-in is enough, also for staff who are on their way to their second factor."""
    return _row(SIGNED_IN | {BARE}, get, post, **more)


def only(let_in: Collection[str], get: str, post: str, **more) -> Row:
    """Those with one of these roles; staff and supervisors with their second factor."""
    return _row(let_in, get, post, **more)


def staff(let_in: Collection[str], get: str, post: str, **more) -> Row:
    """The same inside the Wagtail admin, which turns away in its own way."""
    return _row(let_in, get, post, in_admin=True, **more)
