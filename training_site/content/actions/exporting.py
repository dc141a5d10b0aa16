"""The one door by which lists leave the house: written whole, recorded, then handed over."""

from datetime import datetime

from django.db import transaction
from django.http.response import HttpResponseBase

from training_site import audit
from training_site.content.exports import known_exports
from training_site.content.sheets import Sheet, written


@transaction.atomic
def take_along(
    sheet: Sheet,
    kind: str,
    verb: str,
    *,
    by,
    now: datetime,
    chosen: str = "",
    target=None,
    about: dict[str, str] | None = None,
) -> HttpResponseBase:
    """`chosen` says in words what was filtered for; the rows are counted as they are written.

    What can't be recorded isn't handed over. Nothing of the content is kept.
    """
    if verb not in known_exports():
        raise KeyError(f"{verb!r} is no export; register_exports() says what the file is.")
    done = written(sheet, kind)
    values = {"file": sheet.name, "format": kind, "rows": str(done.rows), "filter": chosen}
    audit.record(verb, actor=by, target=target, at=now, values={**values, **(about or {})})
    return done.response
