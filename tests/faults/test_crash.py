"""kill -9 of a web worker while answers are written: what was acknowledged is there, once."""

import random
import threading
import time
from dataclasses import dataclass, field

import pytest
from django.db import connection
from django.utils import timezone

from assessments import actions
from assessments.models import Attempt, Response
from tests.assessments.sittings import AUTOMATIC, an_assessment_of
from tests.factories.assessments import a_learner
from tests.faults.candidate import BROKEN, Candidate, persistently
from tests.faults.server import Server, running

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db(transaction=True)]

CANDIDATES = 5
WRITES = 100
"""Answers that each candidate writes; five hundred in all."""
BETWEEN_KILLS = (15, 45)
"""Answers that are acknowledged between two kills, at random; then a worker dies within 50 ms."""


@dataclass
class Account:
    """What the server acknowledged to one candidate, and whatever went otherwise than it should."""

    candidate: Candidate
    attempt: Attempt
    offered: dict[int, list[dict]]
    saved: dict[int, tuple[int, dict]] = field(default_factory=dict)
    written: int = 0
    surprises: list = field(default_factory=list)


def test_five_hundred_answers_outlive_the_kill_of_any_worker():
    now = timezone.now()
    assessment = an_assessment_of(AUTOMATIC, minutes=None)
    attempts = [
        actions.start(assessment, a_learner(assessment), now=now) for _ in range(CANDIDATES)
    ]

    with running() as server:
        accounts = [
            Account(Candidate(attempt.learner, server.port), attempt, _choices_in(attempt))
            for attempt in attempts
        ]
        connection.close()
        kills = _write_and_kill(server, accounts)
        results = [account.candidate.submit(account.attempt) for account in accounts]
        for account in accounts:
            account.candidate.leave()

    assert [account.surprises for account in accounts] == [[]] * CANDIDATES
    assert sum(account.written for account in accounts) == CANDIDATES * WRITES
    assert kills >= 10
    assert [_stored(account.attempt) for account in accounts] == [one.saved for one in accounts]
    assert [answer.status for answer in results] == [302] * CANDIDATES
    assert {one.state for one in Attempt.objects.all()} == {Attempt.State.SUBMITTED}
    print(f"\n{CANDIDATES * WRITES} answers, {kills} workers killed: none lost, none doubled.")


def _write_and_kill(server: Server, accounts: list[Account]) -> int:
    """Everybody writes at once; the number of workers that died over it."""
    writers = [
        threading.Thread(target=_write, args=(account, random.Random(number)))
        for number, account in enumerate(accounts)
    ]
    for writer in writers:
        writer.start()
    kills, chance, next_at = 0, random.Random("kill"), 0
    while any(writer.is_alive() for writer in writers):
        if sum(account.written for account in accounts) >= next_at:
            next_at += chance.randint(*BETWEEN_KILLS)
            time.sleep(chance.uniform(0, 0.05))
            kills += server.kill_worker(chance.randrange(2))
        time.sleep(0.01)
    return kills


def _write(account: Account, chance: random.Random) -> None:
    """Changes of mind, each sent until it is acknowledged, and always upon the same save."""
    try:
        account.candidate.open(account.attempt)
        while account.written < WRITES and not account.surprises:
            _change_one(account, chance)
    except BROKEN as error:
        account.surprises.append(error)


def _change_one(account: Account, chance: random.Random) -> None:
    position = chance.choice(sorted(account.offered))
    sequence, was = account.saved.get(position, (0, None))
    fields = chance.choice([one for one in account.offered[position] if one != was])
    save = account.candidate.save
    answer = persistently(save, account.attempt, position, fields, sequence)
    if answer.status == 200 and answer.json()["sequence"] == sequence + 1:
        account.saved[position] = (sequence + 1, fields)
        account.written += 1
    else:
        account.surprises.append((position, sequence, answer))


def _choices_in(attempt: Attempt) -> dict[int, list[dict]]:
    """What can be answered to each question that asks for one choice."""
    items = attempt.items.filter(item_version__kind__in=["single", "true_false"])
    return {item.position: [{"": [option]} for option in item.layout] for item in items}


def _stored(attempt: Attempt) -> dict[int, tuple[int, dict]]:
    """The saves that the database counted, and the answers it holds."""
    rows = Response.objects.filter(attempt_item__attempt=attempt, sequence__gt=0)
    rows = rows.values_list("attempt_item__position", "sequence", "answer")
    return {position: (sequence, {"": answer}) for position, sequence, answer in rows}
