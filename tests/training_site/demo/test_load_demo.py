"""The demo is loaded once, by the actions of the site; what each person came to is claimed here."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from certification.concerns.models import Concern
from certification.credentials.models import CertificateFile
from certification.credentials.rules.public_state import PublicState
from certification.decisions import actions as decisions
from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application, Decision
from certification.decisions.people import candidates_for
from certification.decisions.rules.applying import DECLARATIONS
from certification.decisions.rules.conflicts import Kind
from certification.practice.models import Case, HoursEntry
from certification.practice.models.hours import EntryState
from certification.practice.sheets import month_before, sheet_of
from certification.practice.waiting import months_waiting
from certification.registry.models import ContactMessage, RegistryListing, SuppressionRequest
from tests.training_site.demo.world import (
    certificate_of,
    rows,
    standing,
    today,
)
from training_site.accounts.models import User
from training_site.audit.models import AuditEvent
from training_site.audit.verifying import verify
from training_site.content.civil import civil_date
from training_site.demo.people import EVERYBODY
from training_site.demo.stages import STAGES
from training_site.demo.stages.people import somebody
from training_site.jobs.models import JobRun

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


@pytest.mark.both_stacks
def test_everybody_is_there_with_their_roles_and_the_password(settings):
    assert set(STAGES) == {person.key for person in EVERYBODY}
    assert User.objects.count() == len(EVERYBODY)
    for person in EVERYBODY:
        user = somebody(person.key)
        assert user.roles >= set(person.roles), person.key
        assert user.check_password(settings.DEMO_PASSWORD)


def test_a_second_run_changes_nothing(count_queries):
    before = rows()

    with count_queries(at_most=len(EVERYBODY) + 8):
        call_command("load_demo", stdout=StringIO())

    assert rows() == before


def test_everything_promised_is_done_and_lies_in_the_past():
    assert Counter(JobRun.objects.values_list("state", flat=True)).keys() == {"done"}
    assert not AuditEvent.objects.filter(at__gt=timezone.now()).exists()
    assert not HoursEntry.objects.filter(submitted_at__gt=timezone.now()).exists()


def test_the_record_of_all_this_is_sealed_and_holds():
    report = verify()

    assert report.finding is None
    assert report.unsealed == 0
    assert report.sealed > 1000


def test_the_intern_lacks_hours_and_supervision_and_nothing_else():
    missing = [
        row["id"] for row in standing("intern").result["requirements"] if row["have"] < row["need"]
    ]

    assert missing == ["direct", "mentor", "mentor-individual", "cases", "closed"]
    assert list(Case.objects.of(somebody("intern")).values_list("state", flat=True)) == ["open"] * 2


def test_the_intern_has_an_entry_of_every_kind():
    entries = HoursEntry.objects.of(somebody("intern"))
    states = Counter(entries.values_list("state", flat=True))

    assert states.keys() == set(EntryState.values) - {"contested"}
    assert (states["draft"], states["returned"]) == (1, 1)
    assert [one.state for one in entries.exclude(corrects=None)] == ["signed"]


def test_a_whole_month_waits_for_the_mentor():
    queue = months_waiting(somebody("mentor"), today())
    last_month = month_before(today())

    assert {row.intern.email for row in queue} == {"intern@example.org"}
    assert last_month in [row.month for row in queue]
    sheet = sheet_of(somebody("mentor"), somebody("intern"), last_month, today=today())
    assert sheet.to_sign
    assert not sheet.held_back


def test_hours_after_the_mentor_lapsed_can_neither_be_signed_nor_count():
    intern = somebody("intern2")
    waiting = HoursEntry.objects.waiting_for(somebody("lapsed-mentor"))
    judged = standing("intern2").result["entries"]

    assert {entry.intern for entry in waiting} == {intern}
    for entry in waiting:
        reasons = {loss["reason"] for loss in judged[str(entry.public_id)]["losses"]}
        assert "supervisor_not_qualified" in reasons
    assert Case.objects.of(intern).filter(state="interrupted").count() == 1


def test_the_ready_one_meets_everything_and_has_not_applied():
    assert standing("ready").met
    assert not Application.objects.of(somebody("ready")).exists()


def test_the_ready_one_finds_two_reviewers_when_she_applies():
    ready, registrar, now = somebody("ready"), somebody("registrar"), timezone.now()
    application = decisions.start_application(ready, by=ready, now=now)
    decisions.submit_application(application, declarations=DECLARATIONS, by=ready, now=now)
    decisions.check_completeness(application, complete=True, by=registrar, now=now)

    assigned = decisions.assign_reviewers(application, by=registrar, now=now)

    assert {one.reviewer for one in assigned} == {somebody("reviewer1"), somebody("reviewer2")}


def test_an_application_waits_for_its_second_review():
    application = Application.objects.of(somebody("applied")).get()

    assert application.state == "in_review"
    assert [one.reviewer for one in application.reviews.all()] == [somebody("reviewer1")]
    assigned = {one.reviewer for one in application.assignments.active()}
    assert assigned == {somebody("reviewer1"), somebody("reviewer2")}


def test_the_record_excludes_the_reviewer_who_mentored_her():
    application = Application.objects.of(somebody("applied")).get()
    candidates = {one.entry.person: one for one in candidates_for(application, today())}

    kinds = {contact.kind for contact in candidates[somebody("reviewer3")].conflicts.excluding}

    assert Kind.MENTORED in kinds


def test_whoever_decides_or_reviews_had_nothing_to_do_with_the_applicant():
    taken = Decision.objects.select_related("application", "applicant", "decision_maker")

    assert taken.count() == 4
    for decision in taken:
        reviewers = [row.reviewer for row in decision.reviewers.select_related("reviewer")]
        people = [decision.decision_maker, *reviewers]
        assert len({decision.applicant, *people}) == 4
        for person in people:
            assert not conflicts_for(decision.application, person, civil_date(decision.decided_at))


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("certified", PublicState.VALID),
        ("suspended", PublicState.SUSPENDED),
        ("mentor", PublicState.VALID),  # recorded from before, approved by a second person
        ("lapsed-mentor", PublicState.RENEWAL_DUE),  # in grace
    ],
)
def test_certificates_tell_their_state(key, state):
    certificate = certificate_of(key)

    assert certificate.state_on(today()) == state
    assert CertificateFile.objects.filter(certificate=certificate).count() == 4
    assert certificate.frozen.demo


def test_nobody_is_listed_who_has_not_chosen_it():
    shown = RegistryListing.objects.shown_on(today())

    assert [one.certificate.holder.email for one in shown] == ["listed@example.org"]


def test_a_letter_waits_for_her_and_an_officer_has_another():
    waiting = ContactMessage.objects.visible_to(somebody("listed")).unread()

    assert waiting.count() == 1
    assert ContactMessage.objects.reported_to(somebody("complaints")).count() == 1


def test_one_is_kept_out_of_sight_as_the_registrar_approved():
    request = SuppressionRequest.objects.in_force_for(somebody("hidden")).get()

    assert (request.state, request.answered_by) == ("approved", somebody("registrar"))
    assert request.review_on > today()


def test_one_concern_is_open_and_leads_to_nobody():
    concern = Concern.objects.open().get()

    assert (concern.reporter, concern.reply_to) == (None, "")
    received = AuditEvent.objects.get(verb="certification.concern.received")
    assert received.actor_id is None
