"""What must have been approved before hours count."""

from dataclasses import dataclass
from typing import Self

from ..facts import Entry, Facts
from ..fields import Fields
from .filter import SparingAttested


@dataclass(frozen=True, kw_only=True)
class ApprovalBeforeCount(SparingAttested):
    """Only hours from the day of the milestone on; while it is not reached, none."""

    reason = "not_approved_then"
    milestone: str

    @classmethod
    def read(cls, fields: Fields) -> Self:
        heading, milestone = fields.heading(), fields.text("milestone")
        return cls(**heading, where=fields.where(), milestone=milestone)

    def admits(self, entry: Entry, facts: Facts) -> bool:
        approved = facts.milestones.get(self.milestone)
        return approved is not None and approved <= entry.date
