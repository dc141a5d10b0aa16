"""Everything that one of our addresses answered, asked once and kept for the tests that judge it."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product

from tests.access.addresses import Address
from tests.access.answers import NOT_FOUND, kind_of, remains_of
from tests.access.asking import METHODS
from tests.access.identities import IDENTITIES
from tests.access.rows import Row
from tests.access.things import things_of, values_of


@dataclass
class Asked:
    """What came by (identity, method, thing), and what the 404s among them consisted of."""

    kinds: dict = field(default_factory=dict)
    nothing: dict = field(default_factory=lambda: defaultdict(dict))
    faults: set = field(default_factory=set)


def ask_all(world, address: Address, row: Row) -> Asked:
    asked = Asked()
    paths = paths_of(world, address)
    for identity, method in product(IDENTITIES, METHODS):
        for thing in row.things(identity, paths):
            response = world.asker.ask(identity, method, paths[thing])
            kind = kind_of(response)
            asked.kinds[identity, method, thing] = kind
            if kind == NOT_FOUND:
                asked.nothing[identity, method][thing] = remains_of(response, paths[thing])
            if response.status_code >= 500:
                asked.faults.add(world.asker.fault)
    return asked


def paths_of(world, address: Address) -> dict[str, str]:
    """One path for each thing; what belongs to nobody is the same in both stories, and asked once."""
    paths = {}
    for thing in things_of(address.name):
        values = values_of(address.name, thing, world.own, world.foreign)
        path = values is not None and address.path(values)
        if path and path not in paths.values():
            paths[thing] = path
    return paths
