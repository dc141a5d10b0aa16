"""What minutes are worth before anything limits or adds them up; exact, and never a loss."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from .fields import Fields
from .ledger import Ledger
from .rule import Rule
from .where import EVERYTHING, Where


@dataclass(frozen=True, kw_only=True)
class Conversion(Rule):
    """Multiplies the minutes of some entries; one after another, in the order of the scheme."""

    where: Where = EVERYTHING
    factor: Fraction

    def convert(self, ledger: Ledger) -> None:
        for entry in ledger.standing(self.where):
            ledger.multiply(entry, self.factor)


@dataclass(frozen=True, kw_only=True)
class Weight(Conversion):
    """A quoted fraction of their length, "4/3" or "1/2"."""

    @classmethod
    def read(cls, fields: Fields) -> Self:
        heading, where = fields.heading(), fields.where(required=True)
        return cls(**heading, where=where, factor=fields.factor("factor"))


@dataclass(frozen=True, kw_only=True)
class UnitConversion(Conversion):
    """So many minutes of these (`from`) are one unit of so many minutes (`to`).

    Of the minutes as they are: never multiplied by how many took part.
    """

    @classmethod
    def read(cls, fields: Fields) -> Self:
        heading, where = fields.heading(), fields.where(required=True)
        factor = Fraction(fields.whole("to"), fields.whole("from"))
        return cls(**heading, where=where, factor=factor)


CONVERSIONS = {"weight": Weight, "unit_conversion": UnitConversion}
