"""What a scheme asks of people who are certified, so that another term may follow.

The requirements are those of the engine; the days around the term are said once, for all of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .fields import Fields
from .requirements import Renewal, Requirement
from .requirements.renewals import Term
from .rule import Rule

ABOUT_THE_TERM = ("opens_months", "grace_days", "late_months")


@dataclass(frozen=True, kw_only=True)
class RenewalTerms:
    """How long before its end a term can be renewed, how long after, and what has to be there.

    `peer_reviews` are counted beside the engine: they are signatures about a person, no hours.
    """

    opens_months: int
    grace_days: int
    reassess_after_months: int
    peer_reviews: int
    requirements: tuple[Requirement, ...]
    rule_names: Mapping[str, str]

    @classmethod
    def read(
        cls, fields: Fields, requirements: Sequence[Rule], *, grace_days: int
    ) -> "RenewalTerms":
        if not requirements:
            raise fields.refuse("no_requirements", "requirements")
        rows = fields.rows("requirements")
        _refuse_days_of_their_own(rows)
        days = {
            "opens_months": fields.whole("opens_months", most=1200),
            "grace_days": grace_days,
            "late_months": fields.whole("reassess_after_months", least=0, most=1200),
        }
        peer_reviews = fields.whole("peer_reviews", least=0, most=3660, optional=True)
        fields.done()
        return cls(
            opens_months=days["opens_months"],
            grace_days=grace_days,
            reassess_after_months=days["late_months"],
            peer_reviews=peer_reviews or 0,
            requirements=tuple(_with_days(one, days) for one in requirements),
            rule_names={str(row.mapped["id"]): str(row.mapped["rule"]) for row in rows},
        )

    def term(self, first: date, last: date) -> Term:
        """The days around a term with these first and last days."""
        return Term.of(
            first,
            last,
            opens_months=self.opens_months,
            grace_days=self.grace_days,
            late_months=self.reassess_after_months,
        )


def _with_days(rule: Rule, days: Mapping[str, int]) -> Rule:
    return replace(rule, **days) if isinstance(rule, Renewal) else rule


def _refuse_days_of_their_own(rows: Sequence[Fields]) -> None:
    for row in rows:
        for key in ABOUT_THE_TERM:
            if row.has(key):
                raise row.refuse("said_for_the_term", key)
