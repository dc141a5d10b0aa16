"""The registrar's decision about a contest, with reasons."""

from datetime import datetime
from itertools import groupby

from django.db import transaction

from certification.practice.actions.contests import locked, tell
from certification.practice.actions.signoffs import record_signature, write_signoff
from certification.practice.models import ContestedSignOff, HoursEntry
from certification.practice.models.contests import ContestMatter, ContestState
from certification.practice.models.hours import EntryState
from certification.practice.models.signoffs import Manner
from certification.practice.rules.contests import may_decide
from certification.practice.sheets import STATEMENT, sheet_by_decision
from training_site import audit
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion


@transaction.atomic
def decide_contest(
    contest: ContestedSignOff, *, upheld: bool, reasons: str, by, now: datetime
) -> ContestedSignOff:
    """Upheld: the hours stand as signed, or their lateness is excused. Otherwise the intern has
    them back with the reasons, or they stay as late as they were."""
    contest = locked(contest)
    about_signature = contest.matter == ContestMatter.SIGNATURE
    statement = PolicyVersion.objects.in_force(STATEMENT, civil_date(now))
    may_decide(
        decider=by.pk,
        parties={contest.intern_id, contest.supervisor_id},
        state=contest.state,
        reasons=reasons,
        statement_there=statement is not None or not (upheld and about_signature),
    ).require()
    contest.state = ContestState.UPHELD if upheld else ContestState.DISMISSED
    contest.decision = reasons.strip()
    contest.decided_by, contest.decided_at = by, now
    contest.save(update_fields=["state", "decision", "decided_by", "decided_at"])
    audit.record(
        "certification.contest.decided",
        actor=by,
        target=contest,
        subject=contest.intern,
        at=now,
        values={"matter": str(contest.matter), "decision": str(contest.state)},
    )
    if about_signature and upheld:
        _sign(contest, by, now)
    elif about_signature:
        _return(contest, now)
    for person in (contest.intern, contest.supervisor):
        tell(person, "certification.contest_decided", contest, "decided", now)
    return contest


def _entries(contest: ContestedSignOff) -> list[HoursEntry]:
    entries = HoursEntry.objects.filter(contests__contest=contest).in_order()
    return list(entries.select_related("case", "agreement", "corrects"))


def _sign(contest: ContestedSignOff, by, now: datetime) -> None:
    """One sign-off a month, in the registrar's name and by this decision."""
    for month, entries in groupby(_entries(contest), key=lambda entry: entry.month):
        sheet = sheet_by_decision(
            contest.supervisor, contest.intern, month, list(entries), today=civil_date(now)
        )
        signoff = write_signoff(
            sheet,
            typed_name=by.name,
            now=now,
            manner=Manner.DECISION,
            contest=contest,
            written_by=by,
        )
        record_signature("certification.month.signed_by_decision", signoff, by=by, now=now)


def _return(contest: ContestedSignOff, now: datetime) -> None:
    """The comment is encrypted with each row, so they are saved one by one."""
    for entry in _entries(contest):
        entry.state, entry.returned_at = EntryState.RETURNED, now
        entry.returned_comment = contest.decision
        entry.save(update_fields=["state", "returned_at", "returned_comment"])
