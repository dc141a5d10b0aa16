from datetime import date, timedelta

import pytest
from django.urls import reverse

from certification.practice import actions
from certification.practice.models import Case, IntensivePlan
from tests.factories.certification import (
    a_case,
    a_clinician,
    a_mentor,
    a_submitted_entry,
    an_agreement,
    an_entry,
    the_scheme,
)

pytestmark = pytest.mark.django_db
SPRING_DAY = date(2026, 5, 12)


@pytest.fixture
def case():
    the_scheme()
    return a_case(an_agreement())


@pytest.fixture
def intern(client, case, sign_in):
    return sign_in(client, case.intern)


def words(response) -> str:
    return " ".join(response.content.decode().split())


def two_sessions(case, now) -> None:
    for week in range(2):
        day = SPRING_DAY + timedelta(days=7 * week)
        a_submitted_entry(case.agreement, now=now, category="direct_session", case=case, date=day)


def test_a_gap_is_named_with_what_closes_it(intern, case, now):
    two_sessions(case, now)

    page = words(intern.get(reverse("practice_case", args=[case.public_id])))

    assert (
        "No contact with the clinician between these sessions. A consultation or triadic meeting "
        "dated 12 May 2026 to 19 May 2026, logged and signed, closes it." in page
    )
    assert "Gap: no contact with the clinician from 12 May 2026 to 19 May 2026" in page


def test_a_contact_that_waits_is_said_to_wait(intern, case, now):
    two_sessions(case, now)
    day = date(2026, 5, 14)
    a_submitted_entry(
        case.agreement, now=now, category="clinician_consultation", case=case, date=day
    )

    page = words(intern.get(reverse("practice_case", args=[case.public_id])))

    assert "The contact of 14 May 2026 waits for its signature." in page


def test_both_pages_of_a_case_ask_few_queries(client, sign_in, case, now, count_queries):
    two_sessions(case, now)
    new = an_agreement(case.intern)
    case = actions.hand_over_case(case, new, by=case.intern, now=now)
    pages = {
        case.intern: reverse("practice_case", args=[case.public_id]),
        new.mentor: reverse("supervised_case", args=[case.public_id]),
    }
    for person, url in pages.items():
        browser = sign_in(client, person)

        with count_queries(at_most=24):
            page = words(browser.get(url))

        assert str(new.mentor) in page


def test_supervisors_see_no_draft_in_the_rhythm(client, sign_in, case, now):
    an_entry(case.agreement, now=now, category="direct_session", case=case, date=SPRING_DAY)

    mentor = sign_in(client, case.agreement.mentor)
    response = mentor.get(reverse("supervised_case", args=[case.public_id]))

    assert response.context["rhythm"].meetings == []


@pytest.mark.parametrize("name", ["supervised_case", "supervised_pause"])
def test_a_case_is_not_found_by_those_who_do_not_supervise_it(client, sign_in, case, name):
    stranger = sign_in(client, a_clinician())

    assert stranger.get(reverse(name, args=[case.public_id])).status_code == 404


def test_who_left_a_case_sees_it_no_more_and_the_page_says_who_was_when(client, sign_in, case, now):
    old, new = case.agreement, an_agreement(case.intern)
    intern = sign_in(client, case.intern)

    intern.post(reverse("hand_over_case", args=[case.public_id]), {"agreement": str(new.public_id)})

    page = words(intern.get(reverse("practice_case", args=[case.public_id])))
    assert str(old.mentor) in page
    assert str(new.clinician) in page
    left = sign_in(client, old.mentor).get(reverse("supervised_case", args=[case.public_id]))
    assert left.status_code == 404


def test_a_case_is_not_handed_to_an_agreement_of_others(intern, case):
    other = an_agreement()

    response = intern.post(
        reverse("hand_over_case", args=[case.public_id]), {"agreement": str(other.public_id)}
    )

    assert response.status_code == 200
    assert Case.objects.get(pk=case.pk).agreement == case.agreement


def test_a_pause_is_begun_and_ended_by_the_same_page(client, sign_in, case):
    url = reverse("supervised_pause", args=[case.public_id])
    mentor = sign_in(client, case.agreement.mentor)

    mentor.post(url, {"starts_on": "2026-11-02", "reason": "availability"})
    assert "Paused since 2 November 2026" in words(
        mentor.get(reverse("supervised_case", args=[case.public_id]))
    )
    mentor.post(url, {"last_day": "2026-11-10"})

    pause = case.pauses.get()
    assert (pause.ends_on, pause.paused_by) == (date(2026, 11, 10), case.agreement.mentor)


def test_an_intern_reads_who_ends_the_pause_of_the_clinician(intern, case, now):
    clinician, day = case.agreement.clinician, date(2026, 11, 2)
    actions.pause_case(case, starts_on=day, reason="clinical", by=clinician, now=now)

    own = words(intern.get(reverse("practice_case", args=[case.public_id])))
    page = words(intern.get(reverse("pause_case", args=[case.public_id])))

    assert "Who ends it" in own
    assert "began this pause, and ends it" in page
    assert "Last day of the pause" not in page


def test_a_session_in_a_pause_is_refused_at_the_date(intern, case):
    intern.post(
        reverse("pause_case", args=[case.public_id]),
        {"starts_on": "2026-11-02", "reason": "clinical"},
    )

    response = intern.post(
        reverse("log_hours"),
        {
            "category": "direct_session",
            "case": str(case.public_id),
            "date": "2026-11-03",
            "start": "10:00",
            "minutes": "90",
            "modality": "in_person",
            "zone": "Europe/London",
        },
    )

    assert "no session takes place in a pause" in str(response.context["form"].errors["date"])


def test_an_intensive_is_proposed_and_agreed(client, sign_in, case):
    days = {"starts_on": "2027-01-04", "ends_on": "2027-01-15"}
    sign_in(client, case.intern).post(reverse("propose_intensive", args=[case.public_id]), days)
    plan = IntensivePlan.objects.get()
    mentor = sign_in(client, case.agreement.mentor)
    assert "An intensive waits for your answer" in words(mentor.get(reverse("supervision")))

    mentor.post(reverse("answer_intensive", args=[plan.public_id]), {"answer": "agree"})

    plan.refresh_from_db()
    assert plan.agreed_by == case.agreement.mentor
    stranger = sign_in(client, a_mentor())
    assert stranger.get(reverse("answer_intensive", args=[plan.public_id])).status_code == 404


def test_a_step_refused_is_said_at_its_date(intern, case):
    response = intern.post(
        reverse("attest_step", args=[case.public_id]),
        {"kind": "opening_meeting", "on": "2026-03-01"},
    )

    assert response.context["form"].errors["on"] == [
        "The case was opened on 1 April 2026, after this date."
    ]


def test_an_interruption_is_offered_and_kept_plainly(intern, case):
    url = reverse("practice_case", args=[case.public_id])

    page = intern.post(url, {"closure": "unplanned", "closed_on": "2026-06-01"}, follow=True)

    assert "kept as interrupted" in words(page)
