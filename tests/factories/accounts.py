"""People for tests, opened by the same actions as on the site."""

from datetime import UTC, datetime
from itertools import count

from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import User
from training_site.accounts.roles import Role

LONG_AGO = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)
_numbers = count(1)


def a_person(*roles: Role, name: str = "", **fields) -> User:
    """Somebody with an account, a password (`triad-demo`) and these roles."""
    number = next(_numbers)
    user = User.objects.create_user(
        f"person{number}@example.org",
        name=name or f"Person {number}",
        password="triad-demo",
        **fields,
    )
    for role in roles:
        give_role(user, role, by=None, now=LONG_AGO)
    return user


def a_trainee(**fields) -> User:
    return a_person(Role.TRAINEE, **fields)


def a_registrar(**fields) -> User:
    return a_person(Role.REGISTRAR, **fields)


def an_administrator(**fields) -> User:
    return a_person(Role.ADMINISTRATOR, **fields)
