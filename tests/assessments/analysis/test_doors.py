"""Who sees the keys that stand behind item analysis, and what leaves it as a file."""

import csv
import io

import pytest
from django.db.models import Q
from django.urls import reverse

from assessments.actions.analysis import analyse_assessment
from assessments.models import ItemStatistic, ItemVersion
from assessments.scope import _ways as scope
from tests.assessments.analysis.pages import item_page, page_of, said
from tests.factories.accounts import a_person, a_trainee
from tests.factories.analysis import a_fixed_assessment, many_sittings
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", " =", "|"])
def test_a_file_holds_nothing_that_a_spreadsheet_would_carry_out(instructor, now, begins):
    assessment = a_fixed_assessment(2)
    many_sittings(assessment, 3, now=now)
    analyse_assessment(assessment, now=now)
    stem = f"{begins}HYPERLINK(1)"
    draft = ItemVersion.objects.get(item__ref="item-00")
    ItemVersion.objects.filter(pk=draft.pk).update(state="retired")
    new = ItemVersion.objects.create(
        item=draft.item,
        number=2,
        kind="single",
        stem=stem,
        options=draft.options,
        written_at=now,
        content_hash="x",
    )
    ItemStatistic.objects.filter(item_version=draft).update(item_version=new)

    response = instructor.get(page_of(assessment), {"format": "csv"})

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[1][4] == f"'{stem}"
    assert response["Content-Disposition"].startswith("attachment")


def test_a_download_is_remembered_with_the_name_of_who_took_it(client, sign_in, sat):
    person = a_person(Role.INSTRUCTOR)
    sign_in(client, person)

    client.get(page_of(sat), {"format": "csv"})

    event = AuditEvent.objects.get(verb="assessments.analysis.exported")
    assert (event.actor_id, event.target_id) == (person.public_id, sat.public_id)


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.ADMINISTRATOR, Role.REGISTRAR])
def test_only_who_writes_items_sees_their_keys(client, sign_in, sat, role):
    sign_in(client, a_person(role))

    for address in (reverse("analyses"), page_of(sat), item_page(sat)):
        assert client.get(address).status_code in (302, 403)


def test_a_learner_of_the_assessment_sees_nothing_of_it(client, sign_in, sat):
    sign_in(client, a_trainee())

    assert client.get(item_page(sat)).status_code == 403


@pytest.mark.parametrize("name", ["items", "assessments"])
def test_an_instructor_of_another_programme_finds_nothing(instructor, sat, monkeypatch, name):
    monkeypatch.setitem(scope, name, lambda user: Q(pk__in=[]))

    assert instructor.get(item_page(sat)).status_code == 404
    if name == "assessments":
        assert instructor.get(page_of(sat)).status_code == 404
    else:
        assert "item-00" not in said(instructor.get(page_of(sat)))
