"""Every address of the site, read from the resolver: what is not in there cannot be reached."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import get_resolver
from django.urls.resolvers import URLPattern

from tests.access.filling import filled

OWN_APPS = ("training_site", "assessments", "courses", "certification")


@dataclass(frozen=True)
class Address:
    """One pattern, with the namespaces and the prefixes that it stands under."""

    name: str
    patterns: tuple
    view: str

    @property
    def is_own(self) -> bool:
        """A namespace means that Wagtail made the address, of a snippet of ours perhaps."""
        return self.view.split(".")[0] in OWN_APPS and ":" not in self.name

    @property
    def is_closed(self) -> bool:
        """Brought by Wagtail or allauth, and shut by us."""
        return self.view.endswith(".not_offered")

    @cached_property
    def route(self) -> str:
        return "".join(str(pattern) for pattern in self.patterns)

    @property
    def label(self) -> str:
        """Two patterns may share a name, so the route is part of what a test is called."""
        return f"{self.name or 'unnamed'} {self.route}"

    def path(self, values: dict) -> str:
        """The address with these values in the place of its parameters."""
        return "/" + "".join(filled(pattern, values) for pattern in self.patterns)


def all_addresses() -> list[Address]:
    return list(_walk(get_resolver().url_patterns, (), ()))


def own_addresses() -> list[Address]:
    return [one for one in all_addresses() if one.is_own and not one.is_closed]


def closed_addresses() -> list[Address]:
    return [one for one in all_addresses() if one.is_closed]


def foreign_addresses() -> list[Address]:
    """Those of Wagtail, allauth and Django."""
    return [one for one in all_addresses() if not one.is_own]


def _walk(entries, patterns, namespaces):
    for entry in entries:
        here = (*patterns, entry.pattern)
        if isinstance(entry, URLPattern):
            name = ":".join([*namespaces, entry.name or ""])
            view = f"{entry.callback.__module__}.{entry.callback.__name__}"
            yield Address(name, here, view)
        else:
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry.url_patterns, here, inner)
