"""Announcements: who is told, when, how often; what stands on which page."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from courses.actions.editors import open_to_instructors
from courses.announcements.actions.announcing import announce, put_away, tell, withdraw
from courses.announcements.rules.showing import may_date, may_withdraw, shown_from
from courses.models import Announcement, AnnouncementRead
from tests.factories.accounts import a_trainee
from tests.factories.cohorts import a_cohort_of, an_enrolment_in, programme_of
from tests.factories.courses import a_course, a_programme
from tests.factories.live_days import an_instructor
from tests.races import race
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.content.civil import civil_date
from training_site.verdict import Refused

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 23)
database = pytest.mark.django_db
TITLE, TEXT = "The room has changed", "We meet in room 5.\n\nBring a pen."


@pytest.fixture
def cohort():
    course = a_course(lessons=1)
    open_to_instructors(programme_of(course))
    return a_cohort_of(course, days=[0])


@pytest.fixture
def ann(cohort):
    return an_enrolment_in(cohort).learner


def an_announcement(group, *, now, **changes) -> Announcement:
    """For a cohort, unless `cohort` says otherwise."""
    given = {"title": TITLE, "text": TEXT, "by": an_instructor(), "now": now, "cohort": group}
    return announce(group.programme, **given | changes)


@pytest.mark.parametrize(
    ("day", "instant"),
    [
        (None, "2026-11-23T10:00"),  # at once
        (TODAY, "2026-11-23T10:00"),  # today began already
        (date(2026, 11, 25), "2026-11-25T00:00"),
        (date(2027, 3, 29), "2027-03-28T23:00"),  # the day after the clocks went forward
    ],
)
def test_it_shows_at_once_or_from_the_first_minute_of_its_day(day, instant):
    now = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

    shows = shown_from(day, now=now, zone=LONDON)

    assert shows == datetime.fromisoformat(instant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "reason"),
    [(None, ""), (TODAY, ""), (TODAY - timedelta(days=1), "announcement_in_the_past")],
)
def test_no_day_in_the_past(day, reason):
    assert may_date(day, today=TODAY).reason == reason


def test_it_is_withdrawn_once():
    assert may_withdraw(withdrawn=False)
    assert may_withdraw(withdrawn=True).reason == "announcement_withdrawn"


@database
@pytest.mark.both_stacks
def test_everybody_it_is_for_is_told_once_by_a_mail_that_says_nothing(cohort, ann, run_jobs):
    other = an_enrolment_in(a_cohort_of(a_course(lessons=1), days=[0])).learner
    told = an_announcement(cohort, now=timezone.now())

    run_jobs()
    tell(told, now=timezone.now())
    run_jobs()

    [sent] = mail.outbox
    assert sent.to == [ann.email]
    for word in (*TITLE.split(), "room", "pen", "nnouncement"):
        assert word not in f"{sent.subject} {sent.body}", word
    assert not Notice.objects.filter(person=other).exists()
    event = AuditEvent.objects.get(verb="courses.announcement.written")
    assert (event.actor_id, event.target_id) == (told.written_by.public_id, told.public_id)


@database
def test_who_wants_no_mail_finds_it_on_the_site(cohort, ann, run_jobs):
    ann.mail_off = True
    ann.save()
    an_announcement(cohort, now=timezone.now())

    run_jobs()

    assert mail.outbox == []
    assert Notice.objects.filter(person=ann, event="courses.announcement").count() == 1


@database
@pytest.mark.both_stacks
def test_one_of_a_day_to_come_is_neither_shown_nor_told_before(cohort, ann, now):
    told = an_announcement(cohort, now=now, day=TODAY + timedelta(days=2))
    seen = Announcement.objects.visible_to

    assert tell(told, now=now + timedelta(days=1)) == 0
    assert not seen(ann, told.shown_from - timedelta(seconds=1)).exists()
    assert seen(ann, told.shown_from).get() == told
    assert tell(told, now=told.shown_from) == 1


@database
def test_one_withdrawn_before_its_day_is_told_to_nobody(cohort, ann, now):
    told = an_announcement(cohort, now=now, day=TODAY + timedelta(days=2))

    gone = withdraw(told, by=told.written_by, now=now)

    assert tell(gone, now=told.shown_from) == 0
    assert not Announcement.objects.visible_to(ann, told.shown_from).exists()
    with pytest.raises(Refused, match="announcement_withdrawn"):
        withdraw(gone, by=told.written_by, now=now)


@database
def test_who_comes_later_sees_it_too_and_strangers_never(cohort, now):
    of_all = an_announcement(cohort, now=now, cohort=None)
    of_cohort = an_announcement(cohort, now=now)
    later = an_enrolment_in(cohort).learner
    other = an_enrolment_in(
        type(cohort).objects.create(
            programme=cohort.programme, title="Other", starts_on=cohort.starts_on
        )
    ).learner

    assert set(Announcement.objects.visible_to(later, now)) == {of_all, of_cohort}
    assert set(Announcement.objects.visible_to(other, now)) == {of_all}
    assert not Announcement.objects.visible_to(a_trainee(), now).exists()


@database
def test_it_stands_on_the_home_until_it_is_put_away(client, sign_in, cohort, ann):
    told = an_announcement(cohort, now=timezone.now())
    sign_in(client, ann, second_factor=False)
    for path in ("/learn/", reverse("announcements")):
        page = client.get(path)
        assert TITLE in page.text
        assert "<p>Bring a pen.</p>" in page.text

    sent = client.post(reverse("read_announcement", args=[told.public_id]), {"next": "/learn/"})

    assert sent["Location"] == "/learn/"
    assert TITLE not in client.get("/learn/").text
    assert TITLE in client.get(reverse("announcements")).text
    assert "I have read it" not in client.get(reverse("announcements")).text


@database
@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "learn"])
def test_putting_away_leads_nowhere_else(client, sign_in, cohort, ann, elsewhere):
    told = an_announcement(cohort, now=timezone.now())
    sign_in(client, ann, second_factor=False)

    sent = client.post(reverse("read_announcement", args=[told.public_id]), {"next": elsewhere})

    assert sent["Location"] == reverse("announcements")


@database
def test_what_is_written_is_text_and_no_markup(client, sign_in, cohort, ann):
    an_announcement(cohort, now=timezone.now(), text="<script>alert(1)</script>")
    sign_in(client, ann, second_factor=False)

    for path in ("/learn/", reverse("announcements")):
        assert "<script>alert" not in client.get(path).text


@database
def test_a_stranger_reads_nothing_and_puts_nothing_away(client, sign_in, cohort):
    told = an_announcement(cohort, now=timezone.now())
    sign_in(client, a_trainee(), second_factor=False)

    assert "Nothing has been announced yet" in client.get(reverse("announcements")).text
    sent = client.post(reverse("read_announcement", args=[told.public_id]))
    assert (sent.status_code, AnnouncementRead.objects.exists()) == (404, False)


@database
def test_an_instructor_writes_and_withdraws(client, sign_in, cohort, ann):
    sign_in(client, an_instructor())
    form = {"programme": cohort.programme.pk, "cohort": cohort.pk, "title": TITLE, "text": TEXT}
    yesterday = civil_date(timezone.now()) - timedelta(days=1)

    late = client.post(reverse("write_announcement"), form | {"day": yesterday.isoformat()})
    assert "Name today or a day to come." in late.text
    assert client.post(reverse("write_announcement"), form).status_code == 302
    told = Announcement.objects.get()
    assert TITLE in client.get(reverse("announcement_desk")).text

    client.post(reverse("withdraw_announcement", args=[told.public_id]))
    assert "withdrawn" in client.get(reverse("announcement_desk")).text
    assert not Announcement.objects.visible_to(ann, timezone.now()).exists()


@database
def test_an_instructor_writes_in_her_own_programmes_only(client, sign_in, cohort):
    elsewhere = announce(
        a_programme(), title="Elsewhere", text=TEXT, by=an_instructor(), now=timezone.now()
    )
    sign_in(client, an_instructor())
    form = {"programme": elsewhere.programme.pk, "title": TITLE, "text": TEXT}

    assert "Select a valid choice" in client.post(reverse("write_announcement"), form).text
    assert "Elsewhere" not in client.get(reverse("announcement_desk")).text
    address = reverse("withdraw_announcement", args=[elsewhere.public_id])
    assert client.post(address).status_code == 404


@database
def test_pages_cost_the_same_however_many(client, sign_in, cohort, ann, count_queries):
    an_announcement(cohort, now=timezone.now())
    sign_in(client, ann, second_factor=False)
    paths = ["/learn/", reverse("announcements")]
    costs = []
    for path in paths:
        client.get(path)
        with count_queries(at_most=30) as counted:
            client.get(path)
        costs.append(len(counted))
    for _number in range(4):
        an_announcement(cohort, now=timezone.now())

    for path, cost in zip(paths, costs, strict=True):
        with count_queries(exactly=cost):
            client.get(path)


@pytest.mark.races
@pytest.mark.both_stacks
@pytest.mark.django_db(transaction=True)
def test_put_away_twice_at_once_is_put_away_once(cohort, ann, now):
    told = an_announcement(cohort, now=now)

    outcomes = race(*(partial(put_away, told, ann, now=now) for _window in range(2)))

    assert outcomes == [None, None]
    assert AnnouncementRead.objects.count() == 1
