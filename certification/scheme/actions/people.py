"""Bringing in the members an association has: invited first, the rest recorded once they are here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from certification.practice.actions import record_membership
from certification.practice.actions.milestones import record_milestone
from certification.practice.models import InternshipAdmission, Membership, Milestone
from certification.practice.models.leaves import PersonMilestone
from certification.practice.rules.people_file import PersonLine
from certification.scheme.actions.internships import begin_internship
from courses.actions.enrolment import enrol_invited
from courses.models import Enrolment
from training_site.accounts.actions.invitations import invite
from training_site.accounts.actions.roles import give_role
from training_site.accounts.cohorts import cohorts
from training_site.accounts.models import Invitation, RoleGrant, User
from training_site.accounts.permissions import may
from training_site.accounts.roles import REGISTRAR_INVITES, Role
from training_site.verdict import Refused

Said = tuple[str, dict]  # a word of the report, and its figures


@dataclass
class Brought:
    """What became of one line: done, left for later, or why it was refused."""

    line: PersonLine
    done: list[Said] = field(default_factory=list)
    later: list[Said] = field(default_factory=list)
    wrong: list[tuple[str, Refused]] = field(default_factory=list)

    @property
    def outcome(self) -> str:
        if self.wrong:
            return "refused"
        return "imported" if self.done else "unchanged"


def bring_in_all(
    lines: Sequence[PersonLine],
    *,
    by: User,
    now: datetime,
    dry_run: bool = False,
    skip_bad: bool = False,
    tell: Callable[[Brought], None] = lambda brought: None,
) -> list[Brought]:
    """Every line or, where one is refused, none; with `skip_bad` the others. A dry run does all of it
    and takes all of it back, so that what it says is what would happen."""
    brought = []
    with transaction.atomic():
        for line in lines:
            brought.append(_one(line, by, now))
            tell(brought[-1])
        refused = any(one.wrong for one in brought)
        if dry_run or (refused and not skip_bad):
            transaction.set_rollback(True)
    return brought


def _one(line: PersonLine, by: User, now: datetime) -> Brought:
    if line.wrong:
        return Brought(line, wrong=list(line.wrong.items()))
    try:
        with transaction.atomic():
            return bring_in(line, by=by, now=now)
    except Refused as refused:
        return Brought(line, wrong=[("", refused)])


@transaction.atomic
def bring_in(line: PersonLine, *, by: User, now: datetime) -> Brought:
    """One person. Whoever has no account is invited, and nothing else is written about them: a record
    is of somebody who is here. What is recorded already stays as it is."""
    if not (may(by, "accounts.invite") and may(by, "practice.manage")):
        raise Refused("import_not_yours")
    _known_roles(line.roles, by)
    cohort_id = _cohort(line)
    brought = Brought(line)
    person = _person_of(line)
    if person is None:
        _invited(brought, cohort_id, by, now)
    elif not person.is_active:
        raise Refused("account_closed")
    else:
        _roles_given(brought, person, by, now)
        _enrolled(brought, person, cohort_id, by, now)
        _membership_recorded(brought, person, by, now)
        _milestones_recorded(brought, person, by, now)
        _admitted(brought, person, by, now)
    return brought


def _person_of(line: PersonLine) -> User | None:
    """Who has this address, or accepted an invitation sent to it and has another one now."""
    if person := User.objects.filter(email__iexact=line.email).first():
        return person
    answered = Invitation.objects.filter(email__iexact=line.email).exclude(accepted_by=None)
    return User.objects.filter(invitations__in=answered).first()


def _known_roles(roles: Sequence[str], by: User) -> None:
    for role in roles:
        if role not in Role.values:
            raise Refused("role_unknown", role=role)
        if role not in REGISTRAR_INVITES and not by.has_role(Role.ADMINISTRATOR):
            raise Refused("role_by_an_administrator", role=Role(role).label)


def _cohort(line: PersonLine):
    """Its public id, by the title alone or with the programme after it."""
    if not line.cohort:
        return None
    if Role.TRAINEE not in line.roles:
        raise Refused("cohort_for_trainees")
    wanted = line.cohort.casefold()
    found = [
        public_id
        for public_id, title in cohorts()
        if title.casefold() == wanted or title.casefold().startswith(f"{wanted}, ")
    ]
    if len(found) != 1:
        raise Refused("cohort_not_found" if not found else "cohort_ambiguous", cohort=line.cohort)
    return found[0]


def _invited(brought: Brought, cohort_id, by: User, now: datetime) -> None:
    """To one role, a trainee's first, since that is the one that opens lessons."""
    line = brought.line
    if not line.roles:
        raise Refused("role_needed")
    first, *others = sorted(line.roles, key=lambda role: role != Role.TRAINEE)
    sent = Invitation.objects.filter(email__iexact=line.email).order_by("-sent_at", "-pk").first()
    if sent is None:
        invite(email=line.email, name=line.name, role=first, by=by, now=now, cohort_id=cohort_id)
        brought.done.append(("invited", {"role": Role(first).label}))
    elif sent.state(now) == "revoked":
        raise Refused("invitation_was_revoked")
    else:
        brought.later.append((f"invitation_{sent.state(now)}", {}))
    brought.later += [("role", {"role": Role(role).label}) for role in others]
    brought.later += [("membership", {})] if line.membership else []
    brought.later += [("milestone", {"name": name}) for name in line.milestones]
    brought.later += [("admission", {"place": line.place})] if line.place else []


