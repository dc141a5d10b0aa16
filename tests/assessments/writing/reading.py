"""What the form of an item came to, and what it says where."""

from assessments.models import Item, ItemVersion


def newest(item: Item) -> ItemVersion:
    return item.versions.order_by("-number").first()


def problems(sheet) -> list[str]:
    """The names of the fields, or the prefixes of the tables, at which something is said."""
    found = [sheet.prefix] if sheet.problem else []
    found += [f"{sheet.prefix}-{name}" for form in sheet.forms for name in form.errors]
    for rows in sheet.tables:
        found += [rows.prefix] if rows.problem else []
        found += [at for line in rows.sheets for at in problems(line)]
    return found
