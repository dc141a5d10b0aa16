"""The time of a cohort, days together, and what instructors tell everybody."""

from datetime import timedelta

from django.urls import reverse

from courses.models import Cohort, LessonPage, LiveDay, MediaUse, ProgrammePage
from tests.factories.media import CAPTIONS, a_file, mp4
from tests.journeys.town import Town

QUESTION = "Who decides when the three do not agree?"


def her_cohort_gets_its_dates(town: Town) -> None:
    """The author sets the schedule; the registrar gives her a last day of her own."""
    page = town.author.opens("cohorts").follow("Schedule")
    page.says("A suggestion").send("Save the schedule").says("Saved.").says_nothing_of("suggestion")
    page = town.registrar.opens("enrolments").follow("More time")
    last = (town.past.today + timedelta(days=90)).isoformat()
    page = page.send("Set this last day", last_day=last, reason="Agreed at the start.")
    page.says("Given. The learner has been told.")


def they_spend_a_day_together(town: Town) -> None:
    """Planned, moved, answered, attended, signed and put right."""
    day = _planned(town, "Study day")
    page = town.author.opens("live_day_desk").follow("Change")
    page.send("Save the change", start="11:00").says("Changed.")
    page = town.thea.opens("live_days").follow("Study day").says("11:00 to 15:00")
    page.send("I am coming").says("You said that you come.")
    calendar = town.thea.fetches(reverse("live_day_calendar", args=[day.public_id]))
    assert b"SEQUENCE:1" in calendar.content

    town.clock.wait(days=3)
    page = town.author.opens("live_day_desk").follow("Attendance").says(town.thea.name)
    page.send("Sign these minutes").says("Signed for 1, in your name.")
    page = town.author.opens("attendance", args=[day.public_id]).follow("Correct")
    page.send("Sign the correction", minutes="150", reason="She left at two.").says("2 h 30 min")
    town.thea.opens("live_day", args=[day.public_id]).says("2 h 30 min signed")


def she_stays_away_from_another(town: Town) -> None:
    """No reason is asked; the alternative gives the same minutes, and nothing tells it apart."""
    day = _planned(town, "Another day")
    page = town.thea.opens("live_day", args=[day.public_id])
    page = page.send("I would rather do the alternative").says("You said that you do not come.")
    page.send("Hand it in", account="I read both papers.").says("Handed in on")

    town.clock.wait(days=3)
    page = town.author.opens("attendance", args=[day.public_id]).says("I read both papers.")
    page.send("Sign the minutes").says("3 h").says_nothing_of("I read both papers.")
    town.thea.opens("live_day", args=[day.public_id]).says("3 h signed")


def a_third_is_called_off(town: Town) -> None:
    _planned(town, "A third day")
    page = town.author.opens("live_day_desk").follow("Call off").says("told at once")
    page.send("Call it off").says("Called off.")
    town.thea.opens("live_days").says("Called off")


def she_asks_a_tutor(town: Town) -> None:
    """About the lesson she reads; somebody who teaches it answers, and nobody else finds it."""
    slug = town.course.slug
    page = town.thea.opens("course_outline", args=[slug]).follow("Ask a tutor")
    page.says("Nothing asked yet").send("Send it", text=QUESTION).says("Waiting for an answer")
    town.registrar.fetches(reverse("tutor_desk"))
    page = town.author.opens("tutor_desk").says("Questions waiting").follow(town.thea.name)
    page.says(QUESTION).send("Send the answer", text="The three of them.").says("No question waits")
    page = town.thea.opens("ask_tutor", args=[slug]).says("The three of them.")
    page.send("Close it").says("Closed on").send("Open it again").says("Answered")
    page = town.author.opens("tutor_desk").follow(town.thea.name)
    page.send("Close it without an answer").says("closed on")
    assert QUESTION in town.thea.fetches(reverse("export_questions", args=[slug])).content.decode()
    town.thea.opens("my_questions").follow(town.course.title).says("The three of them.")


def a_lesson_gets_a_recording(town: Town) -> None:
    """Refused without its file; once it is there she sees it, and her mentor does not."""
    page = town.author.opens("lesson_files").follow("Add a file")
    page.send("Add it", title="A pause").says("This field is required.")
    programme = ProgrammePage.objects.get(path=town.course.programme_path)
    lesson = LessonPage.objects.live().descendant_of(town.course).first()
    film = a_file(town.course, mp4(), captions=CAPTIONS, by=town.author.user)
    town.author.opens("lesson_files").follow(film.title).says(film.transcript, programme.title)
    MediaUse.objects.create(file=film, lesson_uuid=lesson.lesson_uuid, published_at=town.clock.now)
    args = [lesson.lesson_uuid, film.pk]
    assert town.thea.fetches(reverse("lesson_file", args=args)).status_code == 200
    assert town.thea.fetches(reverse("lesson_captions", args=args)).status_code == 200
    assert town.mentor.fetches(reverse("lesson_file", args=args)).status_code == 404


def everybody_is_told_something(town: Town) -> None:
    programme = Cohort.objects.get(title="Winter").programme
    told = {"programme": str(programme.pk), "title": "Room 5", "text": "We meet there."}
    page = town.author.opens("announcement_desk").follow("Write an announcement")
    page.send("Announce it", **told).says("Written.", "Room 5")
    town.works_off_its_jobs()
    town.thea.opens("learn").says("We meet there.").send("I have read it")
    town.thea.opens("learn").says_nothing_of("We meet there.")
    town.thea.opens("announcements").says("We meet there.")
    page = town.author.opens("announcement_desk").follow("Withdraw")
    page.send("Withdraw it").says("Withdrawn.")


def _planned(town: Town, title: str) -> LiveDay:
    programme = Cohort.objects.get(title="Winter").programme
    page = town.author.opens("plan_live_day")
    page.send(
        "Plan it",
        programme=str(programme.pk),
        title=title,
        category="experiential_lab",
        date=(town.clock.now + timedelta(days=2)).date().isoformat(),
        start="10:00",
        minutes="240",
        alternative="Read both papers and describe how you would begin.",
        area_consent_boundaries="120",
        area_trauma_safety="60",
    ).says("Planned.")
    return LiveDay.objects.get(title=title)


def she_takes_her_record_along(town: Town) -> None:
    record = town.thea.fetches(reverse("export_learning")).content.decode()
    assert "Code of ethics" in record
    assert "None yet" not in record
