"""What others see of a certificate: letters through the list, and staying out of sight."""

from datetime import timedelta

from django.urls import reverse
from jsonschema import Draft202012Validator

from certification.credentials.models import Certificate
from certification.registry.models import RegistryListing
from tests.journeys.arriving import NAME
from tests.journeys.certified import a_stranger_asks
from tests.journeys.town import Town

CLINIC = "Dr Petra Hollmann, psychotherapist"
ASKS = "I look for somebody to form a team with. Could we speak for half an hour?"
UNWELCOME = "Which evening suits you? I do not go through therapists."
DANGER = "Somebody whom I once worked with waits outside my house; the police know of it."


def she_takes_letters(town: Town, certificate: Certificate) -> None:
    """Two people write from the list; one letter she removes, the other she reports."""
    page = town.thea.opens("choose_listing", args=[certificate.public_id])
    page.send("Save", level="letters", region="South of England").says("anybody can write to you")
    for sender, text in ((CLINIC, ASKS), ("A friend of the arts", UNWELCOME)):
        letter = town.stranger().opens("registry").follow("Write").says(f"Write to {NAME}")
        letter.says_nothing_of("@")
        written = {"sender": sender, "reply_to": "practice@example.org", "text": text}
        letter.send("Hand it in", **written).says("Handed in").says_nothing_of(NAME)

    town.thea.opens("letters").follow(CLINIC).says(ASKS).send("Remove this letter").says("Removed.")
    letter = town.thea.opens("letters").says_nothing_of(CLINIC).follow("A friend of the arts")
    letter.says(UNWELCOME).send("Report this letter").says("You reported this letter.")
    town.thea.opens("letters").send("Take no more letters").says("No more letters come.")
    _the_officer_settles_it(town)


def _the_officer_settles_it(town: Town) -> None:
    desk = town.listener.opens("registry_desk").says("Letters called unwelcome")
    [day] = desk.all("table.staff-table a")
    desk.says_nothing_of(UNWELCOME)
    letter = desk.follow(day.get_text()).says(UNWELCOME)
    letter.send("Settle and empty").says("The letter is emptied.")


def she_is_kept_out_of_sight(town: Town, certificate: Certificate) -> None:
    """From the moment she asks; the registrar reads why, which she sees, and approves it."""
    town.stranger().opens("registry").says(NAME)
    page = town.thea.opens("choose_listing", args=[certificate.public_id])
    asked = page.follow("Ask to be kept out of sight").send("Keep me out of sight", reason=DANGER)
    asked.says("In force, and waiting for an answer", "Nobody yet.")
    town.stranger().opens("registry").says_nothing_of(NAME)
    a_stranger_asks(town, certificate).says("Valid").says_nothing_of(NAME)
    assert not town.thea.opens(page.path).offers("Save")

    desk = town.registrar.signs_in().opens("registry_desk").says_nothing_of(DANGER)
    again = town.clock.now.date() + timedelta(days=120)
    request = desk.follow(NAME).says(DANGER)
    request.send("Answer", step="approve", review_on=again.isoformat()).says("The holder is told.")

    own = town.thea.opens("suppression").says("It is looked at again on", "Registrar, ")
    own.send("I no longer need it").says("Nothing shows unless you choose it again.")
    town.stranger().opens("registry").says_nothing_of(NAME)
    assert not RegistryListing.objects.shows_name_of(certificate)


def she_ends_all_links_at_once(town: Town, certificate: Certificate) -> None:
    page = town.thea.opens("certificate", args=[certificate.public_id])
    for label in ("A clinic", "Another clinic"):
        page = page.send("Make a link", label=label, days="7 days")
    links = [field["value"] for field in page.all("input.share-links__address")]
    town.stranger().opens(links[0]).says(NAME)
    town.thea.opens(page.path).says("opened 1 time", "not opened yet").send("End all links now")
    for link in links:
        town.stranger().opens(link, answering=404)


def others_software_knows_the_form(town: Town, certificate: Certificate) -> None:
    """The schema is published, and the answer for software names it and keeps to it."""
    told = town.stranger().fetches(reverse("verify_json", args=[certificate.number])).json()
    schema = town.stranger().fetches(told["schema"]).json()
    Draft202012Validator(schema).validate(told)
