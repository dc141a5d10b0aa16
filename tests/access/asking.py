"""Asking for an address as somebody, leaving no trace behind."""

import sys
from urllib.parse import urlencode

from django.conf import settings
from django.core.signals import got_request_exception
from django.db import transaction
from django.test import Client, RequestFactory
from django.test.client import ClientHandler

from tests.access.identities import ANONYMOUS, BARE, IDENTITIES
from tests.sign_in import sign_in

METHODS = ("GET", "POST")
FORM = "application/x-www-form-urlencoded"


class Asker:
    """A signed-in browser for each identity. Whatever a request wrote is rolled back after it.

    Django's test client would keep a copy of every template's context; at some thousand requests
    that is half of the time, so the same handler is called without it.
    """

    def __init__(self, people: dict):
        self._people = people
        self._sessions = {}
        self._handler = ClientHandler(enforce_csrf_checks=False)
        self.fault = ""
        got_request_exception.connect(self._note_fault)

    def ask(self, identity: str, method: str, path: str, data: dict | None = None):
        factory = RequestFactory()
        if identity != ANONYMOUS:
            factory.cookies[settings.SESSION_COOKIE_NAME] = self._session(identity)
        body = urlencode(data or {}, doseq=True)
        address = f"10.0.0.{IDENTITIES.index(identity)}"  # throttles count each by itself
        request = factory.generic(method, path, body, FORM, REMOTE_ADDR=address)
        with transaction.atomic():
            response = self._handler(request.environ)
            transaction.set_rollback(True)
        return response

    def _session(self, identity: str) -> str:
        if identity not in self._sessions:
            client = sign_in(Client(), self._people[identity], second_factor=identity != BARE)
            self._sessions[identity] = client.cookies[settings.SESSION_COOKIE_NAME].value
        return self._sessions[identity]

    def _note_fault(self, **kwargs):
        self.fault = repr(sys.exc_info()[1])
