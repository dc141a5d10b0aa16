"""The loaded demo: a recall that touches one intern, and a reviewer who keeps away from a case."""

import pytest
from django.urls import reverse

from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application
from certification.decisions.register import drawing_for, exercises_by_reviewer
from certification.decisions.rules.conflicts import Kind
from certification.recalls.models import Recall, RecallItem
from certification.recalls.telling import missing_of
from tests.training_site.demo.world import today
from training_site.accounts.models import Notice
from training_site.demo.stages.people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_one_intern_lost_hours_and_waits_for_an_outcome():
    item = RecallItem.objects.with_case().get()

    assert item.person == somebody("recalled")
    assert list(Recall.objects.open()) == [item.recall]
    assert item.recall.supervisor == somebody("recalled-mentor")
    assert item.entries > 0
    assert missing_of(item)
    assert item.outcome == ""
    told = Notice.objects.get(event="certification.recall_touches_you")
    assert (told.person, told.url) == (item.person, f"/certification/recalls/{item.public_id}/")


def test_nobody_elses_story_changed_by_it():
    assert not RecallItem.objects.exclude(person=somebody("recalled")).exists()


def test_an_applicants_dossier_shows_who_keeps_away(client, sign_in):
    application = Application.objects.get(applicant=somebody("applied"))
    keeps_away = somebody("reviewer4")

    found = conflicts_for(application, keeps_away, today()).excluding
    sign_in(client, somebody("registrar"))
    page = client.get(reverse("dossier", args=[application.public_id])).content.decode()

    assert [one.kind for one in found] == [Kind.DECLARED]
    assert f"{keeps_away.name}" in page
    assert "declared a conflict" in page


def test_exercises_are_there_to_be_drawn():
    exercises = exercises_by_reviewer()[somebody("reviewer1").reviewer_entry.pk]

    assert [one.percent for one in exercises] == [93, 83, 75]
    assert drawing_for(exercises) is not None
