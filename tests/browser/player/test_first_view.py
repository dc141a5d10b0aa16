"""How much comes over the wire before a first lesson can be read."""

import pytest

from courses.models import CoursePage
from tests.browser.player.world import a_learner_who_signed, address
from tests.factories.courses import an_enrolment, do, lessons_in
from training_site.content.association import association

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIRE_LIMIT = 60 * 1024  # bytes, headers and fonts included
REQUEST_LIMIT = 8


class Wire:
    """What a page asked for, and how many bytes came, as the browser counts them."""

    def __init__(self, page):
        self.sizes: dict[str, int] = {}
        self.urls: dict[str, str] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def _asked(self, event):
        self.urls[event["requestId"]] = event["request"]["url"]

    def _came(self, event):
        self.sizes[event["requestId"]] = event["encodedDataLength"]

    def __str__(self):
        return "\n".join(f"{self.sizes.get(one, 0):7.0f} {url}" for one, url in self.urls.items())


def test_the_first_lessons_come_quickly(visitor, with_curriculum):
    """The lessons as they are delivered, read by somebody who was never here before."""
    association()
    learner = a_learner_who_signed()
    first, second = CoursePage.objects.order_by("number")[:2]
    enrolment = an_enrolment(first, learner)

    for course in (first, second):
        for lesson in lessons_in(course)[:3]:
            do(enrolment, lesson, course)
            wire = Wire(page := visitor(learner).page)
            page.goto(address(lesson))
            page.wait_for_load_state("networkidle")

            came = sum(wire.sizes.values())
            assert came <= WIRE_LIMIT, f"{came}\n{wire}"
            assert len(wire.urls) <= REQUEST_LIMIT, str(wire)
