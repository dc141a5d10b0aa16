"""Whether every requirement of a scheme can be met at all, asked before a version is published.

A course that nobody teaches, a form that nobody fills in or a total above its own cap would make
certification impossible without anybody being told.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .requirements import Renewal, Requirement
from .requirements.hours import TotalMin
from .requirements.milestones import MilestoneSplit
from .rule import Rule
from .scheme_document import Scheme
from .vocabulary import CATEGORIES
from .where import Where
from .yaml_lines import Listed


@dataclass(frozen=True)
class Known:
    """What an installation has: the names that its facts can ever hold."""

    courses: Collection[str] = ()
    assessments: Collection[str] = ()
    policies: Collection[str] = ()
    forms: Collection[str] = ()
    milestones: Collection[str] = ()
    categories: Collection[str] = ()
    content_areas: Collection[str] = ()
    closures: Collection[str] = ()
    supervisor_roles: Collection[str] = ()


class Unreachable(NamedTuple):
    """One fault of a scheme: which rule, on which line, and what is wrong with which value."""

    id: str
    line: int
    reason: str
    value: str


# Parameters of rules that name something outside the scheme, and where it would be known.
NAMES = {
    "course": "courses",
    "assessment": "assessments",
    "policy": "policies",
    "form": "forms",
    "milestone": "milestones",
    "before": "milestones",
    "since": "milestones",
    "continuous_since": "milestones",
    "anchor": "milestones",
    "extended_to": "milestones",
    "begins": "milestones",
    "until": "milestones",
    "carried_from": "milestones",
}
REASONS = {
    "courses": "unknown_course",
    "assessments": "unknown_assessment",
    "policies": "unknown_policy",
    "forms": "unknown_form",
    "milestones": "unknown_milestone",
}
# Conditions of a `where` that no entry of this installation might ever fulfil.
CONDITIONS = {
    "category": "categories",
    "content_area": "content_areas",
    "closure": "closures",
    "supervisor_role": "supervisor_roles",
}
NOT_A_NAME = ("", "as_of")
SECTIONS = ("filters", "conversions", "periods", "caps", "requirements")


def unreachable(scheme: Scheme, known: Known) -> list[Unreachable]:
    """The faults in the order of the scheme; an empty list is leave to publish."""
    asked = {name for way in scheme.pathways for name in (*way.all, *way.any, *way.of)}
    faults = []
    for section in SECTIONS:
        for rule in getattr(scheme, section, ()):
            line = _line(scheme, section, rule)
            found = [*_unknown_names(rule, known)]
            if section == "requirements":
                found += _never(scheme, rule, known, asked)
            faults += [Unreachable(rule.id, line, reason, value) for reason, value in found]
    return faults + _of_renewal(scheme, known)


Found = Iterator[tuple[str, str]]


def _of_renewal(scheme: Scheme, known: Known) -> list[Unreachable]:
    """The same of what is asked later: nobody finds out three years on that it can't be had."""
    if scheme.renewal is None:
        return []
    rows = scheme.document["renewal"]["requirements"]
    return [
        Unreachable(rule.id, _line_in(rows, rule), reason, value)
        for rule in scheme.renewal.requirements
        for reason, value in (*_unknown_names(rule, known), *_not_to_be_had(rule, known))
    ]


def _line(scheme: Scheme, section: str, rule: Rule) -> int:
    return _line_in(scheme.document[section], rule)


def _line_in(rows: Listed, rule: Rule) -> int:
    return next(
        line for row, line in zip(rows, rows.lines, strict=True) if row.get("id") == rule.id
    )


def _unknown_names(rule: Rule, known: Known) -> Found:
    for parameter, kind in NAMES.items():
        name = getattr(rule, parameter, "")
        if isinstance(name, str) and name not in NOT_A_NAME and name not in getattr(known, kind):
            yield REASONS[kind], name


def _never(scheme: Scheme, rule: Requirement, known: Known, asked: Collection[str]) -> Found:
    if rule.id not in asked:
        yield "in_no_pathway", rule.id
    yield from _not_to_be_had(rule, known)
    if isinstance(rule, TotalMin | MilestoneSplit):
        yield from _above_caps(scheme, rule)


def _not_to_be_had(rule: Requirement, known: Known) -> Found:
    where = getattr(rule, "where", None)
    if isinstance(where, Where):
        yield from _no_such_hours(where, known)
    if isinstance(rule, Renewal):
        for part in rule.parts:
            if _disjoint(part.where, rule.where):
                yield "part_outside_the_whole", part.title or ", ".join(_categories(part.where))


def _disjoint(part: Where, whole: Where) -> bool:
    """Whether no hour can be of both: a key that both ask about, with no value in common."""
    mine, theirs = dict(part.conditions), dict(whole.conditions)
    return any(mine[key].isdisjoint(theirs[key]) for key in mine.keys() & theirs.keys())


def _no_such_hours(where: Where, known: Known) -> Found:
    for key, values in where.conditions:
        if key in CONDITIONS and values.isdisjoint(getattr(known, CONDITIONS[key])):
            yield f"no_hours_of_{key}", ", ".join(sorted(values))


def _above_caps(scheme: Scheme, rule: TotalMin | MilestoneSplit) -> Found:
    most = _most(scheme, rule.where)
    if most is not None and rule.minutes > most + (rule.credit_max or 0):
        yield "above_its_caps", str(most)


def _most(scheme: Scheme, where: Where) -> int | None:
    """The most minutes that caps can ever leave of these hours; None where there is no such limit.

    A cap over all of them limits them, and so do caps that limit each of their categories. A cap
    of each case or supervisor limits nothing: there may be another one.
    """
    apart = [_least(scheme, where.also(Where.of(category=[one]))) for one in _categories(where)]
    together = _least(scheme, where)
    limits = [] if together is None else [together]
    if apart and None not in apart:
        limits.append(sum(apart))
    return min(limits, default=None)


def _least(scheme: Scheme, where: Where) -> int | None:
    caps = (cap.minutes for cap in scheme.caps if not cap.each and where.within(cap.where))
    return min(caps, default=None)


def _categories(where: Where) -> list[str]:
    conditions: Mapping[str, Collection[str]] = dict(where.conditions)
    return [one for one in CATEGORIES if one in conditions.get("category", ())]
