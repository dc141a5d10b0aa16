"""Lists leave the house by one door, and somebody else sees that they did."""

from tests.journeys.town import Town


def lists_are_taken_along(town: Town) -> None:
    page = town.registrar.opens("certification_certificates", {"q": town.veteran.name})
    taken = town.registrar.fetches(page.path.split("?")[0] + page.link("CSV"))
    assert town.veteran.name in taken.content.decode()
    page = town.registrar.opens("certification_queue")
    assert town.registrar.fetches(page.path + "?format=xlsx")["Content-Disposition"].endswith(
        '.xlsx"'
    )


def the_administrator_sees_what_was_taken(town: Town) -> None:
    page = town.admin.opens("exports_made")
    page.says("Searched by name or number", town.registrar.name, "The queue", "XLSX")
    page.says_nothing_of(town.veteran.name)