def _roles_given(brought: Brought, person: User, by: User, now: datetime) -> None:
    """A role that was taken away stays away; the intern's comes with the admission, if a place is
    named."""
    taken = set(
        RoleGrant.objects.filter(person=person)
        .exclude(ended_at=None)
        .values_list("role", flat=True)
    )
    for role in brought.line.roles:
        said = {"role": Role(role).label}
        if person.has_role(Role(role)) or (role == Role.INTERN and brought.line.place):
            continue
        if role in taken:
            brought.later.append(("role_was_taken", said))
        elif not may(by, "accounts.give_role"):
            brought.later.append(("role_by_administrator", said))
        else:
            give_role(person, role, by=by, now=now)
            brought.done.append(("role_given", said))


def _enrolled(brought: Brought, person: User, cohort_id, by: User, now: datetime) -> None:
    """Whoever was ever enrolled stays as staff left it."""
    if cohort_id is None or Enrolment.objects.filter(learner=person).exists():
        return
    if enrol_invited(person, cohort_id, by=by, now=now):
        brought.done.append(("enrolled", {"cohort": brought.line.cohort}))


def _membership_recorded(brought: Brought, person: User, by: User, now: datetime) -> None:
    span = brought.line.membership
    if span is None:
        return
    held = Membership.objects.filter(person=person, starts_on=span.first, ends_on=span.last).first()
    if held is None:
        record_membership(
            person,
            starts_on=span.first,
            ends_on=span.last,
            kind=span.kind,
            reference=span.reference,
            by=by,
            now=now,
        )
        brought.done.append(("membership_recorded", {"last": span.last}))
    elif (held.kind, held.reference) != (span.kind, span.reference):
        raise Refused("membership_recorded_otherwise", date=span.last)


def _milestones_recorded(brought: Brought, person: User, by: User, now: datetime) -> None:
    """What staff have put right since is not written over by an old file."""
    held = dict(Milestone.objects.filter(person=person).values_list("name", "on"))
    for name, day in brought.line.milestones.items():
        if name not in held:
            record_milestone(person, name=name, on=day, by=by, now=now)
            brought.done.append(("milestone_recorded", {"name": name, "on": day}))
        elif held[name] != day:
            said = PersonMilestone(name).label.lower()
            raise Refused("milestone_recorded_otherwise", name=said, date=held[name])


def _admitted(brought: Brought, person: User, by: User, now: datetime) -> None:
    """By the rules of every admission: identity seen, policies signed, the place allowed."""
    place = brought.line.place
    if not place or InternshipAdmission.objects.of(person):
        return
    try:
        with transaction.atomic():
            begin_internship(person, place=place, by=by, now=now)
    except Refused as refused:
        brought.later.append(("admission_not_yet", {"refused": refused}))
    else:
        brought.done.append(("admitted", {"place": place}))
