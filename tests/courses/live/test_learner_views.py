"""A learner's live days on screen, and in her calendar."""

from datetime import date, time

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.live.actions.answering import answer, report_alternative
from courses.live.actions.attendance import credit
from courses.live.actions.planning import cancel
from courses.models import AlternativeReport
from tests.factories.accounts import a_trainee
from tests.factories.live_days import a_live_day, signed

pytestmark = pytest.mark.django_db
FAR = date(2099, 3, 2)


@pytest.fixture
def ann(client, sign_in, group):
    return sign_in(client, group.ann, second_factor=False)


def answered(client, day, answer):
    return client.post(reverse("answer_live_day", args=[day.public_id]), {"answer": answer})


def test_the_list_says_what_is_to_come_and_what_was(ann, group, now):
    to_come = a_live_day(group.programme, date=FAR, title="To come")
    past = a_live_day(group.programme, title="Past")
    signed(past, group.ann, 100, now=now)

    page = ann.get(reverse("live_days"))

    assert page.text.index(to_come.title) < page.text.index(past.title)
    assert "1 h 40 min signed" in page.text
    assert "Are you coming?" in page.text


def test_an_empty_list_says_what_will_be_here(ann):
    assert "No live day is planned yet" in ann.get(reverse("live_days")).text


def test_a_day_says_when_where_and_what_counts(ann, group):
    day = a_live_day(group.programme, date=FAR, content_note="One exercise with touch of hands.")

    page = ann.get(day.url)

    for words in (
        "Monday 2 March 2099",
        "10:00 to 14:00",
        "Europe/London",
        "Room 4, 12 Mill Lane",
        "3 h",
        "One exercise with touch of hands.",
        "Read the two papers",
        "no reason is asked",
        "neither asked nor kept",
    ):
        assert words in " ".join(page.text.split()), words


def test_who_lives_elsewhere_reads_both_clocks(ann, group):
    group.ann.zone = "Asia/Tokyo"
    group.ann.save()
    day = a_live_day(group.programme, date=FAR, start=time(16))

    page = " ".join(ann.get(day.url).text.split())

    assert "16:00 to 20:00 (Europe/London)" in page.replace("</span>", "")
    assert "it begins on Tuesday 3 March at 01:00 (Asia/Tokyo)" in page


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("coming", "You said that you come."),
        ("away", "You said that you do not come."),
        ("alternative", "You said that you do not come."),
    ],
)
def test_an_answer_is_noted_and_can_be_changed(ann, group, said, shown):
    day = a_live_day(group.programme, date=FAR)

    answer = answered(ann, day, said)

    assert answer["Location"].startswith(day.url)
    page = ann.get(day.url)
    assert shown in page.text
    assert ("I am coming" in page.text) == (said != "coming")


def test_staying_away_looks_the_same_whichever_button_was_pressed(ann, group):
    day = a_live_day(group.programme, date=FAR)
    pages = []
    for said in ("away", "alternative"):
        answered(ann, day, said)
        ann.get(day.url)  # takes the message
        body = ann.get(day.url).text
        pages.append([line for line in body.splitlines() if "csrf" not in line])

    assert pages[0] == pages[1]


def test_a_full_day_says_so_and_offers_the_alternative(ann, group, now):
    day = a_live_day(group.programme, date=FAR, seats=1)
    answer(day, group.ben, coming=True, now=now)

    page = ann.get(day.url)

    assert "All 1 seats are taken." in page.text
    assert "I am coming" not in page.text
    assert answered(ann, day, "coming").status_code == 302
    assert not day.answers.filter(learner=group.ann).exists()


def test_the_alternative_is_handed_in(ann, group):
    day = a_live_day(group.programme, date=FAR)
    address = reverse("live_day_alternative", args=[day.public_id])

    empty = ann.post(address, {"account": "  "})
    assert (empty.status_code, "Write a few lines" in empty.text) == (422, True)
    assert ann.post(address, {"account": "I read both."}).status_code == 302

    assert AlternativeReport.objects.get().account == "I read both."
    assert "Handed in on" in ann.get(day.url).text


def test_once_signed_nothing_tells_the_alternative_from_the_day(ann, client, group, sign_in, now):
    day = a_live_day(group.programme)
    report = report_alternative(day, group.ann, account="I read both.", now=now)
    credit(report, minutes=180, by=day.instructor, now=now)
    signed(day, group.ben, 180, by=day.instructor, now=now)
    hers = ann.get(day.url).text

    sign_in(client, group.ben, second_factor=False)
    his = client.get(day.url).text

    def told(page: str) -> str:
        return page[page.index("<main") : page.index("</main")]

    assert told(hers) == told(his)
    assert "3 h signed" in hers


def test_a_day_called_off_says_so_and_asks_nothing(ann, group, now):
    day = cancel(a_live_day(group.programme, date=FAR), by=group.instructor, now=now)

    page = ann.get(day.url)

    assert "This day was called off" in page.text
    assert "Are you coming?" not in page.text
    assert answered(ann, day, "coming").status_code == 302
    assert not day.answers.exists()


def test_the_calendar_file_tells_neither_title_nor_place(ann, group):
    day = a_live_day(group.programme, date=FAR, title="A telling title")

    answer = ann.get(reverse("live_day_calendar", args=[day.public_id]))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="day.ics"'
    assert "SUMMARY:Study day" in answer.text
    assert f"UID:{day.public_id}@" in answer.text
    assert "DTSTART:20990302T100000Z" in answer.text
    for word in ("telling", "Room", "Mill"):
        assert word not in answer.text


def test_somebody_not_enrolled_finds_nothing(client, sign_in, group):
    day = a_live_day(group.programme, date=FAR)
    sign_in(client, a_trainee(), second_factor=False)

    assert day.title not in client.get(reverse("live_days")).text
    for name in ("live_day", "live_day_calendar"):
        assert client.get(reverse(name, args=[day.public_id])).status_code == 404
    for name in ("answer_live_day", "live_day_alternative"):
        assert client.post(reverse(name, args=[day.public_id])).status_code == 404


def test_pages_cost_the_same_however_many_days_and_people(ann, group, now, count_queries):
    day = a_live_day(group.programme, date=FAR)
    for path in (reverse("live_days"), day.url):
        ann.get(path)
    with count_queries(at_most=13) as listed:
        ann.get(reverse("live_days"))
    for _number in range(4):
        signed(a_live_day(group.programme), group.ann, 60, now=now)

    with count_queries(exactly=len(listed)):
        ann.get(reverse("live_days"))
    with count_queries(at_most=15):
        ann.get(day.url)


def test_the_home_names_the_next_days(ann, group):
    a_live_day(group.programme, date=FAR, title="A day to come")
    a_live_day(group.programme, title="A day that was")

    page = ann.get("/learn/")

    assert "A day to come" in page.text
    assert "A day that was" not in page.text
    assert timezone.now().year < FAR.year
