"""A month beside the month before, in figures and in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from certification.practice.models.hours import Category
from certification.practice.sheets import MonthSheet
from training_site.content.templatetags.triad import duration


@dataclass(frozen=True)
class Difference:
    """Minutes of one kind: to sign, signed already, of the month before."""

    label: str
    to_sign: int
    signed: int
    before: int

    @property
    def change(self) -> int:
        return self.to_sign + self.signed - self.before

    @property
    def words(self) -> str:
        kind = {"what": self.label, "time": duration(abs(self.change))}
        if not self.before:
            return _("%(what)s: %(time)s, none the month before") % kind
        if not self.to_sign + self.signed:
            return _("%(what)s: none, %(time)s the month before") % kind
        if self.change > 0:
            return _("%(what)s: %(time)s more") % kind
        if self.change < 0:
            return _("%(what)s: %(time)s less") % kind
        return _("%(what)s: as much as before") % kind


def differences(sheet: MonthSheet) -> list[Difference]:
    """By category, in the order of the form; only those there are."""
    return list(_rows(sheet.totals, sheet.signed_totals, sheet.last_month))


def _rows(
    now: Mapping[str, int], signed: Mapping[str, int], before: Mapping[str, int]
) -> Iterable[Difference]:
    for category in Category:
        figures = [minutes.get(category, 0) for minutes in (now, signed, before)]
        if any(figures):
            yield Difference(str(category.label), *figures)
