"""Which files left the house: recorded by the one door, shown to those who answer for it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent, AuditText
from training_site.audit.verbs import known_verbs
from training_site.content.actions.exporting import take_along
from training_site.content.exports import known_exports
from training_site.content.sheets import Sheet

pytestmark = pytest.mark.django_db
VERB = "certification.queue.exported"


def taken(by, rows=2, kind="csv", **said):
    sheet = Sheet("queue", ["Case"], [["Somebody named"]] * rows)
    return take_along(sheet, kind, VERB, by=by, now=timezone.now(), **said)


def test_it_is_recorded_once_with_its_filter_its_rows_and_its_format():
    person = a_registrar()

    taken(person, kind="xlsx", chosen="In review")

    event = AuditEvent.objects.get(verb=VERB)
    said = {"file": "queue", "format": "xlsx", "rows": "2", "filter": "In review"}
    assert event.actor_id == person.public_id
    assert AuditText.objects.get(event=event).values == said


def test_what_is_no_export_is_not_handed_over():
    with pytest.raises(KeyError):
        take_along(Sheet("x", [], []), "csv", "content.policy.attested", by=None, now=None)


def test_a_list_that_breaks_while_it_is_written_leaves_nothing():
    def rows():
        yield ["one"]
        raise RuntimeError("gone")

    with pytest.raises(RuntimeError):
        take_along(Sheet("x", ["a"], rows()), "csv", VERB, by=None, now=timezone.now())
    assert not AuditEvent.objects.filter(verb=VERB).exists()


def test_every_export_is_a_known_verb():
    assert set(known_exports()) <= set(known_verbs())
    missing = {one for one in known_verbs() if one.endswith(".exported")} - set(known_exports())
    assert missing == {"courses.curriculum.exported"}  # pages and questions, of nobody


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.ADMINISTRATOR])
def test_the_page_says_who_took_what_and_how_long_it_was(client, sign_in, role):
    taken(a_registrar(name="Regina Early"), chosen="late")
    taken(a_registrar(name="Ruben Later"), rows=31, kind="xlsx")
    sign_in(client, a_person(role))

    page = client.get(reverse("exports_made"))

    assert [one.who for one in page.context["rows"]] == ["Ruben Later", "Regina Early"]
    for words in ("The queue", "late", "31", "XLSX", "CSV"):
        assert words in page.text
    assert "Somebody named" not in page.text
    assert reverse("exports_made") in client.get(reverse("wagtailadmin_home")).text


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.DECISION_MAKER, Role.INSTRUCTOR])
def test_others_don_t_see_it(client, sign_in, role):
    sign_in(client, a_person(role))

    assert client.get(reverse("exports_made")).status_code != 200
    assert reverse("exports_made") not in client.get(reverse("wagtailadmin_home")).text


def test_words_that_were_erased_leave_the_line(client, sign_in):
    taken(a_registrar(name="Regina Early"))
    AuditText.objects.all().delete()
    sign_in(client, a_registrar())

    assert "Regina Early" in client.get(reverse("exports_made")).text


def test_as_many_queries_for_thirty_as_for_three(client, sign_in, count_queries):
    sign_in(client, a_registrar())
    for _ in range(3):
        taken(a_registrar())
    client.get(reverse("exports_made"))
    with count_queries(at_most=30) as few:
        client.get(reverse("exports_made"))
    for _ in range(27):
        taken(a_registrar())

    with count_queries(at_most=len(few)):
        client.get(reverse("exports_made"))
