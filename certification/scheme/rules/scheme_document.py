"""From the scheme document (YAML) to a Scheme; refused at the line of the first bad value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from .caps import CAPS, Cap
from .conversions import CONVERSIONS, Conversion
from .faults import SchemeError
from .fields import Fields
from .filters import FILTERS
from .pathways import Pathway
from .periods import PERIODS, PeriodMax
from .renewing import RenewalTerms
from .requirements import REQUIREMENTS, Requirement
from .rule import Rule
from .yaml_lines import read_lines


@dataclass(frozen=True, kw_only=True)
class DecisionTerms:
    """What the scheme says about deciding; nothing the engine evaluates."""

    reviews: int = 2
    appeal_days: int = 30
    valid_years: int = 3
    grace_days: int = 90

    @classmethod
    def read(cls, fields: Fields) -> "DecisionTerms":
        named = {
            key: fields.whole(key, most=3660) for key in cls.__annotations__ if fields.has(key)
        }
        fields.done()
        return cls(**named)


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """One version of one scheme, with its rules in the order they were written."""

    name: str
    version: str
    title: str
    filters: tuple[Rule, ...]
    conversions: tuple[Conversion, ...]
    periods: tuple[PeriodMax, ...]
    caps: tuple[Cap, ...]
    requirements: tuple[Requirement, ...]
    pathways: tuple[Pathway, ...]
    decision: DecisionTerms
    rule_names: Mapping[str, str] = field(repr=False)
    document: Mapping[str, object] = field(repr=False)
    renewal: RenewalTerms | None = None

    def requirement(self, requirement_id: str) -> Requirement:
        return next(one for one in self.requirements if one.id == requirement_id)

    def renewing(self) -> "Scheme":
        """What is asked of somebody who is certified, as a scheme that the engine can evaluate.

        Filters, periods and caps are those of practice; none of them bears on what follows it.
        """
        asked = self.renewal
        return replace(
            self,
            filters=(),
            conversions=(),
            periods=(),
            caps=(),
            requirements=asked.requirements,
            pathways=(Pathway(id="renewal", all=tuple(asked.rule_names)),),
            rule_names=asked.rule_names,
        )


@lru_cache(maxsize=32)
def read_scheme(text: str) -> Scheme:
    """The scheme of a YAML text. A Scheme never changes, so the same text is read once."""
    fields = Fields(read_lines(text), 1)
    requirements = _rules(fields, "requirements", REQUIREMENTS)
    if not requirements:
        raise fields.refuse("no_requirements", "requirements")
    decision = _decision(fields)
    scheme = Scheme(
        name=fields.text("scheme"),
        version=fields.text("version"),
        title=fields.text("title", default=fields.text("scheme")),
        filters=_rules(fields, "filters", FILTERS),
        conversions=_rules(fields, "conversions", CONVERSIONS),
        periods=_rules(fields, "periods", PERIODS),
        caps=_rules(fields, "caps", CAPS),
        requirements=requirements,
        pathways=_pathways(fields, [requirement.id for requirement in requirements]),
        decision=decision,
        rule_names={row["id"]: str(row["rule"]) for row in fields.mapped["requirements"]},
        document=fields.mapped,
        renewal=fields.optional("renewal", _renewal_with(decision)),
    )
    fields.done()
    return scheme


def _rules(fields: Fields, section: str, known: Mapping[str, type]) -> tuple:
    def read(row: Fields) -> Rule:
        name = row.text("rule")
        if name not in known:
            options = ", ".join(sorted(known))
            raise row.refuse("unknown_rule", "rule", value=name, section=section, options=options)
        return known[name].read(row)

    return _unique(fields.rows(section), read)


def _pathways(fields: Fields, requirement_ids: list[str]) -> tuple[Pathway, ...]:
    """A scheme that names no way asks for everything."""
    written = _unique(fields.rows("pathways"), lambda row: Pathway.read(row, requirement_ids))
    return written or (Pathway(id="all", all=tuple(requirement_ids)),)


def _unique(rows: list[Fields], read: Callable[[Fields], Rule]) -> tuple:
    """The rules of one section; an id names one of them."""
    rules: dict[str, Rule] = {}
    for row in rows:
        rule = read(row)
        row.done()
        if rule.id in rules:
            raise SchemeError("id_twice", row.line("id"), key="id", id=rule.id)
        rules[rule.id] = rule
    return tuple(rules.values())


def _decision(fields: Fields) -> DecisionTerms:
    fields.asked.add("decision")
    if not fields.has("decision"):
        return DecisionTerms()
    return DecisionTerms.read(Fields(fields.mapped["decision"], fields.line("decision")))


def _renewal_with(decision: DecisionTerms) -> Callable[[Fields, str], RenewalTerms]:
    """Grace is the certificate's, so it is written where its validity is."""

    def read(fields: Fields, key: str) -> RenewalTerms:
        block = fields.part(key)
        rules = _rules(block, "requirements", REQUIREMENTS)
        return RenewalTerms.read(block, rules, grace_days=decision.grace_days)

    return read
