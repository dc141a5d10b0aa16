"""Requirements that look at a signature under a version of a policy."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from ..clocks import days_in_months, elapsed_days, runs_out
from ..facts import Facts, PolicyVersion, Signature
from ..fields import Fields
from ..rule import Rule
from ..world import World
from .judgement import Judgement
from .records import yes_or_no


@dataclass(frozen=True, kw_only=True)
class AttestationCurrent(Rule):
    """The version in effect is signed, and the signature is not older than `max_age_months`.

    A new version asks for a new signature from its first day on. The age is elapsed time, so
    leave stops it; on the day that completes the months the signature is still good.
    """

    policy: str
    max_age_months: int | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            policy=fields.text("policy"),
            max_age_months=fields.whole("max_age_months", most=1200, optional=True),
        )

    def judge(self, world: World) -> Judgement:
        begun = any(row.policy == self.policy for row in world.facts.attestations)
        version = self._in_force(world)
        if version is None:
            figures = {"policy": self.policy}
            return yes_or_no(False, begun=begun, reason="no_version_in_force", figures=figures)
        signature = self._signature(world, version)
        figures = self._figures(version, signature)
        if signature is None:
            return yes_or_no(False, begun=begun, reason="version_not_signed", figures=figures)
        good = not self._too_old(signature, world)
        reason = "version_signed" if good else "signature_too_old"
        return yes_or_no(good, begun=True, reason=reason, figures=figures)

    def moments(self, world: World) -> list[date]:
        """The days on which signatures given so far become too old."""
        mine = [row for row in world.facts.attestations if row.policy == self.policy]
        ends = [self._runs_out(row, world.facts) for row in mine]
        return [end for end in ends if end is not None]

    def _in_force(self, world: World) -> PolicyVersion | None:
        """The latest version in effect; of two from one day, the one whose name sorts last."""
        rows = [
            row
            for row in world.facts.policies
            if row.policy == self.policy and row.effective <= world.day
        ]
        return max(rows, key=lambda row: (row.effective, row.version), default=None)

    def _signature(self, world: World, version: PolicyVersion) -> Signature | None:
        rows = [
            row
            for row in world.facts.attestations
            if (row.policy, row.version) == (self.policy, version.version)
            and row.signed <= world.day
        ]
        return max(rows, key=lambda row: row.signed, default=None)

    def _too_old(self, signature: Signature, world: World) -> bool:
        if self.max_age_months is None:
            return False
        allowed = days_in_months(signature.signed, self.max_age_months)
        return elapsed_days(signature.signed, world.day, world.facts.leaves) > allowed

    def _runs_out(self, signature: Signature, facts: Facts) -> date | None:
        if self.max_age_months is None:
            return None
        allowed = days_in_months(signature.signed, self.max_age_months)
        return runs_out(signature.signed, allowed, facts.leaves)

    def _figures(self, version: PolicyVersion, signature: Signature | None) -> dict:
        return {
            "policy": self.policy,
            "version": version.version,
            "effective": version.effective.isoformat(),
            "date": signature and signature.signed.isoformat(),
            "months": self.max_age_months,
        }
