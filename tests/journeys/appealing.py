"""Deferred with a condition, met, refused, appealed, and answered by somebody else."""

from datetime import timedelta

from certification.appeals.models import Appeal
from certification.credentials.models import Certificate
from certification.decisions.actions import submit_review
from certification.decisions.evidence import evidence_of
from certification.decisions.models import Application, ReviewAssignment
from certification.scheme.models import SchemeVersion
from tests.factories.accounts import a_person
from tests.factories.appeals import a_finding, a_refused_renewal
from tests.journeys.pages import Page
from tests.journeys.town import Town
from training_site.accounts.roles import Role

SELMA, PETRA = "Selma Roth", "Petra Holm"
WORDS = "The letter of the second clinician is not on record, and the month cannot be judged."
WHY = "The letter was on record from the first day; nobody opened it."


def somebody_waits_for_a_decision(town: Town) -> Application:
    """Selma's record is not whole, and both reviewers have spoken."""
    selma, now = a_person(Role.INTERN, name=SELMA), town.clock.now
    town.settles("selma", selma)
    application = Application(
        applicant=selma,
        scheme_version=SchemeVersion.objects.binding(selma),
        state="in_review",
        name=SELMA,
        started_at=now,
        submitted_at=now,
        step_since=now,
        evidence_at=now,
    )
    evidence = evidence_of(application, now)
    application.evidence, application.evidence_hash = evidence.document, evidence.hash
    application.save()
    registrar, people = town.registrar.user, [town.reviewer.user, town.neighbour.user]
    for person in people:
        assigned = {"assigned_by": registrar, "assigned_at": now}
        ReviewAssignment.objects.create(application=application, reviewer=person, **assigned)
    for person in people:
        submit_review(application, recommendation="defer", reasons=WORDS, by=person, now=now)
    return application


def it_is_deferred_with_a_condition(town: Town, application: Application) -> None:
    due = town.clock.now.date() + timedelta(days=30)
    asked = {"condition1-text": WORDS, "condition1-due_on": due.isoformat()}
    page = _decides(town, 422, outcome="defer", reasons=["question_open"])
    page.says("a deferral needs a condition")
    page = _decides(
        town,
        outcome="defer",
        reasons=["question_open"],
        **asked,
        **{"condition1-kind": "Add evidence"},
    )
    page.says("Decided. The applicant is told.")
    town.registrar.opens("certification_queue").says("Conditions", "Add evidence", SELMA)


def she_sees_who_read_what(town: Town) -> None:
    page = town.selma.opens("openings").says("Your dossier", "Your appeal", "Decision-maker")
    assert PETRA not in page.text


def _decides(town: Town, answering: int = 200, **values) -> Page:
    page = town.decider.opens("certification_queue").follow(SELMA)
    return page.send("Decide", answering=answering, text=WORDS, **values)


def she_does_what_was_asked(town: Town) -> None:
    page = (
        town.selma.opens("apply").says("What is asked of you", WORDS).follow("Say that it is done")
    )
    page.send("Say that it is done", text=WHY).says("Staff look at it next.")


def staff_find_it_met_and_it_goes_back(town: Town) -> None:
    page = town.registrar.opens("certification_queue").follow(SELMA).says(WHY)
    page.send("Keep this answer", what="met", reason=WORDS).says("The applicant is told.")
    town.selma.opens("apply").says("Nothing is asked of you now.", "Earlier decisions")


def it_is_refused_and_she_appeals(town: Town) -> None:
    _decides(town, outcome="refuse", reasons=["requirement_not_met"]).says("Decided.")
    page = town.selma.opens("apply").follow("Read the decision").follow("Appeal")
    page = page.says("cannot make your position worse").send("Send the appeal", reasons=WHY)
    page.says("Your appeal is kept", WHY)


def one_more_person_is_needed(town: Town) -> None:
    """The only decision-maker decided it, and does not find the appeal."""
    appeal = Appeal.objects.get(appellant=town.selma.user)
    page = town.registrar.opens("certification_appeal", args=[appeal.public_id])
    page.says("You need one more person, invite them")
    town.decider.opens(page.path, answering=404)

    town.settles("petra", a_person(Role.DECISION_MAKER, name=PETRA))
    page = town.petra.opens("certification_appeal", args=[appeal.public_id]).says(WHY)
    page = page.send(
        "Answer",
        outcome="upheld",
        follows="reopen",
        reasons=["evidence_overlooked"],
        text="The letter is on record from the first day, so the reasons do not carry.",
    )
    page.says("Answered. The appellant is told.")
    page = town.selma.opens("appeal_letter", args=[appeal.public_id])
    page.says("Upheld", "Decided anew, by other people")
    town.registrar.opens("dossier", args=[appeal.application.public_id]).says("Appeal: Upheld")


def a_withdrawal_can_be_appealed(town: Town) -> None:
    certificate = Certificate.objects.of(town.thea.user).current().get()
    page = town.thea.signs_in().opens("certificate", args=[certificate.public_id]).follow("Appeal")
    page.send("Send the appeal", reasons=WHY).says("Other people look at it, and answer by")


def so_can_a_renewal_refused_and_what_a_committee_found(town: Town) -> None:
    """Petra, who had no part in either, reads them; the registrar reads nothing of the second."""
    now, thea = town.clock.now, town.thea.user
    certificate = Certificate.objects.filter(holder=thea).first()
    refused = a_refused_renewal(certificate, decided_by=town.decider.user, now=now)
    found = a_finding(thea, now=now)
    for name, thing, against in (
        ("appeal_renewal", refused, "Not renewed"),
        ("appeal_finding", found, "Substantiated"),
    ):
        page = town.thea.opens(name, args=[thing.public_id])
        page.send("Send the appeal", reasons=WHY).says("Your appeal is kept", against)
        appeal = Appeal.objects.get(appellant=thea, **{name.removeprefix("appeal_"): thing})
        town.petra.opens("certification_appeal", args=[appeal.public_id]).says(WHY, against)
    town.registrar.opens("certification_appeal", args=[appeal.public_id], answering=404)
