"""Hours signed by somebody who was not entitled; the register of reviewers; cases given out at once."""

from datetime import UTC, date, datetime, time

from certification.decisions.evidence import evidence_of
from certification.decisions.models import Application, RegisteredReviewer
from certification.practice import actions as practice
from certification.recalls.models import Recall, RecallItem
from certification.scheme.models import SchemeVersion
from tests.factories.accounts import a_person
from tests.factories.certification import (
    a_claim,
    a_clinician,
    a_mentor,
    a_signed_month,
    an_agreement,
)
from tests.journeys.town import Town
from training_site.accounts.roles import Role

BEGUN = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
JUNE = date(2026, 6, 1)
FOUND = "The register says that the certification had ended on the first of June."
REASONS = "Nobody could have known; the hours are made up with a mentor who is entitled."
VILMA, UMA, OTTO = "Vilma Stein", "Uma Larsen", "Otto Brandt"


def two_interns_were_signed_for(town: Town) -> None:
    """Of Vilma's hours a requirement needs each; Uma's observation is asked for by none."""
    otto = a_mentor(name=OTTO)
    town.settles("otto", otto)
    for key, name, category in (
        ("vilma", VILMA, "mentor_individual"),
        ("uma", UMA, "observation"),
    ):
        intern = a_person(Role.INTERN, name=name)
        town.settles(key, intern)
        an_agreement(intern, mentor=otto, clinician=a_clinician(), now=BEGUN)
        claim = a_claim(category=category, date=JUNE.replace(day=4), start=time(9))
        then = datetime(2026, 6, 5, 9, tzinfo=UTC)
        entry = practice.log_hours(intern, claim, by=intern, now=then)
        practice.submit(entry, by=intern, now=then)
        a_signed_month(otto, intern, JUNE, now=datetime(2026, 7, 2, 9, tzinfo=UTC))


def a_recall_is_proposed_in_error_and_taken_back(town: Town) -> None:
    page = _proposes(town, until_day=JUNE.replace(day=3).isoformat())
    page.says("Nobody has signed hours or evaluations of these days").send("Take it back")


def it_is_proposed_and_another_confirms_it(town: Town) -> None:
    page = _proposes(town).says(VILMA, UMA, "What each would lose", "3 h")
    assert not page.offers("Confirm this list")
    town.otto.opens(page.path, answering=403)
    page = town.decider.opens("certification_recalls").follow(OTTO).says(FOUND)
    page.send("Confirm this list").says("Working out what each person loses", "0 of 2")
    town.works_off_its_jobs()


def what_follows_is_decided_for_each(town: Town) -> None:
    page = town.registrar.opens("certification_recalls").follow(OTTO).says("1 person loses nothing")
    page = page.send("Say “stands” of all who lose nothing").says("Said of 1.")
    page = page.follow(VILMA).says("All of it is missing still.")
    page = page.send("Decide", outcome="made_up", text=REASONS, answering=422)
    page = page.says("Give a day to make the hours up by", REASONS)
    page.send("Decide", outcome="made_up", due_on="2099-01-31").says("The person is told.")
    assert not Recall.objects.open().exists()


def she_reads_what_happened_and_the_way_on(town: Town) -> None:
    page = town.vilma.opens("practice").follow("What happened, and the way on")
    page.says("It is nothing that you did", f"{OTTO} signed hours of yours", REASONS, "The way on")
    other = RecallItem.objects.get(person=town.uma.user)
    town.vilma.opens("own_recall", args=[other.public_id], answering=404)


def _proposes(town: Town, **changes):
    page = town.registrar.opens("certification_recalls").follow("Propose a recall")
    said = {"email": town.otto.user.email, "role": "mentor", "from_day": JUNE.isoformat()}
    return page.send("See whom it touches", **said, reason=FOUND, **changes)


def the_register_is_looked_after(town: Town) -> None:
    """Ruth's seat is put right and an exercise recorded; who stepped back stands below, by a letter."""
    ruth = town.reviewer.user.name
    town.registrar.opens("certification_reviewers").says("Who stepped back", "Application A")
    page = (
        town.registrar.opens("certification_reviewers")
        .follow(ruth)
        .says("Same recommendation as others")
    )
    page = page.send("Keep", seat="external").says("Put right.", "From outside the association")
    said = {"held_on": "2026-05-02", "exercise": "Two dossiers", "judged": "8", "agreed": "7"}
    page.send("Record", **said).says("7 of 8", "88 %")


def how_it_all_goes_is_read_in_figures(town: Town) -> None:
    """Of so few people as there are in this story no figure is told."""
    page = town.registrar.opens("certification_figures").says("How long each step takes")
    page.says("Agreement between reviewers", "fewer than 5").follow("36 months").says("Appeals")
    town.decider.opens("certification_figures").says("Certificates now")
    town.listener.opens("certification_figures").says("you do not have permission")


def she_keeps_away_and_the_cases_are_given_out(town: Town) -> None:
    """Ruth named Vilma in advance; the registrar gives out both cases at once."""
    ruth, vilma = town.reviewer, town.vilma.user
    for person in (vilma, town.uma.user):
        _in_review(town, person)
    page = ruth.opens("declared_interests").send("Keep me out", email=vilma.email, reason="A flat.")
    page.says(VILMA).says_nothing_of("A flat.")

    page = town.registrar.opens("certification_queue").follow("Needs a person").says(VILMA, UMA)
    boxes = [one["value"] for one in page.all("input[name=case]")]
    page = page.send("Assign reviewers to the chosen cases", case=boxes)
    page.says("Assigned:", "invite them")
    page.follow(VILMA).says("excluded declared a conflict")
    page = ruth.opens("declared_interests").send("Take back")
    page.says("Taken back.", "You have named nobody.")


def _in_review(town: Town, person) -> None:
    """Found complete, and nobody to review it yet."""
    now = town.clock.now
    application = Application(
        applicant=person,
        scheme_version=SchemeVersion.objects.binding(person),
        state="in_review",
        name=person.name,
        started_at=now,
        submitted_at=now,
        step_since=now,
        evidence_at=now,
    )
    evidence = evidence_of(application, now)
    application.evidence, application.evidence_hash = evidence.document, evidence.hash
    application.save()
    assert RegisteredReviewer.objects.active_on(now.date()).exists()
