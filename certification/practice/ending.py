"""How an agreement may end: by notice, and on which day that would be."""

from dataclasses import dataclass
from datetime import date

from certification.practice.models import SupervisionAgreement
from certification.practice.rules.supervisors import (
    NOTICE_DAYS,
    last_day_after_notice,
    may_give_notice,
)
from training_site.verdict import Verdict


@dataclass(frozen=True)
class Ending:
    """`last_day`: when it ends if one of the three gave notice today."""

    may: Verdict
    last_day: date
    notice_days: int = NOTICE_DAYS


def ending_of(agreement: SupervisionAgreement, today: date) -> Ending:
    may = may_give_notice(
        is_party=True,
        state=agreement.state,
        given=agreement.notice_at is not None,
        ends_on=agreement.ends_on,
        today=today,
    )
    return Ending(may, last_day_after_notice(today, agreement.ends_on))
