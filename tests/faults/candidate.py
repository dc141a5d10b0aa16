"""A candidate at a real web server: a session of its own, answers by autosave, the submission."""

import http.client
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client
from django.urls import reverse

from assessments.models import Attempt
from tests.faults.server import HOST
from tests.sign_in import sign_in

PATIENCE = 120  # seconds in which an answer must be acknowledged at last
KEPT = 1.5
"""Seconds for which an idle connection is trusted: the server lets go of it after two."""
BROKEN = (OSError, http.client.HTTPException)


@dataclass(frozen=True)
class Answered:
    """What the server said."""

    status: int
    body: bytes
    location: str = ""

    def json(self) -> dict:
        return json.loads(self.body)


class Candidate:
    """One browser of one learner. Connections are kept while they last, as a browser does."""

    def __init__(self, learner, port: int):
        self.learner = learner
        self.port = port
        self.cookies = {settings.SESSION_COOKIE_NAME: _session_of(learner)}
        self._caller: http.client.HTTPConnection | None = None
        self._used = 0.0

    def get(self, address: str) -> Answered:
        return self._ask("GET", address)

    def post(self, address: str, fields: Mapping[str, str]) -> Answered:
        return self._ask("POST", address, urlencode(fields), "application/x-www-form-urlencoded")

    def save(self, attempt: Attempt, position: int, fields: dict, sequence: int) -> Answered:
        """One autosave, once; raises one of BROKEN where no answer came."""
        body = json.dumps({"fields": fields, "sequence": sequence})
        return self._ask(
            "POST", self.at(attempt, "attempt_answer", position), body, "application/json"
        )

    def open(self, attempt: Attempt) -> Answered:
        """The page of questions: from then on this browser has the seat, and the token for saves."""
        return persistently(self.get, self.at(attempt, "attempt"))

    def submit(self, attempt: Attempt) -> Answered:
        """By the page that asks for the confirmation, as a person would."""
        address = self.at(attempt, "attempt_submit")
        page = persistently(self.get, address)
        return persistently(self.post, address, {"token": self.token_in(page)})

    @staticmethod
    def token_in(page: Answered) -> str:
        """The saves that the confirming page was made from."""
        found = re.search(rb'name="token" value="(\w+)"', page.body)
        return found[1].decode() if found else ""

    @staticmethod
    def at(attempt: Attempt, name: str, *more) -> str:
        return reverse(name, args=[attempt.assessment.public_id, attempt.public_id, *more])

    def _ask(self, method: str, address: str, body: str = "", kind: str = "") -> Answered:
        token = self.cookies.get(settings.CSRF_COOKIE_NAME, "")
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        headers |= {"Content-Type": kind, "X-CSRFToken": token} if body else {}
        if time.monotonic() - self._used > KEPT:
            self.leave()
        try:
            self._caller = self._caller or http.client.HTTPConnection(HOST, self.port, timeout=30)
            self._caller.request(method, address, body or None, headers)
            answer = self._caller.getresponse()
            content = answer.read()
        except BROKEN:
            self.leave()
            raise
        self._used = time.monotonic()
        self._keep_cookies(answer)
        return Answered(answer.status, content, answer.headers.get("Location", ""))

    def leave(self) -> None:
        if self._caller:
            self._caller.close()
        self._caller = None

    def _keep_cookies(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value


def persistently(ask, *arguments) -> Answered:
    """Ask until there is an answer: what a page does while the network or the server is away."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return ask(*arguments)
        except BROKEN:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _session_of(learner) -> str:
    return sign_in(Client(), learner).cookies[settings.SESSION_COOKIE_NAME].value
