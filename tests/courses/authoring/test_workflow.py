"""A programme is put under review once; the association may choose a review of its own."""

import pytest
from wagtail.models import Workflow, WorkflowPage

from courses.authoring.actions.workflow import put_under_review
from courses.models import PeerTask, ProgrammePage
from courses.tasks import publish_scheduled
from tests.factories.accounts import an_administrator
from tests.factories.courses import a_home, a_programme
from training_site.jobs.registry import known_names

pytestmark = pytest.mark.django_db


def test_two_programmes_share_one_review_of_two_steps():
    first, second = a_programme(), a_programme()

    for programme in (first, second, first):
        put_under_review(programme)

    assert [task.specific.step for task in Workflow.objects.get(workflow_pages=first.pk).tasks] == [
        "review",
        "publish",
    ]
    assert PeerTask.objects.count() == 2
    assert first.get_workflow() == second.get_workflow()


def test_a_workflow_of_the_associations_own_is_kept():
    programme, own = a_programme(), Workflow.objects.create(name="Ours")
    WorkflowPage.objects.create(page=programme.page_ptr, workflow=own)

    put_under_review(programme)

    assert programme.get_workflow() == own


def test_a_programme_made_in_the_admin_is_under_review(client, sign_in):
    sign_in(client, an_administrator())
    form = {"title": "Second way", "slug": "second", "code": "second", "summary": "Another."}

    client.post(
        f"/admin/pages/add/courses/programmepage/{a_home().pk}/",
        form | {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")},
    )

    assert ProgrammePage.objects.get(slug="second").has_workflow


def test_the_clock_publishes_what_is_due(monkeypatch):
    ran = []
    monkeypatch.setattr(
        "courses.authoring.actions.scheduling.call_command", lambda name, **_: ran.append(name)
    )

    publish_scheduled()

    assert ran == ["publish_scheduled"]
    assert "courses.publish_scheduled" in known_names()
