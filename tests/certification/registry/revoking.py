"""Certificates whose standing changes again and again, and how long each change took to show."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.utils import timezone

from certification.credentials import actions
from certification.credentials.models import Certificate
from tests.certification.registry.watching import (
    NUMBER_CHANGED,
    SUSPENDED,
    VALID,
    WITHDRAWN,
    Ask,
    Watched,
)
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from training_site.accounts.roles import Role
from training_site.jobs.outbox import drain

CHANGES_IN_A_LIFE = 4
BEGAN = timedelta(days=30)
WHY = "A question about record-keeping is being examined."


def live(asking: Callable[..., Ask], decider) -> Iterator[tuple[str, float]]:
    """Suspended, reinstated, its number changed, and the one with the new number withdrawn. Before
    each change every surface has been read, so that whatever keeps a copy has one."""
    holder = a_person(Role.CERTIFICANT)
    certificate = world.a_quick_certificate(holder, granted_on=timezone.now().date() - BEGAN)
    ask = asking(holder)
    first = _watched(certificate, ask)
    for name, change, told in (
        ("suspended", actions.suspend, SUSPENDED),
        ("reinstated", actions.reinstate, VALID),
    ):
        change(certificate, reason=WHY, by=decider, now=timezone.now())
        yield name, first.seconds_until(told)

    actions.rotate_number(certificate, by=holder, now=timezone.now())
    drain()
    yield "number changed", first.seconds_until(NUMBER_CHANGED)

    second = _watched(Certificate.objects.current_of(certificate), ask)
    actions.withdraw(second.certificate, reason=WHY, by=decider, now=timezone.now())
    yield "withdrawn", second.seconds_until(WITHDRAWN)


def lead(lives: int, asking: Callable[..., Ask]) -> dict[str, list[float]]:
    """The seconds that each kind of change took until it showed."""
    seconds, decider = defaultdict(list), world.a_decider()
    for _ in range(lives):
        for name, took in live(asking, decider):
            seconds[name].append(took)
    return seconds


def _watched(certificate: Certificate, ask: Ask) -> Watched:
    link = actions.share(certificate, days=7, by=certificate.holder, now=timezone.now())
    one = Watched(certificate, link, ask)
    assert one.now() == VALID
    return one
