"""What lies beside the main way: the journal, help, a concern, older records, items, background work."""

from datetime import timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image as Drawing
from wagtail.images import get_image_model

from certification.credentials.models import Certificate
from tests.factories.accounts import a_trainee
from tests.factories.assessments import a_learner, an_ended_attempt
from tests.factories.certification import a_draft_agreement
from tests.journeys.studying import REFLECTION
from tests.journeys.town import Town
from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import State

LATER = "Next time: a breath first, then the question back."
WORRY = "In a group meeting a situation was told in too much detail."


def she_keeps_her_journal(town: Town) -> None:
    page = town.thea.opens("reflections").follow("Change")
    page.send("Keep it", text=LATER).says(LATER).says_nothing_of(REFLECTION)
    assert LATER in town.thea.fetches(reverse("export_journal")).content.decode()
    page = town.thea.opens("reflections").follow("Erase")
    page.send("Erase it").says("Nothing written yet").says_nothing_of(LATER)


def she_looks_around(town: Town) -> None:
    town.thea.opens("learn").says("Code of ethics")
    town.thea.opens("notices").says("There is a decision for you")
    town.thea.opens("you").send("Save", zone="Europe/Dublin").says("Saved.")
    town.stranger().opens("curriculum").says("Code of ethics")
    town.thea.opens("glossary").says("Triad")
    town.thea.opens("pause")
    page = town.thea.opens("help")
    helped = [link["href"] for link in page.all("main a[href*='/help/']")]
    assert helped
    for address in helped:
        town.thea.opens(address)


def she_leaves_quickly(town: Town) -> None:
    """Locked until she signs in again, the journal as well."""
    town.thea.posts(reverse("quick_leave"), {}).says("You have left")
    assert town.thea.fetches(reverse("reflections")).status_code == 302


def machines_look_in(town: Town) -> None:
    stranger = town.stranger()
    for name in ("healthz", "readyz"):
        assert stranger.fetches(reverse(name)).status_code == 200
    page = stranger.opens("verify")
    [style, *_others] = page.all("link[rel=stylesheet]")
    [script, *_others] = page.all("script[src]")
    asked = [(style["href"], "text/css"), (script["src"], "text/javascript")]
    for address, kind in [*asked, (reverse("favicon"), "image/")]:
        assert stranger.fetches(address).headers["Content-Type"].startswith(kind)


def a_picture_of_a_lesson_is_shown(town: Town) -> None:
    """What our own code made of an uploaded picture."""
    png = BytesIO()
    Drawing.new("RGB", (200, 100), "teal").save(png, "PNG")
    file = ContentFile(png.getvalue(), "hand.png")
    image = get_image_model().objects.create(title="A hand", file=file)
    answer = town.thea.fetches(image.get_rendition("width-100").url)
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")


def somebody_reports_a_concern(town: Town) -> None:
    """Without a name; the complaints officer reads it, notes what was done and closes it."""
    town.stranger().opens("concern").send("Send it", text=WORRY).says("Thank")
    town.registrar.opens("concerns").says("you do not have permission")
    page = town.listener.opens("concerns").says("without a name")
    [first, *_others] = page.all("td a")
    page = town.listener.opens(first["href"]).says(WORRY)
    page = page.send("Write it down", text="Spoke with the group's leader.")
    page.says("Spoke with the group's leader.").send("Close this concern").says("Closed on")


def an_earlier_certification_is_recorded(town: Town) -> None:
    """By one person, approved by another; it answers as what it is."""
    page = town.registrar.opens("certification_records")
    page.send(
        "Record it",
        holder=town.veteran.name,
        scheme_version="Certified Surrogate Partner",
        evidence="Paper certificate of the association, seen by the registrar",
        granted_on="2025-06-01",
        valid_until="2028-05-31",
    ).says("A second person approves it next.", "waits for a second person")
    town.decider.opens("certification_records").send("Approve").says("Approved.")

    town.works_off_its_jobs()
    certificate = Certificate.objects.get(holder=town.veteran.user)
    page = town.stranger().opens("verify_number", args=[certificate.number])
    page.says("Valid", "Granted before this register was kept")


def an_item_is_rewritten(town: Town) -> None:
    """By one instructor; only another one reviews it and puts it into use."""
    page = town.author.opens("item_bank")
    [first, *_others] = page.all("td a")
    page = town.author.opens(first["href"]).follow("Write a new version")
    [stem] = page.all("textarea[name=item-stem]")
    words = {"item-stem": f"{stem.get_text().strip()} Choose what fits best."}
    page = page.send("Save the draft", **words).says("The draft is saved.")
    page.says("Another instructor reviews what you wrote.")
    page = town.editor.opens(page.path)
    page = page.send("Mark as reviewed").says("Done.")
    page.send("Make it live").says("Done.")
    town.editor.opens("clinical_review_report")
    town.editor.opens("citations_report")
    town.editor.opens("missed_checks_report")
    town.editor.opens("progress_report")


def after_three_failures_somebody_helps(town: Town) -> None:
    assessment, now = town.course.assessment, town.clock.now
    learner = a_learner(assessment, name="Tomas Weber")
    for days in (9, 6, 3):
        an_ended_attempt(
            assessment, learner, right=0, now=now - timedelta(days=days), seed=f"{days}"
        )
    page = town.author.opens("attempts_used_up").follow("Tomas Weber")
    page.send("Give one attempt more", reason="We went through the outcomes together.")
    town.author.opens("attempts_used_up").says_nothing_of("Tomas Weber")


def an_agreement_is_declined(town: Town) -> None:
    asking = a_trainee(name="Imke Sauer")
    people = {"mentor": town.mentor.user, "clinician": town.clinician.user}
    agreement = a_draft_agreement(asking, **people, now=town.clock.now)
    page = town.mentor.opens("answer_agreement", args=[agreement.public_id])
    page.send("Decline").says("Declined. The intern has been told.")


def a_job_that_was_given_up_is_tried_again(town: Town) -> None:
    run = JobRun.objects.filter(state=State.DONE).first()
    given_up = {"attempts": 3, "finished_at": town.clock.now, "last_error": "TimeoutError"}
    JobRun.objects.filter(pk=run.pk).update(state=State.DEAD, **given_up)

    town.admin.opens("programme_teams").says("All instructors write here.")
    page = town.admin.opens("jobs").says(run.name, "TimeoutError")
    page.send("Try again").says("It will be tried again now.")
    town.works_off_its_jobs()
    run.refresh_from_db()
    assert run.state == State.DONE


def the_neighbour_leaves_the_register(town: Town) -> None:
    entry = town.neighbour.user.reviewer_entry
    page = town.registrar.opens("certification_reviewers").follow(town.neighbour.name)
    address = reverse("retire_reviewer", args=[entry.public_id])
    assert page.all(f"form[action='{address}']")
    town.registrar.posts(address, {"last_day": town.today}).says("ends on that day")
