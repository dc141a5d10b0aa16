"""The pages on which one certificate gives way to another: staff's and the holder's."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.credentials import actions
from certification.credentials.models import Certificate
from tests.factories import decisions as world
from tests.factories import replacing as again
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.jobs.outbox import drain

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
REASON = "The committee found that the code was breached."
NAME, SCOPE = "correct_certificate_name", "narrow_certificate_scope"


def at(name: str, certificate) -> str:
    return reverse(name, args=[certificate.public_id])


def test_the_registrar_corrects_a_name_and_reads_first_what_it_does(client, sign_in):
    old = world.a_certificate_showing()
    actions.share(old, days=7, by=old.holder, now=timezone.now())
    sign_in(client, a_registrar())

    page = client.get(at(NAME, old))
    done = client.post(at(NAME, old), {"name": f" {again.NEW_NAME}\u200b ", "reason": again.WHY})
    waiting = client.get(at("certification_certificate", old))
    drain()

    for consequence in ("answers “Replaced”", "1 link to them ends", "reads the reason"):
        assert consequence in page.text
    assert 'value="Rosa Delgado"' in page.text
    assert done.url == at("certification_certificate", old)
    assert "is being made" in waiting.text
    assert at(NAME, old) not in waiting.text
    assert Certificate.objects.current_of(old).snapshot["holder_name"] == again.NEW_NAME


@pytest.mark.parametrize(
    ("name", "values", "field", "error"),
    [
        (NAME, {"name": "", "reason": again.WHY}, "name", "This field is required."),
        (NAME, {"name": "\u200b", "reason": again.WHY}, "name", "Write a name"),
        (NAME, {"name": "Rosa Delgado", "reason": again.WHY}, "name", "carries already"),
        (NAME, {"name": "\U0001f9d1", "reason": again.WHY}, "name", "cannot print"),
        (NAME, {"name": again.NEW_NAME, "reason": "short"}, "reason", "20 characters"),
        (SCOPE, {"scope": "x" * 301, "reason": again.WHY}, "scope", "at most 300"),
        (SCOPE, {"scope": "\U0001f9d1", "reason": again.WHY}, "scope", "cannot print"),
        (SCOPE, {"scope": again.NARROWER, "reason": ""}, "reason", "This field is required."),
    ],
)
def test_what_cannot_be_done_is_said_at_its_field_and_nothing_is_lost(
    client, sign_in, name, values, field, error
):
    old = world.a_certificate_showing()
    sign_in(client, a_registrar() if name == NAME else world.a_decider())

    response = client.post(at(name, old), values)

    assert response.status_code == 200
    assert error in str(response.context["form"].errors[field])
    assert values["reason"] in response.text
    assert not old.replacements.exists()


@pytest.mark.parametrize(("name", "role"), [(NAME, Role.REGISTRAR), (SCOPE, Role.DECISION_MAKER)])
def test_it_asks_for_a_fresh_sign_in(client, sign_in, name, role):
    old = world.a_certificate_showing()
    sign_in(client, a_person(role), fresh=False)

    response = client.post(at(name, old), {"name": again.NEW_NAME, "reason": again.WHY})

    assert "reauthenticate" in response.url
    assert not old.replacements.exists()


def test_each_sees_the_ways_that_are_theirs_and_nobody_their_own(client, sign_in, now):
    old = world.a_certificate_showing()
    give_role(old.holder, Role.REGISTRAR, by=None, now=now)
    give_role(old.holder, Role.DECISION_MAKER, by=None, now=now)
    holder = type(old.holder).objects.get(pk=old.holder_id)
    ways = {}

    for who, person in {
        "registrar": a_registrar(),
        "decider": world.a_decider(),
        "holder": holder,
    }.items():
        page = sign_in(client, person).get(at("certification_certificate", old)).text
        ways[who] = [name for name in (NAME, SCOPE) if at(name, old) in page]

    assert ways == {"registrar": [NAME], "decider": [SCOPE], "holder": []}


def test_the_decider_narrows_a_scope_and_it_is_printed(client, sign_in):
    old = world.a_certificate_showing()
    sign_in(client, world.a_decider())

    client.post(at(SCOPE, old), {"scope": again.NARROWER, "reason": again.WHY})
    drain()

    new = Certificate.objects.current_of(old)
    assert again.NARROWER in client.get(f"/verify/{new.number}/").text


def test_staff_see_the_line_with_former_names_and_reasons(client, sign_in, count_queries):
    old = world.a_certificate_showing()
    new = again.a_successor(old, "name", now=timezone.now())
    sign_in(client, a_registrar())

    with count_queries(at_most=30):
        page = client.get(at("certification_certificate", new)).text

    for told in (old.display_number, "Rosa Delgado", again.WHY, new.replacement.by.name):
        assert told in page
    earlier = client.get(at("certification_certificate", old)).text
    assert "Replaced" in earlier
    assert at("certification_certificate", new) in earlier
    assert at(NAME, old) not in earlier
    assert client.get(at(NAME, old)).status_code == 404


def test_the_list_shows_the_one_that_counts_and_finds_the_others_by_number(client, sign_in):
    old = world.a_certificate_showing()
    new = again.a_successor(old, "name", now=timezone.now())
    sign_in(client, a_registrar())
    address = reverse("certification_certificates")

    def shown(**query):
        return [one for one, _telling in client.get(address, query).context["rows"]]

    assert shown() == shown(q="rosa") == shown(q="delgado-ríos") == [new]
    assert shown(q=old.display_number) == [old]


def test_a_suspension_names_its_day_and_is_on_top_of_the_list_when_it_has_come(client, sign_in):
    certificate, decider = world.a_certificate_showing(), world.a_decider()
    page, address = at("certification_certificate", certificate), "certification_certificates"
    tomorrow = timezone.now().date() + timedelta(days=1)
    values = {"change": "suspend", "reason": REASON}
    sign_in(client, decider)

    unsaid = client.post(page, values | {"review_on": ""})
    past = client.post(page, values | {"review_on": "2020-01-01"})
    client.post(page, values | {"review_on": tomorrow.isoformat()})
    not_yet = client.get(reverse(address))
    assert "Say on which day" in str(unsaid.context["form"].errors["review_on"])
    assert "a day to come" in str(past.context["form"].errors["review_on"])
    assert certificate.events.last().review_on == tomorrow
    assert "to be looked at again on" in client.get(page).text
    assert not_yet.context["due"] == []

    other = world.a_certificate_showing()
    long_ago = timezone.now() - timedelta(days=9)
    day = (long_ago + timedelta(days=2)).date()
    actions.suspend(other, reason=REASON, review_on=day, by=decider, now=long_ago)
    due = client.get(reverse(address))
    waiting = client.get(reverse("wagtailadmin_home")).text
    assert [one.pk for one in due.context["due"]] == [other.pk]
    assert "Suspended, and to be looked at again" in due.text
    assert "Suspensions to be looked at again" in waiting
    sign_in(client, a_registrar())
    assert client.get(reverse(address)).context["due"] == []

    sign_in(client, decider)
    keep = {"change": "keep_suspended", "reason": REASON, "review_on": tomorrow.isoformat()}
    for one in (certificate, other):
        client.post(at("certification_certificate", one), keep)
    other.refresh_from_db()
    assert (other.standing, other.standing_on) == ("suspended", long_ago.date())
    assert client.get(reverse(address)).context["due"] == []
    assert "Still suspended" in client.get(page).text


def test_the_holder_changes_the_number_and_reads_first_what_it_does(client, sign_in):
    old = world.a_certificate_showing()
    actions.share(old, days=7, by=old.holder, now=timezone.now())
    sign_in(client, old.holder)

    assert at("change_number", old) in client.get(at("certificate", old)).text
    page = client.get(at("change_number", old)).text
    done = client.post(at("change_number", old), follow=True)
    again_asked = client.post(at("change_number", old))
    drain()
    led = client.get(at("certificate", old), follow=True)

    for consequence in ("answers “Not found”", "Your 1 open link ends", "cannot be undone"):
        assert consequence in page
    assert "is being made" in done.text
    assert "Another certificate in place of this one is being made" in again_asked.text
    new = Certificate.objects.current_of(old)
    assert led.redirect_chain == [(at("certificate", new), 302)]
    assert "This is the one that counts" in led.text
    assert "Number changed" in led.text


def test_a_changed_number_asks_for_a_fresh_sign_in(client, sign_in):
    old = world.a_certificate_showing()
    sign_in(client, old.holder, fresh=False)

    assert "reauthenticate" in client.post(at("change_number", old)).url
    assert not old.replacements.exists()


def test_the_holder_is_told_kindly_where_it_cannot_be_changed(client, sign_in, monkeypatch):
    old = world.a_certificate_showing()
    monkeypatch.setattr(
        "certification.credentials.actions.replacing.complaint_open", lambda holder: True
    )
    sign_in(client, old.holder)

    response = client.post(at("change_number", old))

    assert "cannot be changed at the moment" in response.text
    assert "complaint" not in response.text.lower()


@pytest.mark.parametrize("state", ["suspended", "withdrawn", "expired"])
def test_a_certificate_that_is_not_valid_offers_no_new_number(client, sign_in, state):
    certificate = world.a_certificate_showing(state)
    sign_in(client, certificate.holder)

    assert at("change_number", certificate) not in client.get(at("certificate", certificate)).text
    assert "Give me a new number" not in client.get(at("change_number", certificate)).text


def test_the_holder_sees_earlier_ones_and_opens_their_documents(client, sign_in, count_queries):
    old = world.a_certificate_showing()
    new = again.a_successor(old, "name", now=timezone.now())
    document = reverse("certificate_file", args=[old.public_id, "pdf"])
    sign_in(client, old.holder)

    with count_queries(at_most=26):
        page = client.get(at("certificate", new)).text

    for told in ("Earlier certificates", old.display_number, document, again.WHY):
        assert told in page
    assert client.get(document).status_code == 200
    for other in (a_person(Role.CERTIFICANT), a_registrar()):
        assert sign_in(client, other).get(document).status_code == 404
        assert client.get(at("certificate", old)).status_code == 404


def test_the_home_shows_the_one_that_counts(client, sign_in):
    old = world.a_certificate_showing()
    new = again.a_successor(old, "number", now=timezone.now())
    sign_in(client, old.holder)

    page = client.get(reverse("learn")).text

    assert at("certificate", new) in page
    assert at("certificate", old) not in page
    assert client.get("/certification/").url == at("certificate", new)
