"""What comes after a sitting: time given, attempts ended, figures, a correction, an incident, a report."""

from datetime import timedelta

from assessments.models import Assessment, Attempt
from tests.journeys.town import Town

TOLD = "Two paragraphs read like the summary of a lesson. Please look."
READ_LITERALLY = "Read literally, both answers can be defended."


def milo_gets_more_time(town: Town, assessment: Assessment) -> Attempt:
    """While he sits; he hands it in by mistake, and goes on with it."""
    page = town.milo.opens("assessment", args=[assessment.public_id]).send("Begin")
    desk = town.author.opens("attempts_desk").follow(assessment.title)
    page = desk.follow("Attempt 1").says("Milo Santos")
    page.send("Add the time", minutes="15", reason="The room was late.").says("Done.", "15 min")
    page = town.milo.opens("attempt_submit", args=_where(assessment, town.milo))
    page.send("Submit now")
    page = town.author.opens("attempts_of", args=[assessment.public_id]).follow("Attempt 1")
    page = page.send("Reopen the attempt", minutes="20", reason="Handed in by mistake.")
    page.says("Done.", "Handed in by mistake.")
    town.milo.opens("attempt", args=_where(assessment, town.milo)).says("Question 1 of 10")
    return Attempt.objects.get(learner=town.milo.user)


def what_nobody_ends_is_ended(town: Town, assessment: Assessment) -> None:
    """His time runs out; the list is looked at, then exactly that list is ended."""
    town.clock.wait(hours=3)
    page = town.author.opens("attempts_close", args=[assessment.public_id]).says("Milo Santos")
    page.send("End these and mark them", reason="They were left open.").says("1 attempt was ended.")


def an_incident_is_made_good(town: Town, assessment: Assessment, attempt: Attempt) -> None:
    """Whoever sat at that time gets the same."""
    began = attempt.started_at.astimezone(town.past.zone)
    page = town.author.opens("incident_new", args=[assessment.public_id])
    page = page.send(
        "Record it and see whom it touched",
        title="The connection failed",
        began=f"{began:%Y-%m-%dT%H:%M}",
        ended=f"{began + timedelta(minutes=12):%Y-%m-%dT%H:%M}",
        remedy="extra_attempt",
    )
    page = page.says("Nothing is given until you apply the remedy.", "Milo Santos")
    page.send("Give it to 1 attempt").says("Applied to everybody in reach.", "has it")
    town.editor.opens("incidents").says("The connection failed")


def the_figures_are_worked_out(town: Town, assessment: Assessment) -> None:
    page = town.author.opens("analyses").follow(assessment.title).send("Work it out now")
    town.works_off_its_jobs()
    page = town.author.opens(page.path).says("The questions")
    assert b"case-003" in town.author.fetches(f"{page.path}?format=csv").content
    page = page.follow("case-003").says("Facility").follow("Use and exposure")
    page.follow("Version 1 was wrong").says("2 attempts showed this version.")


def a_question_is_put_right(town: Town, attempt: Attempt) -> None:
    """Planned and set aside, planned again, applied after a second look, and taken back."""
    version = attempt.items.get(item_version__item__ref="case-003").item_version
    recall = [version.item.public_id, version.number]
    page = town.author.opens("item_recall", args=recall).follow("Plan a correction")
    page = page.send("Work out the changes", mode="drop", reason=READ_LITERALLY)
    page = page.says("A dry run").send("Set it aside").says("Nothing was changed.")
    page = town.author.opens("regrade_plan", args=recall)
    page = page.send("Work out the changes", mode="full_credit", reason=READ_LITERALLY)
    before = attempt.results.count()
    page = page.follow("Apply it").send("Change 1 result").says("Applied.")
    assert attempt.results.count() == before + 1
    page.follow("Take it back").send("Take it back", reason="The key was right.").says(
        "Taken back."
    )
    assert attempt.results.count() == before + 2


def a_report_is_decided_by_another(town: Town, assessment: Assessment, attempt: Attempt) -> None:
    page = town.author.opens("attempt_time", args=[assessment.public_id, attempt.public_id])
    page = page.follow("Report an irregularity").send("Keep the report", seen=TOLD)
    page.says("Somebody else decides on it.")
    [report] = town.editor.opens("irregularities").all("td a")
    town.author.opens(report["href"]).says(TOLD, "Somebody else decides on this report.")
    page = town.editor.opens(report["href"]).says(TOLD)
    page = page.send("Decide", to="unfounded", reason="He wrote that lesson's summary himself.")
    page.says("Decided. No mark was moved by it.")


def her_time_is_plain_again(town: Town) -> None:
    page = town.registrar.opens("accommodations").follow("Lena Brandt")
    page.send("End it").says("Ended. The plain limits hold again.")


def _where(assessment: Assessment, person) -> list:
    attempt = assessment.attempts.get(learner=person.user)
    return [assessment.public_id, attempt.public_id]
