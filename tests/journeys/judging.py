"""How the work is judged, and time away: evaluations, leave of absence, membership."""

from tests.journeys.arriving import NAME
from tests.journeys.pages import Page
from tests.journeys.town import Town
from training_site.demo.stages.past import MONDAY

CRITERIA = (
    "triad",
    "consent",
    "boundaries",
    "attachment",
    "documentation",
    "supervision",
    "limits",
    "inclusion",
)


def she_is_away_for_a_day(town: Town) -> None:
    """One leave is asked for and taken back; another is granted, shown while it runs, and ended."""
    town.at(37, MONDAY)
    page = town.thea.opens("practice").follow("Leave of absence")
    page = page.send("Ask the association", starts_on=town.day(30), ends_on=town.day(29))
    page.says("waits for the association").send("Take it back").says("Taken back.")
    page = town.thea.opens("practice_leave").send("Ask the association", starts_on=town.today)

    town.registrar.opens("practice_desk").says("Leave to answer")
    town.registrar.opens("practice_leaves").send("Grant").says("by Regina Falk")
    town.thea.opens("practice").says("You have been on leave since")
    page = town.thea.opens("practice_leave").send("End the leave", last_day=town.today)
    page.says("The clocks go on from the day after.")


def staff_record_her_membership(town: Town) -> None:
    """A slip of the hand is taken off again; the list can be taken as a file."""
    page = town.registrar.opens("practice_memberships").follow(NAME).says("Nothing recorded yet.")
    year = {"starts_on": town.day(49), "kind": "paid", "reference": "INV-104"}
    page.send("Record", **year, ends_on=town.day(40)).says("INV-104").send("Take off")
    page = town.registrar.opens("practice_memberships").follow(NAME)
    page.send("Record", **year, ends_on="2027-12-31").says("until 31 December 2027")
    assert b"INV-104" in town.registrar.fetches("/admin/practice/memberships/members.csv").content


def her_mentor_evaluates_her(town: Town) -> None:
    """Half the direct sessions are signed: it is due. A draft is kept, read through, signed."""
    page = town.mentor.opens("supervision").says("evaluation").follow("See what is due")
    page = page.says(NAME, "Mentor's evaluation at halfway").send("Write it").says("The levels")
    page = page.send("Keep it and read it through", **{"level-triad": "3"})
    page.says("7 criteria still have no level").follow("Go back and change it")
    _signs(town.mentor.opens(page.path.removesuffix("sign/")), town.mentor.name)


def she_reads_it_and_writes_her_own(town: Town) -> None:
    page = town.thea.opens("practice").follow("Evaluations").says("Signed by Miriam Katz")
    page = (
        page.follow("Mentor's evaluation at halfway")
        .says("Keeps to the tempo of the client.")
        .send("I have read this")
    )
    page.says("You said on")
    page = town.thea.opens("practice_evaluations").send("Write it")
    _signs(page, NAME)
    town.thea.opens("practice_evaluations").says("Halfway and end")
    page = town.registrar.opens("practice_internship", args=[town.thea.user.public_id])
    page.says("My own evaluation at halfway", "Keeps to the tempo of the client.")


def _signs(page: Page, name: str) -> None:
    levels = {f"level-{code}": "3" for code in CRITERIA}
    page = page.send(
        "Keep it and read it through", strengths="Keeps to the tempo of the client.", **levels
    )
    shown = page.held_by("shown")
    page.send("Sign this evaluation", typed_name=name).says(f"Signed by {name}", shown)
