"""Kept out of sight: in force from the asking, answered by another person, looked at again."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.registry import actions
from certification.registry.models import RegistryListing, SuppressionRequest
from certification.registry.rules.listing import Level
from certification.registry.rules.suppressing import Step
from tests.factories import decisions as world
from tests.factories import registry
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.both_stacks,
    pytest.mark.django_db,
    pytest.mark.usefixtures("plain_documents"),
]
PAGE = "/certification/out-of-sight/"
NO = "A name beside a region is what the law asks for here."


def verbs() -> list[str]:
    events = AuditEvent.objects.filter(verb__startswith="certification.suppression")
    return list(events.order_by("pk").values_list("verb", flat=True))


def answer(request, step, *, text=NO, days=90, by=None):
    now = timezone.now()
    day = now.date() + timedelta(days=days)
    return actions.answer_suppression(
        request, step, text=text, review_on=day, by=by or a_registrar(), now=now
    )


def test_it_is_in_force_from_the_asking_and_those_who_answer_are_told(client):
    registrar = a_registrar()
    listing = registry.a_listing(Level.LETTERS)
    certificate, box = listing.certificate, listing.letterbox

    request = registry.a_suppression(certificate)

    assert request.state == "asked"
    assert "Rosa Delgado" not in client.get(f"/verify/{certificate.number}/").text
    assert client.get("/registry/").context["page"].paginator.count == 0
    assert client.get(f"/registry/{box}/").context["listing"] is None
    assert Notice.objects.filter(person=registrar, event="certification.suppression_asked").exists()
    assert verbs() == ["certification.suppression.asked"]


def test_its_reason_is_unreadable_in_the_database():
    from django.db import connection

    request = registry.a_suppression()

    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM certification_suppressionrequest")
        [stored] = cursor.fetchone()
    assert request.reason == registry.DANGER
    assert "house" not in stored


@pytest.mark.parametrize("name_shown", [True, False])
def test_the_answer_is_that_of_a_number_without_a_name(client, name_shown):
    """Byte for byte, but for number and dates: nobody can tell that something is kept out of sight."""
    plain = world.a_certificate_showing()
    kept = registry.a_listing(Level.NUMBER, name_shown=name_shown).certificate
    registry.a_suppression(kept)

    def told(certificate) -> tuple:
        page = client.get(f"/verify/{certificate.number}/")
        document = client.get(f"/verify/{certificate.number}.json")
        number, shown = certificate.number, certificate.display_number
        texts = (
            one.text.replace(number, "NUMBER").replace(shown, "NUMBER") for one in (page, document)
        )
        return tuple(texts), page.status_code, sorted(page.headers)

    assert told(kept) == told(plain)


@pytest.mark.parametrize("kind", ["suppression", "measure"])
def test_lists_card_files_and_links_leave_the_entry_out(client, sign_in, kind):
    listing = registry.a_listing(Level.LETTERS)
    certificate = listing.certificate
    if kind == "suppression":
        registry.a_suppression(certificate)
    else:
        registry.an_unlisting_measure(certificate.holder)

    strangers = [
        client.get(f"/verify/{certificate.number}/"),
        client.get(f"/verify/{certificate.number}.json"),
        client.get("/registry/"),
        client.get(f"/registry/{listing.letterbox}/"),
        client.get("/credentials/status/export"),
    ]
    sign_in(client, certificate.holder)
    own = client.get(f"/certification/listing/{certificate.public_id}/")

    assert not [one.request["PATH_INFO"] for one in strangers if "Delgado" in one.text]
    assert "Delgado" not in own.context["link"].html
    assert "carries no name" in own.text
    assert not RegistryListing.objects.shows_name_of(certificate)


@pytest.mark.parametrize("kind", ["suppression", "measure"])
@pytest.mark.parametrize("level", Level)
def test_nothing_can_be_switched_on_meanwhile(client, sign_in, kind, level):
    certificate = world.a_certificate_showing()
    if kind == "suppression":
        registry.a_suppression(certificate)
    else:
        registry.an_unlisting_measure(certificate.holder)

    with pytest.raises(Refused, match="listing_kept_hidden"):
        registry.a_listing(level, certificate=certificate)
    sign_in(client, certificate.holder)
    page = client.post(
        f"/certification/listing/{certificate.public_id}/", {"level": level, "name_shown": "on"}
    )

    assert "nothing can be switched on" in page.text
    assert not RegistryListing.objects.filter(name_shown=True).exists()


def test_when_a_measure_ends_what_was_chosen_shows_again(client):
    certificate = registry.a_listing().certificate
    measure = registry.an_unlisting_measure(certificate.holder)
    measure.ended_by, measure.ended_at = measure.by, timezone.now()
    measure.save()

    assert "Rosa Delgado" in client.get("/registry/").text


@pytest.mark.parametrize("step", [Step.APPROVE, Step.DECLINE])
def test_whatever_is_answered_nothing_shows_before_the_holder_chooses_again(client, step):
    certificate = registry.a_listing().certificate
    request = registry.a_suppression(certificate)

    answered = answer(request, step)

    assert answered.state == {"approve": "approved", "decline": "declined"}[step]
    assert "Rosa Delgado" not in client.get(f"/verify/{certificate.number}/").text
    assert Notice.objects.filter(
        person=certificate.holder, event="certification.suppression_answered"
    ).exists()


def test_after_a_refusal_or_an_end_the_holder_may_choose_or_ask_again(client):
    certificate = registry.a_listing().certificate
    answer(registry.a_suppression(certificate), Step.DECLINE)

    registry.a_listing(certificate=certificate)
    assert "Rosa Delgado" in client.get("/registry/").text

    again = answer(registry.a_suppression(certificate), Step.APPROVE)
    assert "Rosa Delgado" not in client.get("/registry/").text
    ended = answer(again, Step.END)
    assert "Rosa Delgado" not in client.get("/registry/").text  # not by itself
    assert (ended.state, bool(ended.ended_by)) == ("ended", True)
    registry.a_listing(certificate=certificate)
    assert "Rosa Delgado" in client.get("/registry/").text


def test_a_withdrawal_stays_confirmable_by_number(client):
    certificate = registry.a_listing().certificate
    answer(registry.a_suppression(certificate), Step.APPROVE)

    credential_actions.withdraw(
        certificate, reason=world.WITHHELD, by=world.a_decider(), now=timezone.now()
    )
    page = client.get(f"/verify/{certificate.number}/")
    match = client.post(f"/verify/{certificate.number}/", {"name": "Rosa Delgado"})

    assert ">Withdrawn</h1>" in page.text
    assert "It matches" in match.text


def test_nobody_answers_their_own_and_nobody_without_the_role():
    registrar = a_person(Role.REGISTRAR, Role.CERTIFICANT)
    own = registry.a_suppression(world.a_quick_certificate(registrar))
    other = registry.a_suppression()

    with pytest.raises(Refused, match="own_suppression"):
        answer(own, Step.APPROVE, by=registrar)
    for somebody in (a_person(Role.COMPLAINTS_OFFICER), a_person(Role.ADMINISTRATOR), a_person()):
        with pytest.raises(Refused, match="role_missing"):
            answer(other, Step.APPROVE, by=somebody)
    assert list(SuppressionRequest.objects.visible_to(registrar)) == [other]


def test_the_database_refuses_an_answer_by_its_holder_and_a_second_open_request():
    request = registry.a_suppression()

    with pytest.raises(IntegrityError), transaction.atomic():
        SuppressionRequest.objects.filter(pk=request.pk).update(
            answered_by=request.holder, answered_at=timezone.now()
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        SuppressionRequest.objects.create(
            holder=request.holder, reason="x", asked_at=timezone.now()
        )
    with pytest.raises(Refused, match="suppression_open"):
        actions.ask_suppression(request.holder, reason=registry.DANGER, now=timezone.now())


@pytest.mark.parametrize("step", [Step.DECLINE, Step.END])
def test_a_no_says_why(step):
    request = registry.a_suppression()
    if step == Step.END:
        request = answer(request, Step.APPROVE)

    with pytest.raises(Refused, match="reason_too_short"):
        answer(request, step, text="No.")


def test_it_is_looked_at_again_on_its_date_and_told_once(run_jobs):
    registrar = a_registrar()
    request = registry.an_approved_suppression(days=10, by=registrar)
    due = timezone.now() + timedelta(days=10)

    early = actions.tell_of_reviews(now=due - timedelta(days=1))
    first = actions.tell_of_reviews(now=due)
    actions.tell_of_reviews(now=due + timedelta(days=1))

    told = Notice.objects.filter(person=registrar, event="certification.suppression_to_review")
    assert (early, first, told.count()) == (0, 1, 1)

    answer(request, Step.KEEP, days=100, text="")
    assert actions.tell_of_reviews(now=due + timedelta(days=2)) == 0
    actions.tell_of_reviews(now=timezone.now() + timedelta(days=100))
    assert told.count() == 2  # another date is another look


def test_past_its_date_it_goes_on_holding_until_somebody_ends_it():
    request = registry.an_approved_suppression(days=10)

    SuppressionRequest.objects.filter(pk=request.pk).update(review_on="2020-01-01")

    assert SuppressionRequest.objects.in_force_for(request.holder).exists()


def test_the_holder_takes_it_back_at_any_time(client, sign_in):
    request = registry.an_approved_suppression()
    sign_in(client, request.holder)

    client.post(PAGE, {"act": "take_back"})

    request.refresh_from_db()
    assert (request.state, request.ended_by) == ("ended", request.holder)
    assert not RegistryListing.objects.filter(name_shown=True).exists()
    assert verbs()[-1] == "certification.suppression.taken_back"
    assert client.post(PAGE, {"act": "take_back"}).status_code == 404


def test_the_holder_asks_on_the_page_and_sees_who_read_it(client, sign_in):
    certificate, registrar = registry.a_listing().certificate, a_registrar()
    sign_in(client, certificate.holder)

    short = client.post(PAGE, {"act": "ask", "reason": "Danger."})
    asked = client.post(PAGE, {"act": "ask", "reason": registry.DANGER}, follow=True)
    request = SuppressionRequest.objects.get()
    before = client.get(PAGE)
    actions.open_suppression(request, by=registrar, now=timezone.now())
    after = client.get(PAGE)

    assert "Give the reason in 20 characters or more." in short.text
    assert "Danger." in short.text
    assert "In force, and waiting for an answer" in asked.text
    assert "Nobody yet." in before.text
    assert "<li>Registrar, " in after.text
    assert registrar.name not in after.text


def test_others_requests_are_nobodys_page(client, sign_in):
    registry.a_suppression()
    sign_in(client, a_person())

    assert registry.DANGER not in client.get(PAGE).text
