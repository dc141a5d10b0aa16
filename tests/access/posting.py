"""Posting ids of others in a body, and what came of it."""

import json
from urllib.parse import urlencode

from django.db import transaction

from tests.access.answers import remains_of

JSON = "application/json"


class Poster:
    """Posts as one identity to one address. What was written can be counted before it is undone."""

    def __init__(self, world, identity: str, path: str):
        self._world, self._identity, self._path = world, identity, path

    def __call__(self, counted, body: dict, kind: str = "") -> tuple:
        """Status, what the page said without the id that was sent, and how many rows there are."""
        text = json.dumps(body) if kind == JSON else urlencode(body, doseq=True)
        with transaction.atomic():
            sent = [kind] if kind else []
            response = self._world.asker.send(self._identity, "POST", self._path, text, *sent)
            rows = counted.count()
            transaction.set_rollback(True)
        assert response.status_code < 500, self._world.asker.fault
        said, headers = remains_of(response, self._path)
        return response.status_code, said, headers, rows
