"""The register of certificates as staff search it, and the same as a list to take along."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from certification.credentials.models import Certificate
from certification.credentials.rules.numbers import normalise
from certification.credentials.telling import telling_of
from training_site.content.civil import civil_date
from training_site.content.sheets import Sheet

AT_ONCE = 500


def certificates_found(reach: QuerySet[Certificate], search: str) -> QuerySet[Certificate]:
    """The current ones; with a search those called so, and whichever has the number."""
    current = reach.current()
    if search:
        called = Q(holder__name__icontains=search) | Q(snapshot__holder_name__icontains=search)
        current = current.filter(called) | reach.filter(number=normalise(search) or "")
    return current.select_related("holder", "scheme_version__scheme")


def register_sheet(shown: QuerySet[Certificate], now: datetime) -> Sheet:
    """What the page says of each, and no more of the person; one query, however many there are."""
    headings = [
        _("Holder"),
        _("Name on the certificate"),
        _("Number"),
        _("Scheme"),
        _("Public word"),
        _("Valid from"),
        _("Valid until"),
    ]
    return Sheet(f"certificates-{civil_date(now).isoformat()}", headings, _rows(shown, now))


def _rows(shown: QuerySet[Certificate], now: datetime) -> Iterator[tuple]:
    for one in shown.iterator(chunk_size=AT_ONCE):
        yield (
            one.holder.name,
            one.snapshot["holder_name"],
            one.display_number,
            one.scheme_version.scheme.title,
            telling_of(one, now).word,
            one.valid_from.isoformat(),
            one.valid_until.isoformat(),
        )
