"""Putting values into one piece of an address, be it a route or a regular expression."""

import re

from django.urls.resolvers import LocalePrefixPattern, RegexPattern

ROUTE_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# The groups of the regular expressions in Wagtail, allauth and the like, by what they hold.
NAMED_GROUP = re.compile(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
CHOICE = re.compile(r"\(\?:([^()|]*)[^()]*\)")
PLAIN_GROUP = re.compile(r"\((?!\?)(?:[^()]|\([^()]*\))*\)")


def filled(pattern, values: dict) -> str:
    if isinstance(pattern, LocalePrefixPattern):
        raise TypeError("No address of the site has a language prefix.")
    if isinstance(pattern, RegexPattern):
        return _filled_expression(pattern, values)
    return ROUTE_PARAMETER.sub(
        lambda found: _text(pattern.converters[found[1]], values[found[1]]), str(pattern)
    )


def _text(converter, value) -> str:
    return str(converter.to_url(value))


def _filled_expression(pattern: RegexPattern, values: dict) -> str:
    text = str(pattern).removeprefix("^").removesuffix("$")
    text = CHOICE.sub(r"\1", text)
    text = NAMED_GROUP.sub(lambda found: str(values[found[1]]), text)
    places = iter(values.get("places", ()))
    text = PLAIN_GROUP.sub(lambda found: str(next(places)), text)
    return text.replace(r"\.", ".").replace(r"\d+", "1").replace(".*", "nothing-here")
