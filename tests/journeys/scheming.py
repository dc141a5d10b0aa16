"""A scheme grows by a version: figures, a second reader, a preview, a step that moves people."""

from django.urls import reverse

from certification.scheme.models import SchemePin, SchemeTransition, SchemeVersion
from tests.journeys.town import Town

WHY = "The limit from a distance follows what supervisors told us."
ANOTHER = """
scheme: companion-course
version: "1"
title: Companion course
requirements:
  - {id: code, rule: attestation_current, policy: code-of-ethics, title: Code of ethics signed}
"""


def a_draft_is_made_and_its_figures_changed(town: Town) -> None:
    """From the version in force; bad rules are refused at their line."""
    page = town.admin.opens("scheme_upload").send("Read it", text="scheme: [")
    page.says("this is not YAML that can be read.")
    town.admin.opens("schemes").follow("Version 0.9")
    in_force = SchemeVersion.objects.get(number="0.9")
    page = town.admin.opens("scheme_version", args=[in_force.public_id])
    page.says("At least 90 h of direct sessions.", "is held to it.")
    page = page.send("Make the draft", number="0.9.1").says("The draft is there.")
    page.send("Save the figures", **{"caps/remote/minutes": "600"}).says("Saved.")
    draft = SchemeVersion.objects.get(number="0.9.1")
    text = town.admin.fetches(reverse("scheme_yaml", args=[draft.public_id])).content.decode()
    assert text == in_force.text.replace('"0.9"', '"0.9.1"').replace(
        "minutes: 540\n", "minutes: 600\n"
    )


def somebody_else_approves_it(town: Town) -> None:
    draft = SchemeVersion.objects.get(number="0.9.1")
    page = town.admin.opens("scheme_version", args=[draft.public_id])
    assert not page.offers("Approve this version")
    page = town.registrar.opens("scheme_version", args=[draft.public_id])
    page.send("Approve this version").says("Approved. Its text stays now.")


def the_step_is_previewed_and_published_by_another(town: Town) -> None:
    """Nobody is moved by looking; who is moved reads why."""
    new = SchemeVersion.objects.get(number="0.9.1")
    page = town.registrar.opens("scheme_version", args=[new.public_id]).follow("Prepare the step")
    page = page.send("Prepare, and work out the preview", who_moves="not_worse", reasons=WHY)
    page.says("Looking at each person under both versions")
    town.works_off_its_jobs()
    step = SchemeTransition.objects.get()
    page = town.registrar.opens("scheme_transition", args=[step.public_id]).says("would move")
    assert not page.offers("Publish it")
    assert not SchemePin.objects.filter(version=new).exists()

    page = town.admin.opens("scheme_transition", args=[step.public_id])
    page.send("Publish it").says("Published.")
    town.works_off_its_jobs()
    moved = SchemePin.objects.filter(intern=town.thea.user).get()
    assert moved.version == new
    town.thea.opens("path_changes").says("0.9.1", WHY)


def another_scheme_begins(town: Town) -> None:
    page = town.registrar.opens("scheme_upload").send("Read it", text=ANOTHER)
    page.says("The draft is there.")
    draft = SchemeVersion.objects.get(scheme__slug="companion-course")
    page = town.admin.opens("scheme_version", args=[draft.public_id])
    page = page.send("Approve this version").says("Approved.")
    page.send("Put it in force").says("In force.")


def something_is_recognised(town: Town) -> None:
    """Proposed by one, approved by the other; she reads why."""
    address = [town.thea.user.public_id]
    page = town.registrar.opens("practice_recognition", args=address)
    why = "Sessions in another programme, seen on paper."
    page.send("Propose", requirement="direct", minutes="10 h", reasons=why).says("Proposed.")
    page = town.admin.opens("practice_desk").says("1 proposal")
    page = town.admin.opens("practice_recognition", args=address)
    page.send("Approve").says("Done.")
    town.thea.signs_in().opens("path").says("10 h recognised as equivalent", why)


def staff_look_at_everybody(town: Town) -> None:
    page = town.registrar.opens("practice_cohorts").says(town.thea.name)
    page.send("Work out everybody again").says("Everybody is evaluated again now")
    town.works_off_its_jobs()
    town.registrar.opens("practice_cohorts").says("are as of today.")
    town.registrar.opens("practice_at_risk").says("Interns to talk with")
