"""Who may do what. Each app adds its rows with `register`; together they are the one table.

A permission is held in one of several ways; each way is a named predicate of (user, object).
Being a superuser is none of them. What the state of a thing allows is asked elsewhere: of rules.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied

from training_site.accounts.roles import Role
from training_site.accounts.second_factor import lead_to_second_factor, second_factor_missing

Predicate = Callable[[Any, Any], bool]
_table: dict[str, list[Predicate]] = {}


def register(rows: dict[str, list[Predicate]]) -> None:
    """Add an app's rows. A permission defined twice is an error: there is one answer."""
    twice = rows.keys() & _table.keys()
    if twice:
        raise ValueError(f"Defined twice: {', '.join(sorted(twice))}")
    _table.update(rows)


def table() -> dict[str, list[Predicate]]:
    return dict(sorted(_table.items()))


def may(user, permission: str, obj: Any = None) -> bool:
    """Whether this person may, in any of the ways the table names."""
    return user.is_authenticated and any(way(user, obj) for way in _table[permission])


def holds_role(*roles: Role) -> Predicate:
    """Held by everyone with one of these roles."""

    def way(user, obj):
        return user.has_role(*roles)

    way.__name__ = " or ".join(str(role.label) for role in roles)
    way.roles = frozenset(roles)
    return way


def anyone_signed_in(user, obj) -> bool:
    return user.is_authenticated


def needs(permission: str):
    """View decorator: sign in, second factor where the person's role asks for it, then the table."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if second_factor_missing(request):
                return lead_to_second_factor(request)
            if not may(request.user, permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.permission = permission
        return guarded

    return decorate
