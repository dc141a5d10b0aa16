"""What counts in each period of the calendar."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from fractions import Fraction

from .calendar_periods import Period, PeriodOf
from .ledger import Ledger
from .where import Where

Amounts = Mapping[Period, int | Fraction]


def minutes_by_period(ledger: Ledger, where: Where, period_of: PeriodOf) -> Amounts:
    """Minutes that count; a period without any is not there."""
    sums: dict[Period, int | Fraction] = defaultdict(int)
    for entry in ledger.counting(where):
        sums[period_of(entry.date)] += ledger.left[entry.id]
    return sums


def entries_by_period(ledger: Ledger, where: Where, period_of: PeriodOf) -> Amounts:
    """Entries of which something counts."""
    return Counter(period_of(entry.date) for entry in ledger.counting(where))


AMOUNTS = {"minutes": minutes_by_period, "count": entries_by_period}
