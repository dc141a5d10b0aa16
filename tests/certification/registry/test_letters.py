"""Letters through the site: handed in by anybody, answered alike, read by one person."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from certification.concerns.models import Concern
from certification.registry import actions
from certification.registry.models import ContactMessage, RegistryListing
from certification.registry.rules.letters import KEPT, MOST_A_DAY
from certification.registry.rules.listing import Level
from tests.factories import registry
from tests.factories.accounts import a_person
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
WRITTEN = {"sender": registry.SENDER, "reply_to": registry.REPLY_TO, "text": registry.TEXT}


@pytest.fixture
def box(monkeypatch):
    """Where letters to Rosa Delgado are handed in, with no limit by network in the way."""
    monkeypatch.setattr("certification.registry.views.registry.LIMIT", 1000)
    return f"/registry/{registry.a_listing(Level.LETTERS).letterbox}/"


def test_anybody_writes_from_the_list_without_an_account_or_a_cookie(client):
    listing = registry.a_listing(Level.LETTERS)
    box = f"/registry/{listing.letterbox}/"
    assert f'href="{box}"' in client.get("/registry/").text
    stranger = Client(enforce_csrf_checks=True)

    page = stranger.get(box)
    sent = stranger.post(box, WRITTEN)

    assert "Write to Rosa Delgado" in page.text
    assert "Handed in" in sent.text
    for response in (page, sent):
        assert response["Cache-Control"] == "no-store"
        assert "noindex" in response["X-Robots-Tag"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert not response.cookies
        assert listing.certificate.holder.email not in response.text
    letter = ContactMessage.objects.get()
    assert (letter.recipient, letter.sender, letter.text) == (
        listing.certificate.holder,
        registry.SENDER,
        registry.TEXT,
    )
    told = Notice.objects.get(event="certification.letter_arrived")
    assert (told.person, told.url) == (letter.recipient, "/certification/letters/")
    event = AuditEvent.objects.get(verb="certification.letter.received")
    assert event.actor_id is None


def test_what_is_written_is_unreadable_in_the_database(client, box):
    client.post(box, WRITTEN)

    with connection.cursor() as cursor:
        cursor.execute("SELECT sender, reply_to, text FROM certification_contactmessage")
        stored = " ".join(cursor.fetchone())
    for words in ("Hollmann", "practice@", "half an hour"):
        assert words not in stored


def test_whether_it_was_kept_is_told_to_nobody(client, box):
    """The same answer, byte for byte: kept, trapped, said twice, too many, switched off, never there."""
    listing = RegistryListing.objects.get()
    holder = listing.certificate.holder
    nowhere = "/registry/00000000-0000-4000-8000-000000000000/"
    answers = [client.post(box, WRITTEN), client.post(box, WRITTEN)]
    answers.append(client.post(box, WRITTEN | {"text": "x" * 30, "website": "http://x"}))
    for number in range(MOST_A_DAY + 2):
        answers.append(client.post(box, WRITTEN | {"text": f"{number} {registry.TEXT}"}))
    actions.stop_letters(holder, now=timezone.now())
    answers += [client.post(box, WRITTEN | {"text": "y" * 30}), client.post(nowhere, WRITTEN)]

    assert len({one.content for one in answers}) == 1
    assert {one.status_code for one in answers} == {200}
    assert ContactMessage.objects.count() == MOST_A_DAY


def test_the_page_of_somebody_who_takes_none_says_no_more_than_of_nobody(client, box):
    actions.hide(RegistryListing.objects.get().certificate.holder, now=timezone.now())

    closed = client.get(box)
    nobody = client.get("/registry/00000000-0000-4000-8000-000000000000/")

    assert closed.content == nobody.content
    assert "Rosa" not in closed.text


def test_after_a_day_letters_come_again(box):
    listing = RegistryListing.objects.get()
    for number in range(MOST_A_DAY):
        registry.a_letter(listing, text=f"{number} {registry.TEXT}")

    assert registry.a_letter(listing, text="One more than that.") is None
    tomorrow = timezone.now() + timedelta(days=1, minutes=1)
    assert registry.a_letter(listing, now=tomorrow)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("sender", "", "nobody answers a stranger"),
        ("reply_to", "", "Say where an answer reaches you"),
        ("text", "Hello.", "at least 20 characters"),
        ("text", "x" * 4001, "at most 4000 characters"),
        ("sender", "x" * 201, "at most 200 characters"),
        ("sender", "\u200b\u202e", "nobody answers a stranger"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(client, box, field, typed, said):
    page = client.post(box, WRITTEN | {field: typed})

    assert said in page.text
    assert (registry.TEXT if field != "text" else registry.SENDER) in page.text
    assert not ContactMessage.objects.exists()


def test_one_network_writes_few_letters_and_keeps_what_it_wrote(client, monkeypatch):
    monkeypatch.setattr("training_site.accounts.throttle.time.time", lambda: 1_800_000_000)
    monkeypatch.setattr("certification.registry.views.registry.LIMIT", 1)
    box = f"/registry/{registry.a_listing(Level.LETTERS).letterbox}/"
    client.post(box, WRITTEN)

    refused = client.post(box, WRITTEN | {"text": "Another letter, as long."})
    elsewhere = client.post(
        box, WRITTEN | {"text": "From another network."}, REMOTE_ADDR="203.0.113.9"
    )

    assert refused.status_code == 429
    assert "Another letter, as long." in refused.text
    assert "Handed in" in elsewhere.text


def test_no_address_is_kept_to_count_by(client, box, kept_in_cache):
    client.post(box, WRITTEN, REMOTE_ADDR="203.0.113.77")

    assert [key for key in kept_in_cache if "letters" in key]
    assert not [key for key in kept_in_cache if "203.0.113" in key]


def test_letters_come_with_a_broken_cache(client, box, monkeypatch):
    from django.core.cache import cache

    def broken(*args, **kwargs):
        raise ConnectionError

    for method in ("add", "incr", "get", "set"):
        monkeypatch.setattr(cache, method, broken)

    assert "Handed in" in client.post(box, WRITTEN).text
    assert ContactMessage.objects.count() == 1


def test_its_reader_sees_text_and_no_link(client, sign_in):
    letter = registry.a_letter(
        text="Look at https://example.org/ and <b>www.example.org</b>, or mail a@example.org."
    )
    sign_in(client, letter.recipient)
    listed = client.get("/certification/letters/")

    page = client.get(f"/certification/letters/{letter.public_id}/")

    assert registry.SENDER in listed.text
    assert ">new</span>" in listed.text.replace("\n", "")
    assert "https://example.org/" in page.text
    assert 'href="https://example.org' not in page.text
    assert "mailto:" not in page.text
    assert "&lt;b&gt;www.example.org" in page.text
    letter.refresh_from_db()
    assert letter.read_at
    assert ">new</span>" not in client.get("/certification/letters/").text.replace("\n", "")


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.ADMINISTRATOR, Role.COMPLAINTS_OFFICER])
def test_nobody_else_reads_it(client, sign_in, role):
    letter = registry.a_letter()
    sign_in(client, a_person(role))

    assert client.get(f"/certification/letters/{letter.public_id}/").status_code == 404
    assert registry.SENDER not in client.get("/certification/letters/").text
    assert client.get(f"/admin/certification/registry/letters/{letter.public_id}/").status_code in (
        302,
        404,
    )


def test_removing_empties_it(client, sign_in):
    letter = registry.a_letter()
    sign_in(client, letter.recipient)

    client.post(f"/certification/letters/{letter.public_id}/", {"act": "remove"})

    letter.refresh_from_db()
    assert (letter.sender, letter.reply_to, letter.text) == ("", "", "")
    assert client.get(f"/certification/letters/{letter.public_id}/").status_code == 404


def test_a_reported_letter_is_read_by_the_officer_and_goes_on_as_a_concern(client, sign_in):
    officer = a_person(Role.COMPLAINTS_OFFICER)
    letter, other = registry.a_letter(), registry.a_letter()
    sign_in(client, letter.recipient)
    client.post(f"/certification/letters/{letter.public_id}/", {"act": "report"})
    sign_in(client, officer)
    desk = client.get("/admin/certification/registry/")
    page = client.get(f"/admin/certification/registry/letters/{letter.public_id}/")
    unreported = client.get(f"/admin/certification/registry/letters/{other.public_id}/")

    answer = client.post(
        f"/admin/certification/registry/letters/{letter.public_id}/", {"act": "concern"}
    )

    assert Notice.objects.filter(person=officer, event="certification.letter_reported").exists()
    assert registry.TEXT not in desk.text
    assert registry.TEXT in page.text
    assert unreported.status_code == 404
    concern = Concern.objects.get()
    assert answer.url.endswith(f"/{concern.public_id}/")
    assert registry.TEXT in concern.text
    assert (concern.reply_to, concern.reporter) == (registry.REPLY_TO, None)
    letter.refresh_from_db()
    assert letter.text == ""
    verbs = AuditEvent.objects.filter(target_id=letter.public_id).order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == [
        f"certification.letter.{one}" for one in ("received", "reported", "opened", "settled")
    ]


def test_a_reported_letter_that_its_reader_removes_stays_with_the_officer():
    letter = registry.a_reported_letter()

    actions.remove_letter(letter, by=letter.recipient, now=timezone.now())

    assert not ContactMessage.objects.visible_to(letter.recipient).exists()
    assert ContactMessage.objects.reported_to(a_person()).get().text == registry.TEXT
    actions.settle_reported(letter, by=a_person(), now=timezone.now())
    assert not Concern.objects.exists()
    with pytest.raises(Refused, match="letter_not_there"):
        actions.settle_reported(letter, by=a_person(), now=timezone.now())


def test_an_officer_does_not_settle_a_letter_to_herself():
    letter = registry.a_reported_letter()

    with pytest.raises(Refused, match="own_letter"):
        actions.settle_reported(letter, by=letter.recipient, now=timezone.now())
    assert not ContactMessage.objects.reported_to(letter.recipient).exists()


def test_letters_are_switched_off_and_the_entry_stays(client, sign_in):
    listing = registry.a_listing(Level.LETTERS)
    sign_in(client, listing.certificate.holder)

    client.post("/certification/letters/", {"act": "stop"})

    listing.refresh_from_db()
    assert (listing.listed, listing.contactable, listing.letterbox) == (True, False, None)
    assert "You take none at present" in client.get("/certification/letters/").text


def test_texts_are_emptied_after_ninety_days_and_of_reported_ones_as_long_after_that():
    now = timezone.now()
    listing = registry.a_listing(Level.LETTERS)
    old = registry.a_letter(listing, now=now - KEPT - timedelta(days=1))
    young = registry.a_letter(listing, now=now - KEPT + timedelta(days=1))
    reported = registry.a_letter(
        listing, text="Reported a month ago.", now=now - KEPT - timedelta(days=1)
    )
    actions.report_letter(reported, by=reported.recipient, now=now - timedelta(days=30))

    emptied = actions.empty_old_letters(now=now)

    assert emptied == 1
    texts = dict(ContactMessage.objects.values_list("pk", "text"))
    assert texts == {old.pk: "", young.pk: registry.TEXT, reported.pk: "Reported a month ago."}
    assert actions.empty_old_letters(now=now) == 0
    assert actions.empty_old_letters(now=now + KEPT) == 2


def test_a_long_list_of_letters_asks_few_questions(client, sign_in, count_queries):
    listing = registry.a_listing(Level.LETTERS)
    for number in range(8):
        registry.a_letter(listing, text=f"{number} {registry.TEXT}")
    sign_in(client, listing.certificate.holder)

    with count_queries(at_most=12):
        page = client.get("/certification/letters/")

    assert page.context["page"].paginator.count == 8
