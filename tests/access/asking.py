"""Asking for an address as somebody, leaving no trace behind."""

import sys
from contextlib import contextmanager
from unittest import mock
from urllib.parse import urlencode

from django.conf import settings
from django.core.signals import got_request_exception
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.urls.resolvers import URLResolver

from tests.access.identities import ANONYMOUS, BARE
from tests.sign_in import sign_in

METHODS = ("GET", "POST")
FORM = "application/x-www-form-urlencoded"


class Asker:
    """A signed-in browser for each identity. Whatever a request wrote is rolled back after it.

    Django's test client would keep a copy of every template's context; at some thousand requests
    that is half of the time, so the same handler is called without it.
    """

    def __init__(self, people: dict):
        self._sessions = {who: _signed_in(who, person) for who, person in people.items()}
        self._handler = ClientHandler(enforce_csrf_checks=False)
        self.fault = ""
        got_request_exception.connect(self._note_fault)

    def welcome(self, identity: str, person, *, fresh: bool = True) -> None:
        """Sign in somebody more, for a test that goes beyond the table."""
        self._sessions[identity] = _signed_in(identity, person, fresh=fresh)

    def ask(self, identity: str, method: str, path: str, data: dict | None = None, *, bare=(403,)):
        """The answer; an empty body where none is given. `bare`: errors that need no page."""
        with transaction.atomic(), without_their_page(*bare):
            response = self.send(identity, method, path, urlencode(data or {}, doseq=True))
            transaction.set_rollback(True)
        return response

    def send(self, identity: str, method: str, path: str, body: str, kind: str = FORM):
        """The same with what it wrote left in place: the caller rolls back."""
        factory = RequestFactory()
        if identity != ANONYMOUS:
            factory.cookies[settings.SESSION_COOKIE_NAME] = self._sessions[identity]
        place = [ANONYMOUS, *self._sessions].index(identity)
        address = f"10.0.0.{place}"  # throttles count each identity by itself
        request = factory.generic(method, path, body, kind, REMOTE_ADDR=address)
        response = self._handler(request.environ)
        if response.streaming:
            list(response)  # to its end, so that the file is closed
        return response

    def _note_fault(self, **kwargs):
        self.fault = repr(sys.exc_info()[1])


_handler_for = URLResolver.resolve_error_handler


@contextmanager
def without_their_page(*errors: int):
    """Half of all answers are refusals, whose page is the same each time: a test of its own has it."""

    def handler_for(resolver, status):
        if status in errors:
            return lambda request, exception: HttpResponse(status=status)
        return _handler_for(resolver, status)

    with mock.patch.object(URLResolver, "resolve_error_handler", handler_for):
        yield


def _signed_in(identity: str, person, *, fresh: bool = True) -> str:
    """The key of a session in which everything has been shown that this identity can show."""
    client = sign_in(Client(), person, second_factor=identity != BARE, fresh=fresh)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
