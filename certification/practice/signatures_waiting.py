"""What around signatures waits for staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from certification.practice.models import ContestedSignOff, PaperSignature, SupervisorNomination
from certification.practice.waiting import missing_signatures


@dataclass(frozen=True)
class AroundSignatures:
    missing: int
    contests: int
    papers: int
    nominations: Sequence[SupervisorNomination]

    @property
    def any(self) -> int:
        return self.missing + self.contests + self.papers + len(self.nominations)


def around_signatures(today: date) -> AroundSignatures:
    named = SupervisorNomination.objects.to_answer().select_related("intern")
    return AroundSignatures(
        missing=len(missing_signatures(today)),
        contests=ContestedSignOff.objects.open().count(),
        papers=PaperSignature.objects.to_check().count(),
        nominations=list(named.defer("email")),
    )
