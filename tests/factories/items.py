"""Items of every kind, as the bank holds them, and what the editor's form would send for one."""

from typing import Any

from assessments.actions.loading import load_items
from assessments.actions.versions import add_version, content_of
from assessments.documents import entry_of
from assessments.models import Item, ItemBank, ItemVersion
from assessments.rules.items import State
from assessments.views.staff.editor.items import shape_of_item
from assessments.views.staff.editor.sheets import sent
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.factories.assessments import LONG_AGO, a_document, an_assessment, an_entry, some_outcomes

PREFIX = "item"


def an_item(kind: str, *, state: str = State.LIVE, by=None, **changes: Any) -> Item:
    """The example of a kind, in a bank with others."""
    bank = ItemBank.objects.first() or an_assessment().bank
    some_outcomes()
    entry = EXAMPLES[kind] | changes
    outcome = bank.items.first().outcome
    item = Item.objects.create(bank=bank, ref=entry["id"], outcome=outcome)
    add_version(item, content_of(entry), state, by=by, now=LONG_AGO)
    return item


def form_of(version: ItemVersion, entry: dict[str, Any] | None = None) -> dict[str, Any]:
    """What a browser sends when this entry stands in the form; what is empty or unticked as it does."""
    held = entry_of(version)
    flat = sent(shape_of_item(version.kind, held), held | (entry or {}), PREFIX)
    typed = {name: "on" if value is True else value for name, value in flat.items()}
    typed = {
        name: value for name, value in typed.items() if value is not None and value is not False
    }
    return typed | {"made_from": version.content_hash}


def a_large_bank(size: int = 344) -> None:
    some_outcomes()
    items = [an_entry(f"item-{n:03}", kind=("single", "multiple")[n % 2]) for n in range(size)]
    document = a_document(items, blueprint=[{"outcome": "9.1", "draw": 3}])
    load_items(document, now=LONG_AGO)
