"""How hard races and the state machine are tried: a little in every run, much in `make faults`."""

import os

from hypothesis import HealthCheck, settings

RACE_ROUNDS = int(os.environ.get("RACE_ROUNDS", "4"))
"""Rounds of each race; `make faults` sets 200."""

settings.register_profile(
    "everyday",
    max_examples=20,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
settings.register_profile(
    "faults", settings.get_profile("everyday"), max_examples=400, stateful_step_count=40
)
STATEFUL = settings.get_profile(os.environ.get("STATEFUL_PROFILE", "everyday"))
"""How many lives a state machine leads, and how long each is."""
