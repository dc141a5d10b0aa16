"""A hundred candidates sit at once: two web workers, loopback, a browser's requests one by one.

Each begins, reads the page of twenty questions, answers them by autosave with a pause before each as
people make them, shortened, looks over the submission and submits. Nothing may be lost; the table
says how long each kind of request took.
"""

import random
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field

import pytest
from django.db import connection
from django.urls import reverse

from assessments.models import Attempt, Response
from tests.factories.assessments import a_learner, an_assessment, an_entry
from tests.faults.candidate import BROKEN, Answered, Candidate, persistently
from tests.faults.server import running

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db(transaction=True)]

CANDIDATES = 100
QUESTIONS = 20
PAUSE = (3.0, 9.0)
"""Seconds between two answers. People take half a minute or more: here everything is five times as dense."""
ARRIVAL = 40.0
"""Seconds within which everybody begins."""


@dataclass
class Seen:
    """What one candidate met: the seconds of each kind of request, and the saves acknowledged."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    saved: dict[int, list[str]] = field(default_factory=dict)
    failures: list = field(default_factory=list)

    def ask(self, kind: str, status: int, ask, *arguments) -> Answered:
        """Until there is an answer, as the page does; the seconds count from the first try."""
        begun = time.monotonic()
        answer = persistently(ask, *arguments)
        self.seconds[kind].append(time.monotonic() - begun)
        if answer.status != status:
            self.failures.append((kind, answer.status))
        return answer


def test_a_hundred_candidates_at_once_lose_nothing():
    items = [an_entry(f"item-{number:02}") for number in range(QUESTIONS)]
    blueprint = [{"outcome": "9.1", "draw": QUESTIONS}]
    assessment = an_assessment(items, draws=QUESTIONS, pass_marks=1, blueprint=blueprint)
    learners = [a_learner(assessment) for _ in range(CANDIDATES)]

    with running() as server:
        candidates = [Candidate(learner, server.port) for learner in learners]
        connection.close()
        begun, worked = time.monotonic(), server.seconds_worked()
        seen = _everybody_sits(candidates, assessment)
        took, worked = time.monotonic() - begun, server.seconds_worked() - worked

    _print_table(seen, took, worked)
    assert [failure for one in seen for failure in one.failures] == []
    assert {one.state for one in Attempt.objects.all()} == {Attempt.State.SUBMITTED}
    assert [_stored(learner) for learner in learners] == [one.saved for one in seen]
    assert sum(len(one.saved) for one in seen) == CANDIDATES * QUESTIONS


def _everybody_sits(candidates: list[Candidate], assessment) -> list[Seen]:
    seen = [Seen() for _ in candidates]
    threads = [
        threading.Thread(target=_sit, args=(candidate, assessment, one, random.Random(number)))
        for number, (candidate, one) in enumerate(zip(candidates, seen, strict=True))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def _sit(candidate: Candidate, assessment, seen: Seen, chance: random.Random) -> None:
    try:
        time.sleep(chance.uniform(0, ARRIVAL))
        attempt, questions = _begin(candidate, assessment, seen)
        for position, layout in questions:
            time.sleep(chance.uniform(*PAUSE))
            save = (candidate.save, attempt, position, {"": [chance.choice(layout)]}, 0)
            answer = seen.ask("autosave", 200, *save)
            if answer.status == 200:
                seen.saved[position] = answer.json()["fields"][""]
        _hand_in(candidate, attempt, seen)
    except BROKEN as error:
        seen.failures.append(error)
    finally:
        candidate.leave()


def _begin(candidate: Candidate, assessment, seen: Seen) -> tuple[Attempt, list]:
    """The attempt and its questions, read from the database: no page is parsed here."""
    entrance = reverse("assessment", args=[assessment.public_id])
    seen.ask("entrance", 200, candidate.get, entrance)
    start = reverse("assessment_start", args=[assessment.public_id])
    answer = seen.ask("start", 302, candidate.post, start, {"begin": "1"})
    seen.ask("page of 20", 200, candidate.get, answer.location)
    attempt = Attempt.objects.select_related("assessment").get(learner=candidate.learner)
    questions = list(attempt.items.values_list("position", "layout"))
    connection.close()
    return attempt, questions


def _hand_in(candidate: Candidate, attempt: Attempt, seen: Seen) -> None:
    address = candidate.at(attempt, "attempt_submit")
    page = seen.ask("look over", 200, candidate.get, address)
    seen.ask("submit", 302, candidate.post, address, {"token": candidate.token_in(page)})
    seen.ask("result", 200, candidate.get, candidate.at(attempt, "attempt_result"))


def _stored(learner) -> dict[int, list[str]]:
    """The answers of a learner, each saved exactly once."""
    rows = Response.objects.filter(attempt_item__attempt__learner=learner, sequence=1)
    return dict(rows.values_list("attempt_item__position", "answer"))


def _print_table(seen: list[Seen], took: float, worked: float) -> None:
    print(f"\n{CANDIDATES} candidates, {QUESTIONS} questions, {took:.0f} s, {connection.vendor}")
    print(f"{'':<12}{'requests':>9}{'median':>10}{'p95':>10}{'longest':>10}")
    kinds = seen[0].seconds
    for kind in kinds:
        times = sorted(second for one in seen for second in one.seconds[kind])
        middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
        figures = "".join(f"{second * 1000:>7.0f} ms" for second in (middle, late, times[-1]))
        print(f"{kind:<12}{len(times):>9}{figures}")
    requests = sum(len(times) for one in seen for times in one.seconds.values())
    print(f"{worked / requests * 1000:.0f} ms of processor time for each of {requests} requests")
    lost = CANDIDATES * QUESTIONS - sum(len(one.saved) for one in seen)
    print(f"{lost} answers lost")
