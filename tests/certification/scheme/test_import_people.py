"""Bringing members in: a dry run writes nothing, a second run changes nothing."""

from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from certification.practice.actions.milestones import record_milestone
from certification.practice.models import InternshipAdmission, Membership, Milestone
from certification.scheme.models import SchemePin
from tests.factories.accounts import a_person, a_registrar, a_trainee
from tests.factories.certification import SPRING, a_policy, an_open_place, the_scheme
from tests.factories.cohorts import a_cohort_of
from tests.factories.courses import a_course
from training_site.accounts.actions.identity import record_identity_seen
from training_site.accounts.actions.invitations import accept, revoke
from training_site.accounts.actions.roles import take_role
from training_site.accounts.models import Invitation, User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.content.actions import attest
from training_site.jobs.models import JobRun

pytestmark = pytest.mark.django_db
HEADINGS = (
    "name,email,roles,membership_start,membership_end,membership_kind,membership_reference,"
    "foundation_complete,place,cohort"
)
EVA = "Eva Lind,eva@example.org,trainee + mentor,2026-01-01,2026-12-31,paid,INV-7,2026-03-01,,"
OLA = "Ola Berg,ola@example.org,clinician,,,,,,,"
BAD = "Nobody,not-an-address,trainee,,,,,,,"


@pytest.fixture(autouse=True)
def admin():
    return a_person(Role.ADMINISTRATOR)


@pytest.fixture
def run(tmp_path):
    path = tmp_path / "people.csv"

    def call(*rows: str, headings: str = HEADINGS, **options) -> str:
        path.write_text("\n".join([headings, *rows]), encoding="utf-8")
        out = StringIO()
        try:
            call_command("import_people", path, stdout=out, **options)
        except CommandError as error:
            return f"{out.getvalue()}FAILED: {error}"
        return out.getvalue()

    return call


