"""What instructors do with live days in the admin."""

from datetime import date

import pytest
from django.urls import reverse

from courses.actions.editors import open_to_instructors
from courses.live.actions.answering import answer, report_alternative
from courses.models import AlternativeReport, Attendance, LiveDay
from tests.factories.accounts import a_trainee
from tests.factories.cohorts import an_enrolment_in
from tests.factories.courses import a_programme
from tests.factories.live_days import PLANNED, a_live_day, signed
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db
FAR = date(2099, 3, 2)


@pytest.fixture
def ines(client, sign_in, group):
    return sign_in(client, group.instructor)


def form_of(group, **changes) -> dict:
    return {
        "programme": group.programme.pk,
        "cohort": group.cohort.pk,
        "title": "Study day",
        "category": "didactic_sync",
        "date": "2099-03-02",
        "start": "10:00",
        "zone": "Europe/London",
        "minutes": "240",
        "instructor": group.instructor.pk,
        "area_ethics_law": "60",
        "area_trauma_safety": "90",
    } | changes


def test_a_day_is_planned_by_its_form(ines, group):
    answer = ines.post(reverse("plan_live_day"), form_of(group))

    assert answer.status_code == 302
    day = LiveDay.objects.get()
    assert (day.cohort, day.counted, day.instructor) == (group.cohort, 150, group.instructor)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"area_trauma_safety": "200"}, "hold 260 minutes together, but the day has 240"),
        ({"category": "experiential_lab"}, "Describe an alternative activity"),
        ({"date": "2026-03-29", "start": "01:30"}, "there is no 01:30 that day"),
        ({"area_ethics_law": "", "area_trauma_safety": ""}, "Say which content areas"),
        ({"minutes": "1441"}, "less than or equal to 1440"),
        ({"zone": "Europe/Nowhere"}, "Select a valid choice"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(ines, group, changes, said):
    page = ines.post(reverse("plan_live_day"), form_of(group, **changes))

    assert said in page.text
    assert not LiveDay.objects.exists()


def test_a_day_is_changed_and_called_off(ines, group):
    day = a_live_day(group.programme, date=FAR)
    address = reverse("change_live_day", args=[day.public_id])
    assert 'value="Second study day"' in ines.get(address).text

    ines.post(address, form_of(group, title="Third study day"))
    day.refresh_from_db()
    assert (day.title, day.programme, day.sequence) == ("Third study day", group.programme, 1)

    off = reverse("cancel_live_day", args=[day.public_id])
    assert "2 people who are expected are told" in ines.get(off).text
    ines.post(off)
    day.refresh_from_db()
    assert day.cancelled_by == group.instructor


def test_the_sheet_is_signed_for_those_with_minutes(ines, group, now):
    day = a_live_day(group.programme, date=FAR)
    answer(day, group.ann, coming=True, now=now)
    LiveDay.objects.update(begins_at=now)
    address = reverse("attendance", args=[day.public_id])
    people = {"ann": group.ann, "ben": group.ben}
    fields = {who: f"learner_{person.public_id}" for who, person in people.items()}

    page = ines.get(address)
    assert f'name="{fields["ann"]}" value="180"' in page.text
    assert "said they come" in page.text
    answered = ines.post(address, {fields["ann"]: "175", fields["ben"]: ""})

    assert answered.status_code == 302
    entry = Attendance.objects.get()
    assert (entry.learner, entry.minutes, entry.taken_by) == (group.ann, 175, group.instructor)
    assert "2 h 55 min" in ines.get(address).text


def test_staying_away_is_not_told_from_not_having_answered(ines, group, now):
    day = a_live_day(group.programme, date=FAR)
    pages = []
    for coming in (None, False):
        if coming is not None:
            answer(day, group.ann, coming=coming, now=now)
        for name in ("live_day_desk", "attendance"):
            args = [day.public_id] if name == "attendance" else []
            pages.append(ines.get(reverse(name, args=args)).text)
    before, after = pages[:2], pages[2:]

    def told(page: str) -> list[str]:
        return [line for line in page.splitlines() if "csrf" not in line.lower()]

    assert [told(page) for page in before] == [told(page) for page in after]


def test_nobody_stands_on_their_own_sheet(client, sign_in, group):
    give_role(group.ann, Role.INSTRUCTOR, by=None, now=PLANNED)
    day = a_live_day(group.programme, instructor=group.instructor)
    sign_in(client, group.ann)
    address = reverse("attendance", args=[day.public_id])

    page = client.get(address)
    sent = client.post(address, {f"learner_{group.ann.public_id}": "60"})

    assert str(group.ben.public_id) in page.text
    assert f"learner_{group.ann.public_id}" not in page.text
    assert "Give the minutes of at least one learner." in sent.text
    assert not Attendance.objects.exists()


def test_an_alternative_is_read_asked_back_and_signed(ines, group, now):
    day = a_live_day(group.programme)
    report = report_alternative(day, group.ann, account="I read both.", now=now)
    address = reverse("answer_alternative", args=[report.public_id])
    assert "I read both." in ines.get(reverse("attendance", args=[day.public_id])).text

    ines.post(address, {"comment": "Which ones?"})
    assert AlternativeReport.objects.get().comment == "Which ones?"
    ines.post(address, {"minutes": "999"})
    assert not Attendance.objects.exists()
    ines.post(address, {"minutes": "180"})

    assert Attendance.objects.get().minutes == 180
    page = ines.get(reverse("attendance", args=[day.public_id]))
    assert "I read both." not in page.text


def test_minutes_are_put_right_with_a_reason(ines, group, now):
    entry = signed(a_live_day(group.programme), group.ann, 180, now=now)
    address = reverse("correct_attendance", args=[entry.public_id])

    assert "This field is required." in ines.post(address, {"minutes": "60"}).text
    same = ines.post(address, {"minutes": "180", "reason": "No."})
    assert "These are the minutes that were signed." in same.text
    ines.post(address, {"minutes": "60", "reason": "Left at eleven."})

    sheet = ines.get(reverse("attendance", args=[entry.live_day.public_id]))
    assert "instead of 3 h" in sheet.text
    assert "Left at eleven." in sheet.text


def test_days_of_programmes_one_may_not_edit_are_not_there(ines, group, now):
    elsewhere = a_live_day(a_programme(), title="Elsewhere")
    entry = signed(elsewhere, a_trainee(), 60, now=now)

    assert "Elsewhere" not in ines.get(reverse("live_day_desk")).text
    for name in ("change_live_day", "cancel_live_day", "attendance"):
        assert ines.get(reverse(name, args=[elsewhere.public_id])).status_code == 404
    assert ines.get(reverse("correct_attendance", args=[entry.public_id])).status_code == 404
    choices = ines.get(reverse("plan_live_day")).text
    assert elsewhere.programme.title not in choices


def test_the_desk_costs_the_same_however_many(ines, group, now, count_queries):
    open_to_instructors(group.programme)
    day = a_live_day(group.programme)
    sheet = reverse("attendance", args=[day.public_id])
    signed(day, an_enrolment_in(group.cohort).learner, 60, now=now)
    for path in (reverse("live_day_desk"), sheet):
        ines.get(path)
    with count_queries() as desk:
        ines.get(reverse("live_day_desk"))
    with count_queries() as one:
        ines.get(sheet)
    for _number in range(4):
        a_live_day(group.programme)
        signed(day, an_enrolment_in(group.cohort).learner, 60, now=now)
        an_enrolment_in(group.cohort)

    with count_queries(exactly=len(desk)):
        ines.get(reverse("live_day_desk"))
    with count_queries(exactly=len(one)):
        ines.get(sheet)
