"""Most of a year of practice, the path met, the application, its reviews and the decision."""

from copy import copy

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.core import mail

from certification.decisions.models import Application
from tests.journeys.arriving import NAME
from tests.journeys.pages import Page, path_of
from tests.journeys.practising import signs
from tests.journeys.town import Town
from tests.journeys.visitors import Person
from training_site.accounts.models import User
from training_site.demo.stages import weeks
from training_site.demo.stages.past import FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY
from training_site.demo.stages.practising import Internship, live_through

FIRST_WEEK = 36
OCTOBER = "2026-10"
GUEST, GUEST_EMAIL = "Gwen Hartley", "gwen@example.net"
REASONS = (
    "The record shows each requirement met, on evidence that I have read from entry to signature."
)


def most_of_a_year_passes(town: Town, case) -> None:
    """The months between are lived as the demo lives them: by the actions, each at its own time."""
    town.at(3, MONDAY)
    past = copy(town.past)
    past.now = town.clock.now
    internship = Internship(town.thea.user, case.agreement, past, FIRST_WEEK, {"A": case})
    live_through(internship, weeks.whole_internship())

    town.at(3, WEDNESDAY)
    for supervisor in (town.mentor, town.clinician):
        signs(town, supervisor, OCTOBER)


def her_path_says_what_is_missing(town: Town) -> None:
    page = town.thea.opens("path").says("requirements are met", "Two cases closed as planned")
    page.says_nothing_of("Every requirement is met.")
    start = town.thea.opens("apply").says("Not all of them are, today.")
    assert not start.offers("Begin the application")


def she_closes_two_cases(town: Town) -> None:
    for letter in "AB":
        page = town.thea.opens("practice").follow(f"Case {letter}")
        page = page.send("The closing phase has begun").follow("Attest a step")
        page = page.send("Attest", kind="closure_meeting", on=town.today)
        page.send("Close the case", closure="planned", closed_on=town.today).says("is closed.")


def she_applies(town: Town) -> Application:
    """The path says that all is met; a draft is kept, then handed in."""
    town.thea.opens("path").says("Every requirement is met.").follow("Apply for certification")
    page = town.thea.opens("apply").send("Begin the application")
    page = page.send("Keep as a draft", name=NAME).says("Nobody but you sees it.")
    declared = [box["value"] for box in page.all("input[name=declarations]")]
    page.send("Hand in", declarations=declared[:1]).says_nothing_of("Handed in.")
    page.send("Hand in", declarations=declared).says("Handed in.")
    return Application.objects.get(applicant=town.thea.user)


def the_registrar_sends_it_back_once(town: Town) -> None:
    town.at(2, THURSDAY)
    page = town.registrar.opens("certification_queue").follow(NAME)
    page.send("Send back", note="Please confirm your professional name.").says("Sent back")
    page = town.thea.opens("apply").says("Please confirm your professional name.")
    page.send("Hand in").says("Handed in.")


def conflicts_exclude_her_mentor(town: Town) -> None:
    """Two are in the register; one mentored her, so one person more is needed."""
    for person in (town.mentor, town.reviewer):
        enters_in_register(town, person)
    page = town.registrar.opens("certification_queue").follow(NAME)
    page = page.send("Complete").says("You need 1 more people")
    page.says(f"{town.mentor.name} 0 excluded", "One more reviewer is needed")
    town.mentor.opens(page.path, answering=404)


def enters_in_register(town: Town, person: Person) -> None:
    page = town.registrar.opens("certification_reviewers")
    page.send(
        "Enter in the register",
        person=person.name,
        competence="Fifteen years of clinical work",
        confidentiality_on=town.today,
        active_from=town.today,
    ).says("Entered in the register.")


def a_neighbour_steps_back(town: Town, application: Application) -> None:
    """Entered in the register and assigned by hand, she declares that she knows the applicant."""
    enters_in_register(town, town.neighbour)
    page = town.registrar.opens("dossier", args=[application.public_id])
    page.send("Assign").says("Assigned: 1.")
    page = town.neighbour.opens("certification_queue").follow(NAME)
    page.send("Declare it", reason="We share a practice.").says("You are off this case.")
    town.neighbour.opens(page.path, answering=404)


