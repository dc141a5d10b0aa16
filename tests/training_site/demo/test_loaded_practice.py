"""The loaded demo as interns, supervisors and staff of practice find it: each story, by its state."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from certification.practice.evaluations_asked import DUE, asked_of
from certification.practice.models import (
    Case,
    CasePause,
    ContestedSignOff,
    Evaluation,
    HoursEntry,
    IncidentReport,
    IntensivePlan,
    LeaveOfAbsence,
    Membership,
    OpeningBalance,
    PaperSignature,
    PeriodSignOff,
    SupervisorAuthority,
    SupervisorNomination,
)
from certification.practice.sheets import sheet_of
from certification.practice.waiting import missing_signatures
from certification.scheme.cohorts import up_to_date
from certification.scheme.models import Credit, SchemePin, SchemeTransition, SchemeVersion
from certification.scheme.transitions import last_move_of
from tests.training_site.demo.world import standing, today
from training_site.accounts.models import User
from training_site.content.models import Attestation
from training_site.demo.stages.people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

INTERNS = ("intern", "intern2", "intern3", "intern4", "intern5", "intern6", "intern7", "ready")
ON_THE_NEW_VERSION = {"intern5@example.org", "intern7@example.org"}


def losses(key: str) -> set[tuple[str, str]]:
    judged = standing(key).result["entries"].values()
    return {(loss["reason"], loss["by"]) for entry in judged for loss in entry["losses"]}


def missing(key: str) -> list[str]:
    done = ("met", "waived")
    return [row["id"] for row in standing(key).result["requirements"] if row["state"] not in done]


def test_two_limits_leave_hours_out_of_the_reckoning():
    assert {("over_cap", "one-case"), ("over_cap", "remote")} <= losses("intern3")


def test_a_silent_mentor_leaves_one_month_decided_one_contested_one_missing():
    intern = somebody("intern4")
    decided, contested = ContestedSignOff.objects.of(intern).order_by("opened_at")
    overdue = missing_signatures(today())

    assert (decided.state, contested.state, contested.reason) == ("upheld", "open", "silent")
    assert {"own", "decision"} == set(
        PeriodSignOff.objects.of(intern).values_list("manner", flat=True)
    )
    assert ("contested", None) in losses("intern4")
    assert intern in {month.intern for month in overdue}


def test_the_new_version_moved_the_one_of_whom_it_asks_nothing_more():
    transition = SchemeTransition.objects.select_related("old", "new").get()
    held = SchemePin.objects.filter(version=transition.new).values_list("intern__email", flat=True)
    [moved] = transition.lines.exclude(moved_at=None)

    assert (transition.old.state, transition.new.state) == ("retired", "effective")
    assert transition.prepared_by != transition.published_by
    assert transition.preview_at < transition.published_at < moved.moved_at < timezone.now()
    assert set(held) == ON_THE_NEW_VERSION
    assert moved.intern == somebody("intern5")
    assert moved.worse == []


def test_what_changed_for_her_is_that_her_intensive_counts_in_full():
    line = last_move_of(somebody("intern5"))
    plan = IntensivePlan.objects.exclude(agreed_at=None).get()

    [better] = line.better
    assert (better["id"], better["before"] - better["after"]) == ("direct", 300)
    assert plan.case.intern == somebody("intern5")
    assert plan.agreed_at < timezone.now() - timedelta(weeks=14)


def test_of_thirty_nine_requirements_she_lacks_hours_alone():
    rows = standing("intern5").result["requirements"]

    # In a month that still runs, the meetings with her mentor wait for their signatures.
    assert len(rows) == 39
    assert set(missing("intern5")) - {"mentor-contacts"} == {"direct"}


def test_the_step_to_the_new_version_splits_no_month():
    signed = PeriodSignOff.objects.of(somebody("intern5")).values_list("supervisor", "month")

    assert len(signed) == len(set(signed))


@pytest.mark.parametrize("key", ["certified", "suspended", "applied", "ready"])
def test_whoever_has_everything_stays_with_what_they_began(key):
    evaluation = standing(key)

    assert (evaluation.version.number, evaluation.met) == ("0.9", True)


def test_one_who_is_away_has_her_clocks_and_her_case_at_rest():
    leave = LeaveOfAbsence.objects.granted().get()
    pause = CasePause.objects.running(today()).get()

    assert leave.person == pause.case.intern == somebody("intern6")
    assert leave.starts_on <= today() <= leave.ends_on
    assert LeaveOfAbsence.objects.filter(state="asked").get().person == somebody("intern2")


def test_of_two_papers_one_is_seen_by_a_second_person():
    confirmed, waiting = PaperSignature.objects.order_by("month")

    assert (confirmed.state, waiting.state) == ("confirmed", "recorded")
    assert confirmed.recorded_by != confirmed.checked_by
    assert PeriodSignOff.objects.get(paper=confirmed).manner == "paper"


def test_hours_from_elsewhere_count_on_the_word_of_two_people():
    intern = somebody("intern7")
    balances = OpeningBalance.objects.of(intern)

    assert (balances.attested().count(), balances.count()) == (4, 5)
    assert {(one.requirement, one.approved_at is None) for one in Credit.objects.of(intern)} == {
        ("lab", False),
        ("attitudes", True),
    }
    assert "lab" not in missing("intern7")


def test_a_mentor_with_a_conflict_signs_nothing_of_its_days():
    intern, mentor = somebody("intern7"), somebody("reviewer3")
    days = HoursEntry.objects.of(intern).waiting_for(mentor).values_list("date", flat=True)
    sheet = sheet_of(mentor, intern, max(days).replace(day=1), today=today())

    assert "conflict_of_interest_then" in {one.verdict.reason for one in sheet.held_back}
    assert ("conflict", "conflict") in losses("intern7")
    assert SupervisorNomination.objects.to_answer().get().intern == intern


def test_a_session_without_a_word_to_the_clinician_between_does_not_count():
    case = Case.objects.get(intern=somebody("intern7"), letter="B")

    assert ("interleave", "clinician-contact") in losses("intern7")
    assert case.milestones.count() == 2


def test_one_incident_is_looked_at_and_one_is_closed():
    states = IncidentReport.objects.values_list("reporter__email", "state")

    assert set(states) == {("intern3@example.org", "in_hand"), ("intern2@example.org", "closed")}


def test_evaluations_are_read_begun_and_due():
    ready, intern = somebody("ready"), somebody("intern")
    due = {one.form.code for one in asked_of([intern], today()) if one.standing == DUE}

    mid = Evaluation.objects.of(ready).signed().get(form__code="mentor-mid")
    assert mid.read_at is not None
    assert Evaluation.objects.of(intern).get().state == "draft"
    assert due == {"mentor-mid", "self-mid"}


def test_everybody_who_practises_is_a_member_but_one_and_one_soon_is_not():
    until = {}
    for person in User.objects.filter(memberships__isnull=False).distinct():
        spans = Membership.objects.filter(person=person).values_list("starts_on", "ends_on")
        until[person.email.split("@")[0]] = max(last for _first, last in spans)

    assert set(INTERNS) | {"applied", "certified", "mentor", "clinician"} <= until.keys()
    assert [key for key, last in until.items() if last < today()] == ["suspended"]
    soon = today() + timedelta(days=30)
    assert "intern2" in [key for key, last in until.items() if today() <= last < soon]


def test_whoever_practises_has_signed_all_eight_policies():
    for key in INTERNS:
        signed = Attestation.objects.of(somebody(key)).values("version__policy").distinct()
        assert signed.count() == 8, key


def test_a_proof_runs_out_in_twenty_five_days():
    proof = SupervisorAuthority.objects.get(person=somebody("mentor2"))

    assert (proof.last_day - today()).days == 25


def test_the_table_of_all_interns_is_full():
    for version in SchemeVersion.objects.filter(pins__isnull=False).distinct():
        people = User.objects.filter(scheme_pin__version=version)
        assert up_to_date(people, today()) == people.count()


def test_waiting_hours_are_those_of_a_few_stories():
    interns = Counter(month.intern.email for month in missing_signatures(today()))

    assert interns.keys() <= {f"{key}@example.org" for key in ("intern2", "intern4", "intern6")}
