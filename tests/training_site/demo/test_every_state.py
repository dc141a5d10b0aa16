"""Every state of a certification has somebody in the demo; /verify/ says the word that is public."""

from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from certification.credentials.due import suspensions_due
from certification.credentials.models import Certificate, CertificateTemplate
from certification.credentials.rules.public_state import PublicState
from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application
from certification.decisions.rules.conflicts import Kind
from certification.registry.models import SuppressionRequest
from tests.training_site.demo.world import today
from training_site.demo.people import EVERYBODY
from training_site.demo.stages.people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

# whose certificate, which of the line (0: the newest), what /verify/ says, what the holder reads
PUBLIC = [
    ("certified", 0, "valid", "Valid"),
    ("suspended", 0, "suspended", "Suspended"),
    ("in-grace", 0, "renewal_due", "Valid, renewal due"),
    ("lapsed", 0, "expired", "Expired"),
    ("withdrawn", 0, "withdrawn", "Withdrawn"),
    ("resigned", 0, "not_held", "No longer held"),
    ("renamed", 0, "valid", "Valid"),
    ("renamed", 1, "replaced", "Replaced"),
    ("renewed", 0, "valid", "Valid"),
    ("renewed", 1, "replaced", "Replaced"),
    ("narrowed", 0, "valid", "Valid"),
    ("narrowed", 1, "replaced", "Replaced"),
    ("renumbered", 0, "valid", "Valid"),
    ("renumbered", 1, "not_found", "Not found"),
    ("hidden", 0, "valid", "Valid"),
]
# whose application, how it stands, and what was decided
DECIDED = [
    ("applied", "in_review", []),
    ("deferred", "decided", ["defer"]),
    ("refused", "appealed", ["refuse"]),
    ("certified", "decided", ["grant"]),
]


def line_of(key: str) -> list[Certificate]:
    """The newest first."""
    return list(Certificate.objects.of(somebody(key)).order_by("-allocated_at", "-pk"))


@pytest.mark.parametrize(("key", "place", "state", "word"), PUBLIC)
def test_each_public_state_has_its_person(client, key, place, state, word):
    certificate = line_of(key)[place]

    page = client.get(reverse("verify_number", args=[certificate.number]))
    answer = client.get(reverse("verify_json", args=[certificate.number])).json()

    assert word in page.content.decode()
    assert answer["status"] == state
    assert somebody(key).name not in page.content.decode()


def test_no_public_state_is_left_out():
    assert {state for _key, _place, state, _word in PUBLIC} == set(PublicState)


@pytest.mark.parametrize(("key", "state", "outcomes"), DECIDED)
def test_each_state_of_an_application_has_its_person(client, sign_in, key, state, outcomes):
    applicant = somebody(key)
    application = Application.objects.of(applicant).get()
    sign_in(client, applicant)

    assert application.state == state
    assert [one.outcome for one in application.decisions.all()] == outcomes
    assert client.get(reverse("certification"), follow=True).status_code == 200


def test_the_deferred_one_has_two_conditions_open():
    decision = Application.objects.of(somebody("deferred")).get().decisions.get()

    assert decision.conditions.count() == 2


@pytest.mark.parametrize(
    ("reviewer", "kind"), [("reviewer3", Kind.MENTORED), ("reviewer4", Kind.DECLARED)]
)
def test_two_reviewers_are_in_conflict_with_the_applicant(reviewer, kind):
    application = Application.objects.of(somebody("applied")).get()

    found = conflicts_for(application, somebody(reviewer), today()).excluding

    assert kind in {one.kind for one in found}


def test_the_suspension_is_to_be_looked_at_again_today():
    [due] = suspensions_due(somebody("decider"), timezone.now())

    assert (due.holder, due.review_on) == (somebody("suspended"), today())


def test_the_hidden_listing_is_shown_to_nobody(client):
    holder = somebody("hidden")

    page = client.get(reverse("registry")).content.decode()

    assert SuppressionRequest.objects.in_force_for(holder).exists()
    assert somebody("listed").name in page
    assert holder.name not in page


def test_certificates_are_printed_by_a_published_template_and_the_next_is_a_draft():
    in_use, draft = CertificateTemplate.objects.order_by("version")

    assert (in_use.published_by, draft.published_at) == (somebody("registrar"), None)
    assert line_of("certified")[0].frozen.heading == in_use.heading


def test_the_page_about_them_names_everybody_with_their_story():
    page = (Path(settings.BASE_DIR) / "docs/demo-people.md").read_text()

    rows = [f"| `{one.key}` | {one.name} | {one.story} |" for one in EVERYBODY]

    assert [row for row in rows if row not in page] == []
