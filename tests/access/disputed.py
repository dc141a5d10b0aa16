"""The chapter of signatures: one line contested, a paper for the rest, somebody from outside named."""

from dataclasses import dataclass
from datetime import timedelta

from certification.practice.models import ContestedSignOff, PaperSignature, SupervisorNomination
from tests.factories.certification import a_submitted_entry
from tests.factories.contests import a_contest, a_nomination, a_paper


@dataclass(frozen=True)
class Disputed:
    contest: ContestedSignOff
    paper: PaperSignature
    nomination: SupervisorNomination


def disputed(story, now) -> Disputed:
    agreement = story.agreement
    day = now.date() - timedelta(days=3)
    entry = a_submitted_entry(agreement, now=now, date=day)
    contest = a_contest(entry, reason="refused", statement="A canary.", now=now)
    month = story.handed_in.month
    paper = a_paper(agreement.mentor, agreement.intern, month, now=now)
    return Disputed(contest, paper, a_nomination(agreement.intern, now=now))
