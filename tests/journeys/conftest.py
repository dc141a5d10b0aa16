"""A story begins fifty weeks before a fixed day and ends on it."""

import pytest

from tests.journeys.clock import site_clock
from tests.journeys.town import Town
from training_site.demo.stages.past import Past


@pytest.fixture
def town(db, now):
    past = Past(now)
    with site_clock(past.at(50)) as clock:
        yield Town(clock, past)
