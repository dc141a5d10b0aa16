"""Going on to the next page, which in sequential order closes the one behind."""

from datetime import datetime

from django.db import transaction

from assessments.actions.answering import require_answering
from assessments.models import Attempt
from assessments.rules.navigation import pages, reached


@transaction.atomic
def turn_page(
    attempt: Attempt, page: int, *, by, now: datetime, seat: str | None = None
) -> Attempt:
    """ "Next" on this page. Pressed twice, or on a page that lies behind, it skips none."""
    held = Attempt.objects.select_for_update().get(pk=attempt.pk)
    require_answering(held, by=by, now=now, seat=seat)
    last = len(pages(held.items.count(), held.terms.page_size))
    furthest = reached(page, held.furthest, last)
    if furthest != held.furthest:
        held.furthest = furthest
        held.save(update_fields=["furthest"])
    return held
