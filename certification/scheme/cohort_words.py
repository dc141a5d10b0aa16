"""The tables of interns as files."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from certification.scheme.at_risk import AtRisk
from certification.scheme.cohorts import Choice, all_standings, columns_of
from training_site.content.sheets import Sheet


def matrix_sheet(choice: Choice, today: date) -> Sheet:
    """A line for each intern, a word for each requirement; dates as ISO has them."""
    titles = [title for _id, title in columns_of(choice.version)]
    rows = [
        [
            one.person.name,
            one.as_of.isoformat() if one.as_of else "",
            one.done,
            *(cell.word if cell else "" for cell in one.cells),
        ]
        for one in all_standings(choice.people(), choice.version, today)
    ]
    name = f"interns-{choice.version.scheme.slug}-{choice.version.number}"
    return Sheet(name, [_("Name"), _("Evaluated on"), _("Met"), *titles], rows)


def risk_sheet(found: Iterable[AtRisk]) -> Sheet:
    """A line for each reason, so that it can be sorted."""
    rows = [[one.person.name, sentence] for one in found for sentence in one.sentences]
    return Sheet("interns-to-talk-with", [_("Name"), _("Reason")], rows)
