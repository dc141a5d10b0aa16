"""A number, with or without a unit. The answer: what was typed as `value`, and the `unit` if any.

It is kept as typed, readable or not. What cannot be read as a number earns nothing, and `remark`
says so while there is time. Stored: the body of the entry, its numbers as texts.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from assessments.rules.kinds import numbers, reading
from assessments.rules.kinds.base import (
    Answer,
    Fields,
    Judged,
    Kind,
    KindOfItem,
    Layout,
    Wording,
)
from training_site.verdict import YES, Verdict, no

LIMIT = numbers.LONGEST
"""Characters of a number and of a unit."""
SIGNS_OF_UNITS = "%‰°′″€$£"


class Numeric(KindOfItem):
    name = Kind.NUMERIC

    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        body = entry.get("body") or {}
        return {
            "options": [],
            "body": {
                "value": reading.words(body.get("value")),
                "tolerance": reading.words(body.get("tolerance")) or "0",
                "relative": bool(body.get("relative")),
                "unit": reading.words(body.get("unit")),
                "unit_required": bool(body.get("unit_required")),
                "other_units": [
                    {name: reading.words(other.get(name)) for name in ("unit", "factor")}
                    for other in body.get("other_units") or ()
                ],
            },
        }

    def entry(self, wording: Wording) -> dict[str, Any]:
        others = [dict(other) for other in wording.body.get("other_units", ())]
        return {"body": {**wording.body, "other_units": others}}

    def is_fair(self, wording: Wording) -> Verdict:
        body = wording.body
        others = body.get("other_units", ())
        for text in (body.get("value", ""), body.get("tolerance", "0")):
            if numbers.read_number(text) is None:
                return no("item_number_unreadable", number=text)
        if numbers.read_number(body.get("tolerance", "0")) < 0:
            return no("item_number_unreadable", number=body["tolerance"])
        if (body.get("unit_required") or others) and not body.get("unit"):
            return no("item_unit_missing")
        for other in others:
            if (numbers.read_exactly(other["factor"]) or 0) <= 0:
                return no("item_number_unreadable", number=other["factor"])
        units = [numbers.same_unit(unit) for unit in _units(wording)]
        if reading.alike(units):
            return no("item_options_alike")
        return YES if all(units) else no("item_text_missing")

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        return []

    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        """`unit` stands behind the box where nobody asks for it; else there is a field for it."""
        asked = {"field": "unit", "value": answer.get("unit", ""), "units": _asked(wording)}
        return {
            "field": "",
            "value": answer.get("value", ""),
            "limit": LIMIT,
            "unit": "" if _asked(wording) else wording.body.get("unit", ""),
            "asked": asked if _asked(wording) else None,
        }

    def blank(self) -> Answer:
        return {}

    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        reading.only_known(fields, {"", "unit"})
        answer = {
            name: reading.typed(fields, field, LIMIT).strip()
            for name, field in (("value", ""), ("unit", "unit"))
        }
        return {name: text for name, text in answer.items() if text}

    def fields(self, answer: Answer) -> dict[str, list[str]]:
        return {{"value": ""}.get(name, name): [text] for name, text in answer.items()}

    def is_answered(self, answer: Answer) -> bool:
        return bool(answer.get("value"))

    def remark(self, wording: Wording, answer: Answer) -> Verdict:
        """That a number cannot be read, or how it is read where others would read another."""
        if not self.is_answered(answer):
            return YES
        typed = answer["value"]
        number, behind = numbers.apart(typed)
        value = numbers.read_number(number)
        if numbers.is_ambiguous(number):
            return no("number_ambiguous", typed=typed)
        if value is None or (behind and not _is_unit(behind)):
            return no("number_unreadable", typed=typed)
        if numbers.has_two_readings(number):
            return no("number_read_as", typed=typed, value=numbers.figures(value))
        return _remark_on_unit(wording, answer)

    def share(self, wording: Wording, answer: Answer) -> Fraction:
        given = _value(wording, answer)
        if given is None:
            return Fraction(0)
        value, tolerance = _key(wording)
        return Fraction(abs(given - value) <= tolerance)

    def in_words(self, wording: Wording, answer: Answer) -> str:
        return " ".join(answer[name] for name in ("value", "unit") if name in answer)

    def right(self, wording: Wording) -> Answer:
        unit = {"unit": wording.body["unit"]} if wording.body.get("unit") else {}
        return {"value": wording.body["value"]} | unit

    def key_in_words(self, wording: Wording) -> str:
        body = wording.body
        value, unit = body["value"], body.get("unit", "")
        tolerance = numbers.read_number(body.get("tolerance", "0"))
        if not tolerance:
            return f"{value} {unit}".strip()
        if body.get("relative"):
            return f"{value} {unit}".strip() + f" (± {numbers.figures(tolerance * 100)} %)"
        return f"{value} ± {body['tolerance']} {unit}".strip()

    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        right = self.share(wording, answer) == 1
        return [Judged("", self.in_words(wording, answer), self.key_in_words(wording), right)]

    def texts(self, wording: Wording) -> list[str]:
        return [
            text for text in (wording.stem, self.key_in_words(wording), *_units(wording)) if text
        ]


def _units(wording: Wording) -> list[str]:
    first = [wording.body["unit"]] if wording.body.get("unit") else []
    return first + [other["unit"] for other in wording.body.get("other_units", ())]


def _asked(wording: Wording) -> list[str]:
    """The units to choose from, in an order that tells nothing; none where the unit is given."""
    asks = wording.body.get("unit_required") or wording.body.get("other_units")
    return sorted(_units(wording), key=str.casefold) if asks else []


def _remark_on_unit(wording: Wording, answer: Answer) -> Verdict:
    unit = _unit_of(answer)
    if unit is None:
        return no("units_contradict", typed=answer["value"], unit=answer["unit"])
    if unit and _factor(wording, unit) is None:
        return no("unit_unknown", unit=unit)
    if not unit and wording.body.get("unit_required"):
        return no("unit_missing")
    return YES


def _is_unit(text: str) -> bool:
    """Rather than the second half of something that is no number, such as 1/2 or 10-12."""
    return text[0].isalpha() or text[0] in SIGNS_OF_UNITS


def _unit_of(answer: Answer) -> str | None:
    """The unit given beside or behind the number, "" for none; None where two contradict."""
    behind = numbers.same_unit(numbers.apart(answer.get("value", ""))[1])
    beside = numbers.same_unit(answer.get("unit", ""))
    return None if behind and beside and behind != beside else behind or beside


def _factor(wording: Wording, unit: str) -> Fraction | None:
    """How many of the key's units it is. Capitals count only where they tell two units apart."""
    factors = {wording.body.get("unit", ""): "1"} | {
        other["unit"]: other["factor"] for other in wording.body.get("other_units", ())
    }
    exact = {numbers.same_unit(name): factor for name, factor in factors.items() if name}
    alike = [name for name in exact if name.casefold() == unit.casefold()]
    if unit not in exact and len(alike) == 1:
        unit = alike[0]
    return numbers.read_exactly(exact[unit]) if unit in exact else None


def _value(wording: Wording, answer: Answer) -> Fraction | None:
    """What was answered, in the unit of the key; None where that cannot be said."""
    number, _rest = numbers.apart(answer.get("value", ""))
    value, unit = numbers.read_number(number), _unit_of(answer)
    if value is None or unit is None:
        return None
    if not unit:
        return None if wording.body.get("unit_required") else value
    factor = _factor(wording, unit)
    return None if factor is None else value * factor


def _key(wording: Wording) -> tuple[Fraction, Fraction]:
    value = numbers.read_number(wording.body["value"])
    tolerance = numbers.read_number(wording.body.get("tolerance", "0"))
    return value, tolerance * abs(value) if wording.body.get("relative") else tolerance
