from datetime import date, time, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from certification.scheme.actions.pins import pin
from certification.scheme.actions.recomputing import how_far, recompute
from certification.scheme.actions.versions import upload_draft
from certification.scheme.at_risk import at_risk
from certification.scheme.models import RequirementEvaluation
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    a_mentor,
    a_submitted_entry,
    an_admitted_intern,
    an_agreement,
    the_scheme,
)
from tests.factories.transitions import a_pinned_intern, the_small_version
from training_site.accounts.models import User
from training_site.jobs.models import JobRun

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, sign_in):
    return sign_in(client, a_registrar())


def test_the_matrix_says_how_everybody_stands_and_as_of_when(desk):
    met, begins = a_pinned_intern(name="Ana"), a_pinned_intern(name="Bo", met=False)
    list(recompute(now=timezone.now(), most=1))

    page = desk.get(reverse("practice_cohorts"))

    standings = {one.person: one for one in page.context["standings"]}
    assert [cell and cell.state for cell in standings[met].cells] == ["met"]
    assert (standings[met].fresh, standings[begins].fresh) == (True, False)
    assert "not worked out yet" in page.content.decode()
    assert "1 of 2 are as of today" in page.content.decode()


def test_without_interns_the_matrix_says_how_they_come(desk):
    page = desk.get(reverse("practice_cohorts")).content.decode()

    assert "Nobody is in an internship yet" in page


def test_many_interns_take_as_many_queries_as_few(desk, count_queries):
    a_pinned_intern()
    list(recompute(now=timezone.now()))
    with count_queries() as few:
        desk.get(reverse("practice_cohorts"))
    for _number in range(5):
        a_pinned_intern()
    list(recompute(now=timezone.now()))

    with count_queries(exactly=len(few)):
        desk.get(reverse("practice_cohorts"))
    with count_queries() as risks_of_few:
        desk.get(reverse("practice_at_risk"))
    for _number in range(5):
        a_pinned_intern()
    with count_queries(exactly=len(risks_of_few)):
        desk.get(reverse("practice_at_risk"))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_matrix_as_a_file(desk, kind):
    a_pinned_intern(name="+Sam")
    list(recompute(now=timezone.now()))

    answer = desk.get(reverse("practice_cohorts"), {"format": kind})

    assert answer["Content-Disposition"].endswith(f'.{kind}"')
    if kind == "csv":
        lines = answer.content.decode("utf-8-sig").splitlines()
        assert lines[0] == "Name,Evaluated on,Met,Code of ethics signed"
        assert lines[1].startswith("'+Sam,")
        assert lines[1].endswith(",1,Met")


def test_working_out_everybody_is_asked_for_once_and_shows_how_far_it_is(desk, run_jobs):
    a_pinned_intern(), a_pinned_intern()

    desk.post(reverse("practice_recompute"))
    desk.post(reverse("practice_recompute"))

    assert JobRun.objects.filter(name="certification.recompute_evaluations").count() == 1
    assert how_far() == (0, 2)
    assert "data-progress" in desk.get(reverse("practice_cohorts")).content.decode()
    run_jobs()
    assert how_far() is None
    assert RequirementEvaluation.objects.count() == 2


def test_the_command_says_how_many_it_did():
    a_pinned_intern(), a_pinned_intern(met=False)
    out = StringIO()

    call_command("recompute_evaluations", stdout=out)

    assert "] 2/2" in out.getvalue()
    assert RequirementEvaluation.objects.count() == 2


def test_one_person_more_costs_a_fixed_number_of_queries(count_queries):
    the_small_version()
    for _number in range(3):
        a_pinned_intern()
    now = timezone.now()
    with count_queries() as of_one:
        list(recompute(now=now, most=1))

    first = min(User.objects.filter(scheme_pin__isnull=False).values_list("scheme_pin", flat=True))
    with count_queries(at_most=2 * len(of_one)):
        list(recompute(now=now, after=first))


def signs(person, today: date) -> list[str]:
    found = at_risk(User.objects.filter(pk=person.pk), today)
    return [sign.reason for one in found for sign in one.signs]


def test_signs_come_from_the_record(now):
    """An agreement whose mentor's licence ran out, hours of August that nobody signed."""
    intern, mentor = an_admitted_intern(), a_mentor(until=date(2026, 11, 22))
    agreement = an_agreement(intern, mentor=mentor)
    pin(intern, the_scheme(), by=None, now=now)
    a_submitted_entry(agreement, now=now, date=date(2026, 8, 3), start=time(9, 0))

    assert signs(intern, date(2026, 11, 22)) == ["risk_quiet", "risk_unsigned"]
    assert signs(intern, date(2026, 11, 23)) == [
        "risk_supervisor_lapsed",
        "risk_quiet",
        "risk_unsigned",
    ]


@pytest.mark.parametrize(
    ("today", "unsigned"),
    [
        (date(2026, 9, 30), False),  # the month is signed by the end of the next one
        (date(2026, 10, 1), True),
    ],
)
def test_a_month_is_unsigned_after_the_end_of_the_next_one(now, today, unsigned):
    agreement = an_agreement()
    pin(agreement.intern, the_scheme(), by=None, now=now)
    a_submitted_entry(agreement, now=now, date=date(2026, 8, 31))

    assert ("risk_unsigned" in signs(agreement.intern, today)) is unsigned


def test_the_signs_are_said_in_words(desk, now):
    intern = an_admitted_intern(name="Quinn")
    pin(intern, the_scheme(), by=None, now=now)

    page = desk.get(reverse("practice_at_risk")).content.decode()
    text = desk.get(reverse("practice_at_risk"), {"format": "csv"}).content.decode("utf-8-sig")

    assert "No hours since the admission on 1 April 2026." in page
    assert "Quinn,No hours since the admission on 1 April 2026." in text


def test_a_window_that_ends_is_a_sign(now):
    version = the_scheme()
    text = version.text.replace(
        "filters:\n",
        "filters:\n  - {id: w, rule: window_forward, milestone: internship_approved, months: 12}\n",
        1,
    ).replace('"0.9"', '"1.0"')
    draft, _done = upload_draft(text, by=a_registrar(), now=now)
    intern = an_admitted_intern()
    pin(intern, draft, by=None, now=now)
    admitted = intern.internship_admission.approved_on

    soon = signs(intern, admitted + timedelta(days=20))
    late = signs(intern, admitted + timedelta(days=300))

    assert soon == []
    assert "risk_window_ends" in late
