"""One certificate after another for the same decision: name corrected, number changed, scope narrowed."""

from certification.credentials.models import Certificate
from tests.journeys.arriving import NAME
from tests.journeys.certified import a_stranger_asks, told_to_software
from tests.journeys.pages import Page
from tests.journeys.town import Town

MARRIED = "Thea Lindqvist-Berg"
SEEN = "The certificate of marriage was seen in person on the day before."
NARROWER = "Work as a surrogate partner, under the weekly supervision of a mentor."


def her_name_is_corrected(town: Town, old: Certificate) -> Certificate:
    """The registrar reads first what it does; the old number then says no more than Replaced."""
    page = town.registrar.opens("certification_certificates").follow(NAME)
    page = page.follow("Correct the name").says("answers “Replaced” from that moment")
    page.send("Issue it anew", answering=200, name=NAME, reason=SEEN).says("carries already")
    page.send("Issue it anew", name=MARRIED, reason=SEEN).says("Asked for.", "is being made")
    new = _made(town, old)
    a_stranger_asks(town, old).says("Replaced").says_nothing_of(NAME, MARRIED)
    assert told_to_software(town, old) == ("replaced", True)
    assert told_to_software(town, new) == ("valid", False)
    page = town.thea.opens("certificate", args=[old.public_id]).says(
        MARRIED, "Earlier certificates"
    )
    page.says("This is the one that counts", SEEN, old.display_number)
    return new


def she_changes_her_number(town: Town, old: Certificate) -> Certificate:
    page = town.thea.opens("certificate", args=[old.public_id]).follow("Change my number")
    page.says("answers “Not found” from then on", "cannot be undone")
    page.send("Give me a new number").says("The new number is being made", MARRIED)
    new = _made(town, old)
    a_stranger_asks(town, old).says("Not found").says_nothing_of(MARRIED)
    assert told_to_software(town, old) == ("not_found", True)
    a_stranger_asks(town, new).says("Valid")
    return new


def her_scope_is_narrowed(town: Town, old: Certificate) -> Certificate:
    """And printed; the line of all four stands where staff look, with who asked and why."""
    page = town.decider.opens("certification_certificates").follow(NAME).follow("Narrow the scope")
    page.send("Issue it anew", scope=NARROWER, reason=SEEN).says("Asked for.")
    new = _made(town, old)
    a_stranger_asks(town, new).says("Valid", NARROWER)
    page: Page = town.registrar.opens("certification_certificate", args=[new.public_id])
    page.says("Corrected name", "New number", "Narrower scope", NAME, MARRIED, SEEN)
    return new


def _made(town: Town, old: Certificate) -> Certificate:
    """By its job, however often that runs."""
    for _round in range(2):
        town.works_off_its_jobs()
    new = Certificate.objects.current_of(old)
    assert new.replacement.certificate == old
    return new
