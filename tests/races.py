"""Several actions let go at one moment, each in a thread and on a connection of its own: real locks."""

import threading
from collections.abc import Iterator

from django.db import connection

from tests.faults.thoroughness import RACE_ROUNDS
from training_site.accounts.models import User


def race(*runners) -> list:
    """What each returned, or the refusal or error it met, in the order they were given."""
    barrier = threading.Barrier(len(runners))
    outcomes = [None] * len(runners)

    def go(number, run):
        try:
            barrier.wait()
            outcomes[number] = run()
        except Exception as error:
            outcomes[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=pair) for pair in enumerate(runners)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def rounds(number: int = RACE_ROUNDS) -> Iterator[int]:
    """Each with people of its own; those of the rounds before it have left. With hundreds of
    registrars still there each notice would go to all of them, and a race would take an hour."""
    last = User.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    for one in range(number):
        User.objects.filter(pk__gt=last, is_active=True).update(is_active=False)
        yield one
