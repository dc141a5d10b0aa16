"""Which thing of a story each address about listings and letters is asked for (see things.py)."""

from tests.access.practice_things import named

REGISTRY_THINGS = {
    "write_letter": lambda story: {"letterbox": story.listing.letterbox},
    "letter": named("letter"),
    "reported_letter": named("reported"),
    "suppression_request": named("suppression"),
    "revoke_all_shares": named("certificate"),
}
