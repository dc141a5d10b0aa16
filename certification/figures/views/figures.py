"""One page: how the certification area does, over the months that are chosen."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certification.credentials.models import Certificate
from certification.decisions.models import Application
from certification.figures import asked
from certification.figures.page import (
    agreement_of,
    appeals_of,
    certificates_of,
    conditions_now,
    decisions_of,
    renewals_of,
    times_of,
)
from certification.figures.rules.calendar import SPANS, Calendar, grain_of
from certification.figures.wording import SPANS as SPAN_WORDS
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import association_zone, civil_date


@needs("figures.see")
@require_safe
def figures(request):
    now, zone = timezone.now(), association_zone()
    calendar = Calendar(civil_date(now, zone), zone)
    months = _months(request.GET.get("months", ""))
    return staff_page(
        request,
        "staff/figures/figures.html",
        title=_("Figures"),
        icon="sliders",
        months=months,
        spans=SPAN_WORDS.items(),
        since=calendar.month(months - 1),
        **(_sections(months, calendar, now) if _anything() else {"empty": True}),
    )


def _sections(months: int, calendar: Calendar, now) -> dict:
    decided = list(asked.decided(calendar))
    grain = grain_of([row for _outcome, row in decided])
    return {
        "times": times_of(months, calendar, now),
        "decisions": decisions_of(decided, months, calendar, grain),
        "agreement": agreement_of(months, calendar, grain),
        "appeals": appeals_of(months, calendar),
        "conditions": conditions_now(calendar.today),
        "renewals": renewals_of(calendar),
        "certificates": certificates_of(calendar.today),
    }


def _anything() -> bool:
    handed_in = Application.objects.handed_in().exists()
    return handed_in or Certificate.objects.issued().exists()


def _months(asked_for: str) -> int:
    """The usual span for anything that is not offered."""
    return next((one for one in SPANS if str(one) == asked_for), SPANS[0])
