"""Whatever happens in whatever order, a record of practice stays true; see lives/practice.py."""

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.certification.lives.practice import Practice
from tests.certification.lives.world import a_world
from tests.faults.thoroughness import STATEFUL


@pytest.mark.lesson(35, 39, 60, 61)
@pytest.mark.django_db
def test_practice_is_what_its_steps_made_of_it_in_any_order():
    """Totals are the sum of their lines on every screen, the stored answer is the one from scratch,
    every change is counted and recorded once, a refusal leaves nothing, what is signed stays."""
    Practice.world = a_world()
    lives = STATEFUL.max_examples // 3
    # A life that went wrong is told as it was: to find the shortest takes longer than all others.
    as_told = settings(STATEFUL, max_examples=lives, phases=[Phase.explicit, Phase.generate])

    run_state_machine_as_test(Practice, settings=as_told)
