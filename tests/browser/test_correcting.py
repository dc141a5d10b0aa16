"""Staff pages of corrections, incidents, time and reports, in a real browser."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.actions.accommodating import give_accommodation
from assessments.models import Attempt
from tests.browser.conftest import DESKTOP, PHONE
from tests.factories.accounts import an_administrator
from tests.factories.correcting import (
    a_report,
    a_running_attempt,
    an_incident,
    applied,
    planned,
    question,
    sat,
    three_questions,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def addresses() -> dict[str, str]:
    """A world with one of each, and the page of each."""
    now = timezone.now()
    assessment = three_questions(minutes=60)
    ended = [sat(assessment, right, now=now - timedelta(minutes=35)) for right in range(4)]
    running = a_running_attempt(assessment, began=now - timedelta(minutes=40))
    version, other = question(ended[0], 1), question(ended[0], 2)
    corrected = applied(other, "full_credit", now=now)
    plan = planned(version, "drop", now=now)
    incident = an_incident(assessment, at=now - timedelta(minutes=20))
    report = a_report(ended[1], at=now)
    given = give_accommodation(
        running.learner,
        factor=Decimal("1.25"),
        reason="As the letter says.",
        by=an_administrator(),
        now=now,
    )

    def page(name, *things):
        return reverse(name, args=[thing.public_id for thing in things])

    def of(attempt: Attempt):
        return page("attempt_time", attempt.assessment, attempt)

    return {
        "desk": page("attempts_desk"),
        "attempts": page("attempts_of", assessment),
        "close": page("attempts_close", assessment) + "?hours=1&past_end=on",
        "running": of(running),
        "ended": of(ended[0]),
        "regrades": page("regrades"),
        "plan": reverse("regrade_plan", args=[version.item.public_id, version.number]),
        "dry run": page("regrade", plan),
        "apply": page("regrade_apply", plan),
        "applied": page("regrade", corrected),
        "take back": page("regrade_reverse", corrected),
        "incidents": page("incidents"),
        "new incident": page("incident_new", assessment),
        "incident": page("incident", incident),
        "accommodations": page("accommodations") + "?q=person",
        "accommodation": page("accommodation", given.learner),
        "irregularities": page("irregularities"),
        "report": page("irregularity_report", ended[0]),
        "irregularity": page("irregularity", report),
    }


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [(DESKTOP, "light"), (PHONE, "dark")],
    ids=["desktop, light", "phone, dark"],
)
def test_staff_pages_are_accessible_and_fit(visitor, viewport, scheme):
    pages = addresses()
    staff = visitor(an_administrator(), viewport=viewport, color_scheme=scheme)

    for path in pages.values():
        page = staff.open(path)
        staff.check()
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
