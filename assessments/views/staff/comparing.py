"""Two versions of an item set against each other, line by line."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from assessments.documents import entry_of
from assessments.models import Item, ItemVersion
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.rules.comparison import SAME, Passage, compare

WORDS = {
    "stem": gettext_lazy("Question"),
    "text": gettext_lazy("Text"),
    "correct": gettext_lazy("Right"),
    "pinned": gettext_lazy("Keeps its place"),
    "feedback": gettext_lazy("Feedback"),
    "options": gettext_lazy("Option"),
    "pairs": gettext_lazy("Pair"),
    "left": gettext_lazy("Left"),
    "right": gettext_lazy("Right"),
    "distractors": gettext_lazy("Belongs to none"),
    "sequence": gettext_lazy("Place"),
    "value": gettext_lazy("Number"),
    "tolerance": gettext_lazy("May differ by"),
    "relative": gettext_lazy("As a share"),
    "unit": gettext_lazy("Unit"),
    "unit_required": gettext_lazy("The unit is part of the answer"),
    "other_units": gettext_lazy("Other unit"),
    "factor": gettext_lazy("So many of the first"),
    "accepted": gettext_lazy("Accepted"),
    "share": gettext_lazy("Share"),
    "case_sensitive": gettext_lazy("Capitals count"),
    "gaps": gettext_lazy("Gap"),
    "name": gettext_lazy("Name"),
    "vignette": gettext_lazy("Case"),
    "parts": gettext_lazy("Part"),
    "rubric": gettext_lazy("Criterion"),
    "levels": gettext_lazy("Level"),
    "words_min": gettext_lazy("Words at least"),
    "words_max": gettext_lazy("Words at most"),
    "scoring": gettext_lazy("Scoring"),
    "marks": gettext_lazy("Marks"),
    "difficulty": gettext_lazy("Expected share right"),
    "level": gettext_lazy("Level"),
    "content_note": gettext_lazy("Content note"),
    "sources": gettext_lazy("Source"),
    "kind": gettext_lazy("Kind"),
}
LEFT_OUT = ("id", "outcome")


@needs("assessments.write_items")
@require_GET
def comparison(request, item, older, newer):
    mine = Item.objects.visible_to(request.user)
    found = get_object_or_404(mine, public_id=item)
    versions = {
        version.number: version for version in found.versions.select_related("item__outcome")
    }
    if older not in versions or newer not in versions:
        raise Http404
    return staff_page(
        request,
        "assessments/staff/comparison.html",
        title=_("Version %(newer)s beside version %(older)s") % {"newer": newer, "older": older},
        icon="help",
        crumbs=[
            (_("Item bank"), reverse("item_bank")),
            (found.ref, reverse("item", args=[found.public_id])),
        ],
        older=versions[older],
        newer=versions[newer],
        passages=passages(versions[older], versions[newer]),
    )


def passages(older: ItemVersion, newer: ItemVersion) -> list[Passage]:
    compared = compare(lines_of(older), lines_of(newer))
    runs = groupby(compared, key=lambda line: line.kind == SAME)
    return [Passage(is_same, tuple(run)) for is_same, run in runs]


def lines_of(version: ItemVersion) -> list[str]:
    """All that a version says, a line for each thing said; what says nothing is left out."""
    entry = entry_of(version)
    body = entry.pop("body", {})
    return list(_lines(entry | body))


def _lines(entry: dict[str, Any], place: str = "") -> Iterator[str]:
    for name, value in entry.items():
        if name not in LEFT_OUT and value not in (None, "", False, [], {}):
            yield from _said(f"{place}{WORDS.get(name, name)}", value)


def _said(label: str, value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for number, one in enumerate(value, start=1):
            yield from _said(f"{label} {number}", one)
    elif isinstance(value, dict):
        yield from _lines(value, f"{label}, ")
    else:
        yield label if value is True else f"{label}: {value}"
