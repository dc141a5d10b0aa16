"""Threads against each other on real locks; whatever the order, the answer is that of what stands."""

import json
from datetime import date, time, timedelta
from functools import partial

import pytest

from certification.practice import actions
from certification.practice.models import HoursEntry
from certification.scheme.actions import pin
from certification.scheme.actions.transitions import publish_transition
from certification.scheme.evaluations import evaluation_for, result_of
from certification.scheme.facts import facts_for
from certification.scheme.models import SchemePin, SchemeVersion
from certification.scheme.rules import evaluate, read_facts, read_scheme
from tests.factories.accounts import a_registrar, an_administrator
from tests.factories.certification import (
    SPRING,
    a_claim,
    a_submitted_entry,
    an_agreement,
    the_scheme,
)
from tests.factories.decisions import NOW, a_small_scheme
from tests.factories.transitions import a_prepared_transition, move_all, preview_all
from tests.faults.thoroughness import RACE_ROUNDS
from tests.races import race, rounds

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.lesson(39),
    pytest.mark.django_db(transaction=True),
]
MENTOR = "  - {id: mentor, rule: total_min, where: {category: [mentor_individual]}, minutes: %d}\n"


def assert_done(outcomes) -> None:
    assert [one for one in outcomes if isinstance(one, Exception)] == []


def from_scratch(intern, version, now) -> dict:
    facts = read_facts(facts_for(intern, now.date()))
    return json.loads(json.dumps(result_of(evaluate(read_scheme(version.text), facts))))


def assert_true_answer(intern, now) -> dict:
    """What is stored of the intern is what working it out again gives."""
    stored = evaluation_for(intern, now)
    again = from_scratch(intern, SchemeVersion.objects.binding(intern), now)
    assert {key: stored.result[key] for key in again} == again
    return again


def a_text(number: int) -> str:
    """The small scheme, and that many minutes with the mentor."""
    first = a_small_scheme()
    text = SchemeVersion.objects.order_by("pk").first().text
    text = text.replace(
        f'version: "{first.scheme.versions.order_by("pk").first().number}"',
        f'version: "{number}.0"',
    )
    return text.replace("requirements:\n", "requirements:\n" + MENTOR % (1000 + number))


def log_and_hand_in(intern, number: int, now):
    day, slot = divmod(number, 10)
    claim = a_claim(date=date(2026, 11, 20) - timedelta(day), start=time(2 * slot), minutes=60)
    entry = actions.log_hours(intern, claim, by=intern, now=now)
    return actions.submit(entry, by=intern, now=now)


def publish(transition) -> None:
    publish_transition(transition, by=an_administrator(), now=NOW)
    move_all(transition)


def test_hours_logged_while_people_move_to_another_version_are_in_the_answer():
    agreement = an_agreement()
    intern = agreement.intern
    pin(intern, a_small_scheme(), by=a_registrar(), now=SPRING)
    for number in rounds():
        transition = a_prepared_transition(a_text(number + 1), who_moves="everybody")
        transition = preview_all(transition)

        outcomes = race(partial(publish, transition), partial(log_and_hand_in, intern, number, NOW))

        assert_done(outcomes)
        assert SchemePin.objects.get(intern=intern).version == transition.new
        rows = {row["id"]: row for row in assert_true_answer(intern, NOW)["requirements"]}
        minutes = sum(HoursEntry.objects.values_list("minutes", flat=True))
        assert (rows["mentor"]["need"], rows["mentor"]["projected"]) == (1001 + number, minutes)


def test_a_leave_granted_while_somebody_looks_is_in_the_next_answer(now):
    """Whoever looks in that moment sees one or the other; nobody is shown the old one afterwards."""
    the_scheme()
    agreement, staff = an_agreement(), a_registrar()
    a_submitted_entry(agreement, now=now, date=date(2026, 11, 2))  # three weeks before
    for number in rounds():
        first = now.date() - timedelta(2 * number)
        said = {"starts_on": first, "ends_on": first, "by": agreement.intern, "now": now}
        leave = actions.ask_for_leave(agreement.intern, **said)
        grant = partial(actions.answer_leave, leave, granted=True, by=staff, now=now)
        look = partial(evaluation_for, agreement.intern, now)

        assert_done(race(grant, look, look))

        assert_true_answer(agreement.intern, now)
    assert len(facts_for(agreement.intern, now.date())["leaves"]) == RACE_ROUNDS
