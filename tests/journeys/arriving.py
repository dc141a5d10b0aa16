"""She is invited, opens her account, signs what everybody signs, is seen and enrolled."""

from django.core import mail

from tests.journeys.pages import path_of
from tests.journeys.town import Town
from training_site.accounts.models import User

NAME, EMAIL = "Thea Lindqvist", "thea@example.net"
TELLING = ("surrogate", "certif", "therapy", "trainee", "training")  # what no mail says


def the_registrar_invites_her(town: Town) -> str:
    """The link; the mail holds the same one, and nothing that tells what it is about."""
    town.registrar.opens("people").follow("Invite somebody")
    page = town.registrar.opens("people_invite")
    page = page.send("Invite", name=NAME, email=EMAIL, role="Trainee").says("Invited")
    link = page.held_by("invitation-link")

    town.works_off_its_jobs()
    [letter] = [one for one in mail.outbox if one.to == [EMAIL]]
    assert link in letter.body
    says_nothing_telling(letter)
    return link


def says_nothing_telling(letter) -> None:
    """Neither its words nor the address in it, for whoever reads along."""
    words = f"{letter.subject} {letter.body}".lower()
    assert [word for word in TELLING if word in words] == []


def she_opens_her_account(town: Town, link: str) -> None:
    browser = town.stranger()
    page = browser.opens(path_of(link)).says("You are invited as Trainee")
    page.send("Open my account", name=NAME, password="three lanterns on the water").says(
        "Jurisdiction"
    )
    town.settles("thea", User.objects.get(email=EMAIL)).takes_over(browser)

    used = town.stranger().opens(path_of(link), answering=404)
    used.says_nothing_of(NAME)


def she_signs_what_everybody_signs(town: Town) -> None:
    for policy in ("jurisdiction-notice", "confidentiality-contract"):
        page = town.thea.opens("policy", args=[policy])
        page.send("Sign this version", typed_name=NAME).says("You signed this version")


def staff_see_age_and_identity(town: Town) -> None:
    page = town.registrar.opens("people").follow(NAME).says("Not seen yet")
    page.send("Record", seen_on=town.today).says("Recorded: age and identity seen.")


def staff_move_her_to_a_cohort(town: Town) -> None:
    """The invitation enrolled her in the one programme there is; now she joins those of the winter."""
    page = town.registrar.opens("enrolments").says(NAME).follow("End")
    page.send("End this enrolment").says("What was done stays on record.")
    page = town.registrar.opens("enrol")
    page.send("Enrol", learner=EMAIL, programme="Foundation", cohort="Winter").says("Enrolled")