def counts() -> dict[str, int]:
    """The rows of every table there is."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def accepts(email: str, now) -> User:
    invitation = Invitation.objects.get(email=email)
    return accept(invitation, name=invitation.name, password="a long enough sentence", now=now)


def a_trainee_at(email: str) -> User:
    person = a_trainee()
    person.email = email
    person.save(update_fields=["email"])
    return person


def test_a_dry_run_says_everything_and_writes_nothing(run):
    before = counts()

    said = run(EVA, OLA, dry_run=True)

    assert counts() == before
    assert "line 2, Eva Lind: imported (invited as Trainee;" in said
    assert "2 lines: 2 imported, 0 unchanged, 0 skipped." in said
    assert "A dry run: nothing was written." in said


@pytest.mark.both_stacks
def test_people_are_invited_and_nothing_is_recorded_of_who_is_not_here(run, admin):
    said = run(EVA, OLA)

    assert [
        (one.email, one.role, one.invited_by) for one in Invitation.objects.order_by("email")
    ] == [
        ("eva@example.org", "trainee", admin),
        ("ola@example.org", "clinician", admin),
    ]
    assert not User.objects.filter(email="eva@example.org").exists()
    assert not Membership.objects.exists()
    assert "membership: once they have accepted" in said
    assert JobRun.objects.filter(name="accounts.mail_invitation").count() == 2


@pytest.mark.both_stacks
def test_a_second_run_records_what_waited_and_a_third_changes_nothing(run, now):
    run(EVA)
    eva = accepts("eva@example.org", now)

    second = run(EVA)
    before, events = counts(), AuditEvent.objects.count()
    third = run(EVA)

    assert Membership.objects.get().person == eva
    assert (Milestone.objects.get().name, Milestone.objects.get().on) == (
        "foundation_complete",
        date(2026, 3, 1),
    )
    assert User.objects.get(pk=eva.pk).has_role(Role.MENTOR)
    assert "membership recorded until 31 December 2026" in second
    assert "line 2, Eva Lind: unchanged" in third
    assert (counts(), AuditEvent.objects.count()) == (before, events)


def test_running_twice_invites_once(run):
    run(EVA, OLA)
    before = counts()

    said = run(EVA, OLA)

    assert counts() == before
    assert "0 imported, 2 unchanged" in said
    assert "their invitation is not accepted yet" in said


def test_one_bad_line_keeps_the_whole_file_out(run):
    before = counts()

    said = run(EVA, BAD, OLA)

    assert counts() == before
    assert "line 3, Nobody: skipped (email: this is not an e-mail address.)" in said
    assert "FAILED: 1 lines were refused. Nothing was written." in said


def test_the_good_lines_go_in_where_that_was_asked_for(run):
    said = run(EVA, BAD, OLA, skip_bad=True)

    assert Invitation.objects.count() == 2
    assert "FAILED: 1 lines were refused. The other lines were taken." in said


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A,a@example.org,,,,,,,,", "nobody is invited without a role."),
        ("A,a@example.org,wizard,,,,,,,", "there is no role wizard."),
        ("A,a@example.org,trainee,,,,,,,Cohort 9", "there is no cohort Cohort 9."),
        ("A,a@example.org,mentor,,,,,,,Cohort 9", "a cohort is for trainees."),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_its_reason(run, row, reason):
    said = run(row)

    assert reason in said
    assert "FAILED" in said


def test_a_registrar_invites_learners_and_supervisors_only(run):
    registrar = a_registrar()

    said = run("A,a@example.org,reviewer,,,,,,,", by=registrar.email)

    assert "only an administrator invites somebody as Reviewer." in said


@pytest.mark.parametrize("who", ["nobody@example.org", "trainee"])
def test_only_staff_bring_people_in(run, who):
    address = a_trainee().email if who == "trainee" else who

    assert "Say by --by ADDRESS who brings them in" in run(EVA, by=address)


def test_what_staff_put_right_is_not_written_over(run, now, admin):
    person = a_trainee_at("eva@example.org")
    record_milestone(person, name="foundation_complete", on=date(2026, 2, 1), by=admin, now=now)

    said = run(EVA)

    assert "foundation complete is recorded with another date: 1 February 2026." in said
    assert not Membership.objects.exists()


def test_a_role_taken_away_and_an_invitation_revoked_stay_so(run, now, admin):
    run(EVA, OLA)
    eva = accepts("eva@example.org", now)
    run(EVA, OLA)
    take_role(eva, Role.MENTOR, by=admin, now=now)
    revoke(Invitation.objects.get(email="ola@example.org"), by=admin, now=now)

    said = run(EVA, OLA, skip_bad=True)

    assert not User.objects.get(pk=eva.pk).has_role(Role.MENTOR)
    assert "role Mentor: it was taken away, and stays so" in said
    assert "the invitation to this address was revoked" in said


def test_somebody_who_changed_their_address_is_the_same_person(run, now):
    run(EVA)
    eva = accepts("eva@example.org", now)
    User.objects.filter(pk=eva.pk).update(email="eva.new@example.org")

    run(EVA)

    assert Membership.objects.get().person == eva
    assert Invitation.objects.count() == 1


def test_a_place_admits_once_everything_was_seen(run, now, admin):
    the_scheme()
    an_open_place(by=admin)
    person = a_trainee_at("ida@example.org")
    row = "Ida,ida@example.org,intern,,,,,,England,"
    not_yet = run(row)
    record_identity_seen(person, seen_on=SPRING.date(), by=admin, now=SPRING)
    for policy in ("jurisdiction-notice", "confidentiality-contract"):
        attest(person, a_policy(policy), typed_name=person.name, now=SPRING)

    admitted = run(row)

    assert "not admitted yet: Age and identity have not been seen yet." in not_yet
    assert "admitted to the internship in England" in admitted
    assert InternshipAdmission.objects.get().intern == person
    assert SchemePin.objects.get().intern == person
    assert "unchanged" in run(row)


def test_a_cohort_is_named_by_its_title(run, now):
    cohort = a_cohort_of(a_course(lessons=1), days=[0])

    run(f"Eva,eva@example.org,trainee,,,,,,,{cohort.title}")
    eva = accepts("eva@example.org", now)

    assert Invitation.objects.get().cohort_id == cohort.public_id
    assert eva.enrolments.get().cohort == cohort