def somebody_from_outside_is_invited(town: Town, application: Application) -> None:
    """Her account opens this one case, once she has signed the statement, and without a name."""
    page = town.registrar.opens("dossier", args=[application.public_id])
    page = page.follow("Invite somebody from outside")
    page.send("Invite", name=GUEST, email=GUEST_EMAIL).says("Invited. The link:")
    town.works_off_its_jobs()
    letter = next(one for one in mail.outbox if one.to == [GUEST_EMAIL])
    link = next(word for word in letter.body.split() if "/invitation/" in word)
    page = town.stranger().opens(path_of(link))
    page.send("Open my account", name=GUEST, password="seven herons over still water")
    town.settles("guest", User.objects.get(email=GUEST_EMAIL))

    page = town.guest.opens("dossier", args=[application.public_id])
    page.says_nothing_of("Evidence")
    page.send("Sign", typed_name=GUEST).says("Evidence").says_nothing_of(NAME)


def the_record_changes_meanwhile(town: Town, application: Application) -> None:
    """Another signed half-hour: the evidence is taken anew, and the reviewers are asked on that."""
    town.at(2, FRIDAY)
    page = town.thea.opens("/practice/hours/new/?category=mentor_individual")
    page.send("Save and send", date=town.day(2, WEDNESDAY), start="17:00", minutes="30")
    signs(town, town.mentor, town.today[:7])

    page = town.registrar.opens("dossier", args=[application.public_id])
    page.says("has changed since the review opened")
    page = page.send("Take the new evidence and ask again")
    page.says_nothing_of("has changed since the review opened")


def two_review_blindly(town: Town, application: Application) -> None:
    town.at(1, TUESDAY)
    page = _reviews(town.reviewer, application).says("Reviews: 1 of 2 given")
    town.guest.opens(page.path).says("Reviews: 1 of 2 given").says_nothing_of(REASONS)
    _reviews(town.guest, application).says(REASONS)


def _reviews(person: Person, application: Application) -> Page:
    page = person.opens("dossier", args=[application.public_id])
    page = page.send("Give this review", recommendation="grant", reasons=REASONS)
    return page.says("Thank you.")


def the_decision_is_somebody_elses(town: Town, application: Application) -> None:
    """Not the reviewer's, not from a chair left an hour ago: a fresh second factor, then the body goes on."""
    town.at(1, WEDNESDAY)
    town.reviewer.opens("dossier", args=[application.public_id]).says_nothing_of("Your decision")
    page = town.decider.opens("certification_queue").follow(NAME).says(REASONS)
    town.decider.signs_in(fresh=False)
    page = page.send(
        "Decide",
        outcome="grant",
        reasons=["requirements_met", "reviewers_agree"],
        text="Both reviewers recommend it and nothing was left open.",
    )
    assert Application.objects.get(pk=application.pk).decision is None
    shows_the_second_factor(town.decider, page).says("Decided. The applicant is told.")

    town.guest.opens("dossier", args=[application.public_id], answering=403)
    page = town.registrar.opens("certification_decided").follow(NAME)
    minutes = town.registrar.fetches(page.link("Minutes of the decision"))
    assert minutes.content.startswith(b"%PDF")


def shows_the_second_factor(person: Person, page: Page) -> Page:
    """The code that the person's own device would show now."""
    kept = Authenticator.objects.get(user=person.user, type=Authenticator.Type.TOTP)
    value = totp.hotp_value(
        decrypt(kept.data["secret"]), next(totp.yield_hotp_counters_from_time())
    )
    return page.send("Confirm", code=totp.format_hotp_value(value))


def she_reads_the_decision(town: Town) -> None:
    page = town.thea.opens("apply").says("It was granted.").follow("Read the decision")
    page.says("Who decided").says_nothing_of("If you disagree")
