"""Each of our own addresses × identity × method × own and foreign things, against the table."""

from collections import defaultdict

import pytest
from django.urls import reverse

from tests.access.addresses import own_addresses
from tests.access.answers import FRESH, REFUSED, kind_of
from tests.access.asked import Asked, ask_all, paths_of
from tests.access.identities import SIGNED_IN
from tests.access.rows import Row
from tests.access.table import ROWS
from tests.access.things import FIXED, THINGS
from training_site.accounts.roles import Role

ADDRESSES = {address.name: address for address in own_addresses()}
WITH_A_ROW = sorted(ADDRESSES.keys() & ROWS.keys())
LONG_SIGNED_IN = "signed in an hour ago"


def test_every_address_has_a_row_and_every_row_an_address():
    missing = sorted(ADDRESSES.keys() - ROWS.keys())
    stale = sorted((ROWS.keys() | THINGS.keys() | FIXED.keys()) - ADDRESSES.keys())

    lines = [f'    "{name}": only([], PAGE, PAGE),  # {ADDRESSES[name].route}' for name in missing]
    assert not missing, "Add to tests/access/table.py:\n" + "\n".join(lines)
    assert not stale, f"No such address any more: {stale}"


def test_no_two_addresses_share_a_name():
    assert len(ADDRESSES) == len(own_addresses())


@pytest.mark.parametrize("name", WITH_A_ROW)
def test_everybody_gets_their_answer_and_nobody_learns_what_there_is(world, name):
    asked = ask_all(world, ADDRESSES[name], ROWS[name])

    wrong = not_as_in_the_table(asked, ROWS[name])
    assert not wrong, "\n".join([name, *wrong, *asked.faults])
    told_apart = missing_told_from_forbidden(asked)
    assert not told_apart, "\n".join([name, *told_apart])


def not_as_in_the_table(asked: Asked, row: Row) -> list[str]:
    wrong = defaultdict(list)
    for (identity, method, thing), came in asked.kinds.items():
        owed = row.expected(identity, method, thing)
        if came != owed:
            wrong[f"{method}, {thing}: {owed} is owed, {came} came"].append(identity)
    return [f"{what}: {', '.join(who)}" for what, who in wrong.items()]


def missing_told_from_forbidden(asked: Asked) -> list[str]:
    """Where a 404 for one thing differs from the 404 for another, in body or headers."""
    return [
        f"{identity}, {method}: {', '.join(said)} do not answer alike"
        for (identity, method), said in asked.nothing.items()
        if any(remains != next(iter(said.values())) for remains in said.values())
    ]


@pytest.mark.parametrize("name", WITH_A_ROW)
def test_a_post_that_binds_asks_for_a_fresh_sign_in(world, undone, name):
    """Signing, deciding, withdrawing; anything else would only teach people to type codes."""
    row = ROWS[name]
    world.asker.welcome(LONG_SIGNED_IN, world.own.cast[row.somebody], fresh=False)
    [path, *_others] = paths_of(world, ADDRESSES[name]).values()

    answer = world.asker.ask(LONG_SIGNED_IN, "POST", path)

    asks = kind_of(answer) == FRESH
    assert asks == row.fresh, f"In tests/access/table.py, {name}: fresh={asks}?"


@pytest.mark.parametrize("identity", sorted(SIGNED_IN - {Role.INTERN}))
def test_a_refusal_is_a_page_that_says_so(world, undone, identity):
    refused = world.asker.send(identity, "GET", reverse("practice"), "")

    assert kind_of(refused) == REFUSED
    assert b"</h1>" in refused.content
