"""Contesting a signature that does not come, or the loss of hours handed in late."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction

from certification.practice.lateness import forfeit_days
from certification.practice.models import ContestedEntry, ContestedSignOff, FactsVersion, HoursEntry
from certification.practice.models.contests import ContestMatter, ContestReason, ContestState
from certification.practice.models.hours import EntryState
from certification.practice.questions import not_signing
from certification.practice.remarking import days_until_submitted
from certification.practice.rules import contests as rules
from certification.practice.waiting import sign_by_of
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import association_zone, civil_date
from training_site.verdict import Refused


@transaction.atomic
def contest_signature(
    intern, entries: Iterable[HoursEntry], *, reason: str, by, now: datetime, statement: str = ""
) -> ContestedSignOff:
    """Its entries are contested until the registrar has decided. Staff may do it for the intern."""
    FactsVersion.objects.bump(intern)
    entries = _fresh(intern, entries)
    rules.may_contest_signature(
        _lines(entries),
        reason=reason,
        statement=statement,
        by_intern=by.pk == intern.pk,
        today=civil_date(now),
    ).require()
    if by.pk == entries[0].supervisor_id:
        raise Refused("not_own_contest")
    contest = _open(intern, entries, ContestMatter.SIGNATURE, reason, statement, by, now)
    _move(contest, EntryState.CONTESTED)
    return contest


@transaction.atomic
def contest_lateness(
    intern, entries: Iterable[HoursEntry], *, statement: str, by, now: datetime
) -> ContestedSignOff:
    """Hours that were handed in after the scheme's last day for it; they keep their state."""
    if by.pk != intern.pk:
        raise Refused("not_own_record")
    FactsVersion.objects.bump(intern)
    entries = _fresh(intern, entries)
    rules.may_contest_lateness(
        _lines(entries), statement=statement, forfeit_days=forfeit_days(intern)
    ).require()
    matter = ContestMatter.LATENESS
    return _open(intern, entries, matter, ContestReason.LATE, statement, by, now)


@transaction.atomic
def answer_contest(contest: ContestedSignOff, *, answer: str, by, now: datetime):
    """What the supervisor says to it, once."""
    contest = locked(contest)
    rules.may_answer(
        is_signer=contest.supervisor_id == by.pk,
        state=contest.state,
        answered=contest.answered_at is not None,
    ).require()
    if not answer.strip():
        raise Refused("comment_needed")
    contest.answer, contest.answered_at = answer.strip(), now
    contest.save(update_fields=["answer", "answered_at"])
    _record("certification.contest.answered", contest, by=by, now=now)
    _tell_staff(contest, "answered", now)
    return contest


@transaction.atomic
def withdraw_contest(contest: ContestedSignOff, *, by, now: datetime) -> ContestedSignOff:
    """By the intern: the hours wait for their signature again."""
    contest = locked(contest)
    rules.may_withdraw(own=contest.intern_id == by.pk, state=contest.state).require()
    if contest.matter == ContestMatter.SIGNATURE:
        _move(contest, EntryState.SUBMITTED)
    contest.state, contest.decided_by, contest.decided_at = ContestState.WITHDRAWN, by, now
    contest.save(update_fields=["state", "decided_by", "decided_at"])
    _record("certification.contest.withdrawn", contest, by=by, now=now)
    return contest


def locked(contest: ContestedSignOff) -> ContestedSignOff:
    FactsVersion.objects.bump(contest.intern)
    return ContestedSignOff.objects.with_people().get(pk=contest.pk)


def _fresh(intern, entries: Iterable[HoursEntry]) -> list[HoursEntry]:
    """As they are now; an entry of somebody else is none of these."""
    wanted = {entry.pk for entry in entries}
    found = HoursEntry.objects.of(intern).standing().filter(pk__in=wanted).in_order()
    found = list(found.select_related("supervisor"))
    if len(found) != len(wanted):
        raise Refused("not_own_record")
    return found


def _lines(entries: list[HoursEntry]) -> list[rules.Line]:
    zone, stopped = association_zone(), not_signing()
    settled = [ContestState.OPEN, ContestState.UPHELD]
    disputed = ContestedEntry.objects.filter(
        entry__in=entries, contest__matter=ContestMatter.LATENESS, contest__state__in=settled
    )
    disputed = set(disputed.values_list("entry", flat=True))
    return [
        rules.Line(
            signer=entry.supervisor_id,
            state=entry.state,
            sign_by=_last_day(entry, zone, stopped),
            submitted_after=days_until_submitted(entry),
            disputed=entry.pk in disputed,
        )
        for entry in entries
    ]


def _last_day(entry: HoursEntry, zone, stopped) -> date:
    """For signing it. It is over already where its signer signs nothing for now."""
    if entry.supervisor_id in stopped:
        return entry.date - timedelta(days=1)
    return sign_by_of(entry, zone) if entry.submitted_at else entry.date


def _open(intern, entries, matter, reason, statement, by, now) -> ContestedSignOff:
    contest = ContestedSignOff.objects.create(
        intern=intern,
        supervisor=entries[0].supervisor,
        matter=matter,
        reason=reason,
        statement=statement.strip(),
        opened_by=by,
        opened_at=now,
    )
    ContestedEntry.objects.bulk_create(
        ContestedEntry(contest=contest, entry=entry) for entry in entries
    )
    _record("certification.contest.opened", contest, by=by, now=now, entries=len(entries))
    told = [contest.supervisor] + ([intern] if by.pk != intern.pk else [])
    for person in told:
        tell(person, "certification.contest_opened", contest, "opened", now)
    _tell_staff(contest, "opened", now, but=by)
    return contest


def _move(contest: ContestedSignOff, state: str) -> None:
    HoursEntry.objects.filter(contests__contest=contest).update(state=state)


def _record(verb: str, contest: ContestedSignOff, *, by, now: datetime, **values) -> None:
    values |= {"matter": str(contest.matter)}
    audit.record(verb, actor=by, target=contest, subject=contest.intern, at=now, values=values)


def tell(person, event: str, contest: ContestedSignOff, step: str, now: datetime) -> None:
    place = "practice" if person.pk == contest.intern_id else "supervision"
    url = f"/{place}/contests/{contest.public_id}/"
    notify(person, event, key=f"{contest.public_id}:{step}", url=url, at=now)


def _tell_staff(contest: ContestedSignOff, step: str, now: datetime, *, but=None) -> None:
    """Whoever decides; nobody who is a party to it."""
    parties = {contest.intern_id, contest.supervisor_id, but.pk if but else None}
    url = f"/admin/practice/contests/{contest.public_id}/"
    for person in User.objects.holding(Role.REGISTRAR).exclude(pk__in=parties - {None}):
        notify(
            person,
            "certification.contest_to_decide",
            key=f"{contest.public_id}:{step}",
            url=url,
            at=now,
        )
