"""Somebody signed without being entitled to: a small scheme of supervision hours, and who is touched."""

from datetime import date, datetime, time

from certification.practice import actions as practice
from certification.recalls import actions
from certification.recalls.models import Recall, RecallItem
from certification.recalls.touched import days_of, hash_of, touched_by
from certification.scheme.actions import load_scheme
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    SPRING,
    a_claim,
    a_clinician,
    a_mentor,
    a_signed_month,
    an_admitted_intern,
    an_agreement,
)
from tests.factories.decisions import NOW, a_certificate, a_decider, a_recommended_application
from training_site.jobs.outbox import drain

FOUND = "The register shows that the certification had lapsed on the second of November."
DECIDED = "Looked at with the registrar; the reasons are on record and were talked through."
FIRST = date(2026, 11, 2)
NOVEMBER = date(2026, 11, 1)
SCHEME = """
scheme: small-scheme
version: "0.1"
title: Certified Surrogate Partner
filters:
  - {id: qualified, rule: supervisor_qualified_on}
requirements:
  - id: mentor
    rule: total_min
    where: {category: [mentor_individual, mentor_group]}
    minutes: 120
    title: Mentor supervision
decision: {reviews: 2, appeal_days: 30, valid_years: 3, grace_days: 90}
"""


def a_scheme_of_hours():
    version, _done = load_scheme(SCHEME, by=None, now=SPRING)
    return version


def an_intern_signed_for(mentor, *, days=(3, 10), clinician=None, now: datetime = NOW, **fields):
    """Two meetings of ninety minutes each in November, signed: all that the scheme asks for."""
    a_scheme_of_hours()
    intern = an_admitted_intern(**fields)
    an_agreement(intern, mentor=mentor, clinician=clinician or a_clinician())
    for day in days:
        claim = a_claim(date=NOVEMBER.replace(day=day), start=time(9, 0))
        entry = practice.log_hours(intern, claim, by=intern, now=now)
        practice.submit(entry, by=intern, now=now)
    if days:
        a_signed_month(mentor, intern, NOVEMBER, now=now)
    return intern


def an_applicant_signed_for(mentor, **fields):
    intern = an_intern_signed_for(mentor, **fields)
    return a_recommended_application(intern)


def a_certificate_resting_on(mentor, **fields):
    return a_certificate(an_intern_signed_for(mentor, **fields))


def a_proposed_recall(mentor=None, *, first=FIRST, last=None, by=None, now=NOW) -> Recall:
    return actions.propose_recall(
        mentor or a_mentor(),
        role="mentor",
        from_day=first,
        until_day=last,
        reason=FOUND,
        by=by or a_registrar(),
        now=now,
    )


def shown_of(recall: Recall) -> str:
    return hash_of(touched_by(recall.supervisor, recall.role, days_of(recall)))


def confirm(recall: Recall, *, by=None, now=NOW) -> Recall:
    by = by or a_decider()
    return actions.confirm_recall(recall, shown_hash=shown_of(recall), by=by, now=now)


def a_confirmed_recall(mentor, **changes) -> Recall:
    """With everybody whom it touches written down."""
    recall = confirm(a_proposed_recall(mentor, **changes))
    drain()
    return recall


def the_item(person) -> RecallItem:
    return RecallItem.objects.with_case().get(person=person)


def decide(item: RecallItem, outcome: str, *, by=None, due_on=None, now=NOW, text=DECIDED):
    return actions.decide_item(
        item, outcome=outcome, text=text, due_on=due_on, by=by or a_decider(), now=now
    )
