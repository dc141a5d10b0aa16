"""Who writes in which programme: all instructors, or a team of its own."""

from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from courses.actions.editors import let_into, open_to_instructors, shut_out
from courses.authoring.rules.teams import may_close, may_join
from courses.authoring.teams import is_open_to_all, team_of
from courses.models import ProgrammePage
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.roles import Role


@transaction.atomic
def give_team(programme: ProgrammePage, *, by, now: datetime) -> Group:
    """From now on only named instructors see this programme's drafts. Who could go on, can go on."""
    may_close(has_team=team_of(programme) is not None).require()
    members = User.objects.holding(Role.INSTRUCTOR) if is_open_to_all(programme) else ()
    group = Group.objects.create(name=f"programme {programme.code} {programme.pk}")
    let_into(group, programme)
    shut_out(Group.objects.get(name=Role.INSTRUCTOR.value), programme)
    audit.record("courses.programme.closed", actor=by, at=now, values=_told(programme))
    for person in members:
        join(person, programme, by=by, now=now)
    return group


@transaction.atomic
def take_team(programme: ProgrammePage, *, by, now: datetime) -> None:
    """All instructors write in this programme again."""
    group = team_of(programme)
    if group is None:
        return
    GroupPagePermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    group.delete()
    open_to_instructors(programme)
    audit.record("courses.programme.opened", actor=by, at=now, values=_told(programme))


@transaction.atomic
def join(person: User, programme: ProgrammePage, *, by, now: datetime) -> None:
    group = team_of(programme)
    may_join(is_instructor=person.has_role(Role.INSTRUCTOR), has_team=group is not None).require()
    person.groups.add(group)
    audit.record(
        "courses.programme.joined", actor=by, at=now, subject=person, values=_told(programme)
    )


@transaction.atomic
def leave(person: User, programme: ProgrammePage, *, by, now: datetime) -> None:
    """It holds on the next request: permissions are read from the groups each time."""
    group = team_of(programme)
    if group is None or not person.groups.filter(pk=group.pk).exists():
        return
    person.groups.remove(group)
    audit.record(
        "courses.programme.left", actor=by, at=now, subject=person, values=_told(programme)
    )


def _told(programme: ProgrammePage) -> dict[str, str]:
    return {"programme": programme.code}
