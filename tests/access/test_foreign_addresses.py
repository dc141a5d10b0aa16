"""Each address of Wagtail, allauth and Django × role class × GET and empty POST."""

from itertools import product

import pytest

from tests.access.addresses import closed_addresses, foreign_addresses
from tests.access.answers import NOT_FOUND, PAGE, REFUSED, SECOND_FACTOR, SIGN_IN, kind_of
from tests.access.asking import METHODS
from tests.access.foreign_table import (
    CLASSES,
    OPEN_TO_STRANGERS,
    SAME_FOR_ALL,
    SHUT,
    SHUT_DOORS,
    breaks,
    owed_in_admin,
)
from tests.access.identities import ANONYMOUS, BARE
from tests.access.wagtail_values import Values

ADDRESSES = {address.label: address for address in foreign_addresses()}
IN_ADMIN = [label for label, one in ADDRESSES.items() if one.route.startswith("admin/")]
ELSEWHERE = [label for label in ADDRESSES if label not in IN_ADMIN]


def answers_of(world, address) -> dict:
    path = address.path(Values(address.name, world.own))
    return {
        (identity, method): _answer(world, identity, method, path)
        for identity, method in product(CLASSES, METHODS)
    }


def _answer(world, identity: str, method: str, path: str) -> str:
    world.asker.fault = ""
    response = world.asker.ask(identity, method, path, bare=(403, 404))
    return f"{kind_of(response)} {world.asker.fault}".strip()


def broken(name: str, answers: dict) -> list[str]:
    return [
        f"{identity}, {method}: {came}"
        for (identity, method), came in answers.items()
        if came.startswith("broken") and not breaks(name, method)
    ]


@pytest.mark.parametrize("label", IN_ADMIN)
def test_the_admin_opens_to_staff_with_a_second_factor_alone(world, label):
    address = ADDRESSES[label]
    if address.name in SAME_FOR_ALL:
        return

    answers = answers_of(world, address)

    owed = SHUT if address.name in SHUT_DOORS else None
    wrong = [
        f"{identity}, {method}: {came}"
        for (identity, method), came in answers.items()
        if came not in (owed or {owed_in_admin(identity) or came, NOT_FOUND})
        and not (owed and identity == BARE and came == SECOND_FACTOR)
    ]
    assert not wrong, f"{label}\n" + "\n".join(wrong)
    assert not broken(address.name, answers), label


@pytest.mark.parametrize("label", ELSEWHERE)
def test_strangers_find_no_page_but_the_ways_to_sign_in(world, label):
    address = ADDRESSES[label]

    answers = answers_of(world, address)

    strangers = {came for (identity, _method), came in answers.items() if identity == ANONYMOUS}
    assert PAGE not in strangers or address.name in OPEN_TO_STRANGERS, strangers
    assert not broken(address.name, answers), label


@pytest.mark.parametrize("address", closed_addresses(), ids=lambda address: address.route)
def test_what_is_not_offered_is_there_for_nobody(world, address):
    answers = answers_of(world, address)

    in_admin = address.route.lstrip("^").startswith("admin/")
    shut = {NOT_FOUND, REFUSED, SECOND_FACTOR} if in_admin else {NOT_FOUND}
    assert set(answers.values()) <= shut, answers


@pytest.mark.parametrize("path", ["/_util/login/", "/admin/login/"])
def test_no_other_form_takes_a_password(world, path):
    """Wagtail's forms count no failed sign-ins and ask for no second factor."""
    person = world.own.cast["trainee"]

    response = world.asker.ask(
        ANONYMOUS, "POST", path, {"username": person.email, "password": "triad-demo"}
    )

    assert kind_of(response) == SIGN_IN
    assert "sessionid" not in response.cookies
