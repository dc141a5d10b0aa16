"""People at their browsers. Each address they come through is noted by its name."""

import json
from datetime import timedelta

from django.test import Client
from django.urls import reverse

from tests.journeys.clock import Clock
from tests.journeys.pages import Page, path_of
from tests.sign_in import sign_in
from training_site.accounts.roles import LEARNER_ROLES

REDIRECTS = {301, 302, 303, 307, 308}
ERRORS = 400
FAR_TOO_MANY = 8
A_VISIT = timedelta(hours=2)


class Visitor:
    """A browser; `opens` and `posts` follow redirects one by one, so that each step is noted."""

    def __init__(self, clock: Clock, visited: set[str]):
        self.clock, self.visited = clock, visited
        self.client = Client()

    def opens(
        self, address: str, data: dict | None = None, *, answering: int = 200, args=()
    ) -> Page:
        """An address, or the name of one."""
        if "/" not in address:
            address = reverse(address, args=args)
        return self._arrive(self._ask("get", address, data or {}), answering)

    def posts(self, address: str, data: dict, *, answering: int = 200, **options) -> Page:
        return self._arrive(self._ask("post", address, data, **options), answering)

    def fetches(self, address: str):
        """The bare response, for what is no page."""
        return self._ask("get", address, {})

    def saves(self, address: str, data: dict) -> dict:
        """What a page's own script sends, and the answer that it reads."""
        body = json.dumps(data)
        return self._ask("post", address, body, content_type="application/json").json()

    def _ask(self, method: str, address: str, data, **options):
        self.clock.click()
        response = getattr(self.client, method)(path_of(address), data, **options)
        if response.resolver_match and response.status_code < ERRORS:
            self.visited.add(response.resolver_match.view_name)
        return response

    def _arrive(self, response, answering: int) -> Page:
        for _step in range(FAR_TOO_MANY):
            if response.status_code not in REDIRECTS:
                break
            response = self._ask("get", response.headers["Location"], {})
        page = Page(self, response)
        assert response.status_code == answering, (
            f"{response.status_code}: {page.path}: {page.text}"
        )
        return page


class Person(Visitor):
    """Somebody with an account, who signs in anew whenever some time has passed."""

    def __init__(self, user, clock: Clock, visited: set[str]):
        super().__init__(clock, visited)
        self.user = user
        self._signed_in_at = None

    @property
    def name(self) -> str:
        return self.user.name

    def takes_over(self, browser: Visitor) -> "Person":
        """The browser in which the account was opened just now."""
        self.client, self._signed_in_at = browser.client, self.clock.now
        return self

    def signs_in(self, *, fresh: bool = True) -> "Person":
        """`fresh=False`: a while ago, so that what binds asks for another sign-in."""
        self.client = Client()
        self.user = type(self.user).objects.get(pk=self.user.pk)
        second_factor = not self.user.roles <= LEARNER_ROLES
        sign_in(self.client, self.user, second_factor=second_factor, fresh=fresh)
        self._signed_in_at = self.clock.now
        return self

    def _ask(self, method: str, address: str, data, **options):
        if self._signed_in_at is None or self.clock.now - self._signed_in_at > A_VISIT:
            self.signs_in()
        return super()._ask(method, address, data, **options)
