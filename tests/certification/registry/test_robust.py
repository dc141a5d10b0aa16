"""With Redis, broker and workers down all of it goes on; and nobody can tell one Not found from another."""

import statistics
import time

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.credentials.rules.numbers import display, new_number
from certification.registry.models import ContactMessage, SuppressionRequest
from certification.registry.rules.listing import Level
from tests.factories import decisions as world
from tests.factories import registry
from tests.queries import count_queries
from training_site.jobs.doorway import run_job
from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import State
from training_site.settings.databases import cache_config

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
ROUNDS = 60


@pytest.fixture
def _all_down(settings, monkeypatch, tmp_path):
    """A Redis that nobody answers for, a broker that takes nothing, and no worker."""
    settings.CACHES = {"default": cache_config("redis://127.0.0.1:1/0", tmp_path)}
    with pytest.raises(Exception, match="Connection"):
        caches["default"].get("anything")

    def refuse(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr(type(run_job.get_backend()), "enqueue", refuse)


@pytest.mark.usefixtures("_all_down")
def test_strangers_are_answered_with_everything_down(client):
    listing = registry.a_listing(Level.LETTERS)
    number = listing.certificate.number

    answers = [
        client.get("/verify/"),
        client.get(f"/verify/{number}/"),
        client.get(f"/verify/{number}.json"),
        client.get("/verify/schema.json"),
        client.get("/registry/"),
        client.get(f"/registry/{listing.letterbox}/"),
        client.get("/credentials/status/1"),
        client.post(f"/registry/{listing.letterbox}/", registry.LETTER | {"trapped": ""}),
    ]

    assert {one.status_code for one in answers} == {200}
    assert ContactMessage.objects.count() == 1


@pytest.mark.usefixtures("_all_down")
def test_a_holder_hides_and_asks_with_everything_down(client, sign_in):
    hidden, kept = registry.a_listing().certificate, registry.a_listing().certificate
    stranger = Client()

    sign_in(client, hidden.holder)
    client.post(f"/certification/listing/{hidden.public_id}/", {"act": "hide"})
    sign_in(client, kept.holder)
    client.post("/certification/out-of-sight/", {"act": "ask", "reason": registry.DANGER})

    assert SuppressionRequest.objects.get().state == "asked"
    assert "Delgado" not in stranger.get("/registry/").text
    for certificate in (hidden, kept):
        assert "Delgado" not in stranger.get(f"/verify/{certificate.number}/").text


@pytest.mark.usefixtures("_all_down")
def test_a_withdrawal_shows_with_everything_down_and_its_message_waits(client):
    certificate = registry.a_listing().certificate

    credential_actions.withdraw(
        certificate, reason=world.WITHHELD, by=world.a_decider(), now=timezone.now()
    )

    assert ">Withdrawn</h1>" in client.get(f"/verify/{certificate.number}/").text
    assert client.get("/registry/").context["page"].paginator.count == 0
    assert not JobRun.objects.exclude(state__in=[State.WAITING, State.DONE]).exists()


def numbers_that_are_not_found() -> dict[str, str]:
    changed = world.a_certificate_showing("not_found").number
    return {
        "unknown": new_number(),
        "mistyped": changed[:-1] + ("0" if changed[-1] != "0" else "1"),
        "changed": changed,
    }


@pytest.mark.lesson(50)
@pytest.mark.parametrize("form", ["/verify/{}/", "/verify/{}.json"])
def test_unknown_mistyped_and_changed_numbers_ask_the_database_alike(client, form):
    """The same questions in the same order: no time to measure the difference by."""
    client.get(form.format("nonsense"))
    asked = set()

    for number in numbers_that_are_not_found().values():
        with count_queries(at_most=8) as queries:
            client.get(form.format(number))
        asked.add(tuple(queries.statements))

    assert len({tuple(sql.split("WHERE")[0] for sql in one) for one in asked}) == 1


@pytest.mark.lesson(50)
def test_they_take_the_same_time(client, monkeypatch):
    """Their middles lie closer together than the answers to one and the same question do."""
    monkeypatch.setattr("certification.registry.views.verify.LIMIT", 10_000)
    numbers = numbers_that_are_not_found()
    took = {name: [] for name in numbers}

    for _ in range(ROUNDS):
        for name, number in numbers.items():
            begun = time.process_time()
            client.get(f"/verify/{number}.json")
            took[name].append(time.process_time() - begun)

    quarters = {name: statistics.quantiles(times, n=4) for name, times in took.items()}
    middles = [middle for _low, middle, _high in quarters.values()]
    noise = max(high - low for low, _middle, high in quarters.values())
    assert max(middles) - min(middles) < noise, quarters


@pytest.mark.parametrize(
    "typed",
    [
        lambda number: display(number).lower(),
        lambda number: f"  {' '.join(number)}\t",
        lambda number: "".join(chr(ord(c) + 0xFEE0) for c in number),
        lambda number: number.replace("0", "o").replace("1", "I"),
        lambda number: number.replace("1", "l").replace("0", "O"),
        lambda number: f"\u200b{display(number).replace('-', '–')}",
        lambda number: f"https://triad.example.org/verify/{display(number).lower()}/?from=card",
        lambda number: f"triad.example.org/verify/{number}.json",
    ],
    ids=[
        "lower case",
        "spaces and a tab",
        "full-width",
        "o and I",
        "l and O",
        "an invisible mark and dashes",
        "a pasted link",
        "a link to the JSON",
    ],
)
def test_a_number_is_understood_in_the_box_however_it_was_copied(client, typed):
    certificate = world.a_certificate_showing()

    answer = client.get("/verify/", {"q": typed(certificate.number)})

    assert answer.url == f"/verify/{certificate.number}/"


@pytest.mark.parametrize(
    "typed", [str.lower, display, lambda number: number.replace("0", "O").replace("1", "l")]
)
def test_an_address_is_understood_however_it_was_typed(client, typed):
    certificate = world.a_certificate_showing()
    number = typed(certificate.number)

    assert ">Valid</h1>" in client.get(f"/verify/{number}/").text
    assert client.get(f"/verify/{number}.json").json()["status"] == "valid"
