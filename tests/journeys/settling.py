"""What surrounds a signature: months at once, silence, paper, people from outside, notice, conflicts."""

from datetime import UTC, date, datetime

from django.urls import reverse

from certification.practice.models import ContestedSignOff, PaperSignature, SupervisionAgreement
from tests.factories.accounts import a_person
from tests.factories.certification import an_agreement
from tests.factories.contests import an_old_entry
from tests.journeys.town import Town
from training_site.accounts.roles import Role

BEGUN = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
SEPTEMBER = "2026-09"
OUTSIDE = "Nora Brandt"


def somebody_is_not_signed_for(town: Town) -> SupervisionAgreement:
    """Jonas handed in each month; his mentor signed none of four in time."""
    jonas = a_person(Role.INTERN, name="Jonas Wirth")
    people = {"mentor": town.mentor.user, "clinician": town.clinician.user}
    agreement = an_agreement(jonas, **people, now=BEGUN)
    for month in (6, 7, 8, 9):
        an_old_entry(agreement, now=town.clock.now, date=date(2026, month, 7))
    town.settles("jonas", jonas)
    return agreement


def two_months_are_signed_at_once(town: Town) -> None:
    """The ticks come off the other two: they stay waiting."""
    page = town.mentor.opens("supervision").follow("Sign several at once").says("Jonas Wirth")
    boxes = [one["value"] for one in page.all("input[name=entries]")]
    page = page.send("Sign what is ticked", typed_name=town.mentor.name, entries=boxes[:2])
    page.says("2 months signed")


def he_contests_her_silence(town: Town) -> None:
    page = town.jonas.opens("practice").follow("Contested signatures").says("overdue")
    page = page.follow("Contest a signature")
    [first, *_others] = [one["value"] for one in page.all("input[name=entries]")]
    page = page.send("Send to the registrar", reason="silent", entries=[first])
    page.says("With the registrar")

    contest = ContestedSignOff.objects.get(intern=town.jonas.user)
    page = town.mentor.opens("answer_contest", args=[contest.public_id])
    page.send("Send the answer", answer="I was away in that month.").says("Your answer is kept.")
    town.registrar.opens("practice_signatures").says("Missing signatures", "answered")
    page = town.registrar.opens("practice_contest", args=[contest.public_id])
    page = page.send("Decide with these reasons", upheld="yes", reasons="Both calendars agree.")
    page.says("Upheld")
    town.jonas.opens("contest", args=[contest.public_id]).says("Both calendars agree.")
    town.jonas.opens("contest_lateness").says("Nothing was left out for being late")


def the_registrar_steps_in_and_he_steps_back(town: Town) -> None:
    page = _september_before_staff(town)
    page.send("Open a contest").says("The deadline for signing has passed")
    contest = ContestedSignOff.objects.open().get(intern=town.jonas.user)
    page = town.jonas.opens("contest", args=[contest.public_id])
    page.send("Withdraw this contest").says("stands as before")


def _september_before_staff(town: Town):
    ids = [town.jonas.user.public_id, town.mentor.user.public_id]
    return town.registrar.opens("practice_missing", args=[*ids, SEPTEMBER])


def she_signs_on_paper(town: Town) -> None:
    paper = {"signed_on": town.today, "typed_name": town.mentor.name, "kept_at": "Folder 3"}
    page = _september_before_staff(town).send("Record the paper", **paper)
    page.says("Recorded. Another member of staff")
    paper = PaperSignature.objects.get(intern=town.jonas.user)
    page = town.registrar.opens("practice_paper", args=[paper.public_id])
    page.says("You recorded it.")
    page = town.admin.opens("practice_paper", args=[paper.public_id])
    page.send("I have seen this paper").says("Confirmed")
    town.jonas.opens("practice_month", args=[SEPTEMBER]).says("on paper")


def he_names_somebody_from_outside(town: Town) -> None:
    page = town.jonas.opens("practice_agreement").follow("Name somebody")
    named = {"role": "clinician", "name": OUTSIDE, "email": "nora@example.org"}
    page.send("Send to the association", **named).says(OUTSIDE)
    page = town.registrar.opens("practice_desk").follow(OUTSIDE).says("nora@example.org")
    page.send("Invite").says("Invited by")
    town.jonas.opens("practice_agreement").says("invited by the association")


def a_conflict_is_declared(town: Town, agreement: SupervisionAgreement) -> None:
    page = town.mentor.opens("answer_agreement", args=[agreement.public_id])
    page = page.follow("Declare a conflict of interest")
    page.send("Declare it", kind="other", starts_on=town.today).says("Another dependence")
    page = town.registrar.opens("practice_agreement_desk", args=[agreement.public_id])
    page = page.follow("Declared between this intern and these supervisors")
    page.send("Give its last day", ended_on=town.today).says("Recorded.")


def the_clinician_gives_notice(town: Town, agreement: SupervisionAgreement) -> None:
    page = town.clinician.opens("answer_agreement", args=[agreement.public_id])
    page.send("Give notice").says("gave notice on")
    address = reverse("give_own_notice", args=[agreement.public_id])
    town.jonas.posts(address, {}).says("Notice has been given already.")
