"""Two people at once, on real locks."""

from functools import partial

import pytest

from certification.credentials import actions as credential_actions
from certification.credentials.models import Certificate, CertificateEvent, CertificateFile
from certification.decisions import actions
from certification.decisions.models import Application, Decision, Review
from tests.factories import decisions as world
from tests.faults.thoroughness import RACE_ROUNDS
from tests.races import race, rounds
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.jobs.models import JobRun
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]


def test_two_deciders_take_one_decision(now):
    for _round in rounds():
        application = world.a_recommended_application()
        deciders = [world.a_decider(), world.a_decider()]

        outcomes = race(
            partial(world.a_decision, application, by=deciders[0]),
            partial(world.a_decision, application, outcome="refuse", by=deciders[1]),
        )

        taken = [one for one in outcomes if isinstance(one, Decision)]
        refused = [one for one in outcomes if isinstance(one, Refused)]
        assert (len(taken), [one.reason for one in refused]) == (1, ["application_decided"])
        assert Decision.objects.filter(application=application).count() == 1
        promised = JobRun.objects.filter(key=f"issue:{taken[0].pk}").count()
        assert promised == (taken[0].outcome == "grant")


def test_two_applications_begun_at_once_are_one(now):
    for _round in rounds():
        applicant = world.an_applicant()

        outcomes = race(*[partial(actions.start_application, applicant, by=applicant, now=now)] * 3)

        assert [type(one) for one in outcomes].count(Application) == 1
        assert Application.objects.filter(applicant=applicant).count() == 1


def test_the_last_two_reviews_at_once_bring_one_case_to_the_decision(now):
    for _round in rounds():
        decider = world.a_decider()
        application = world.an_application_in_review()
        first, second = world.reviewers_of(application)

        race(
            partial(world.a_review, application, first),
            partial(world.a_review, application, second),
        )

        application.refresh_from_db()
        assert application.state == "recommended"
        assert Review.objects.filter(application=application).count() == 2
        asked = Notice.objects.filter(person=decider, key__contains=str(application.public_id))
        assert asked.count() == 1


def test_one_grant_delivered_to_four_workers_is_one_certificate(now):
    for _round in rounds(max(2, RACE_ROUNDS // 10)):
        decision = world.a_decision()

        outcomes = race(*[partial(credential_actions.issue, decision.pk, now=now)] * 4)

        certificate = Certificate.objects.get(decision=decision)
        assert outcomes == [certificate] * 4
        assert CertificateEvent.objects.filter(certificate=certificate).count() == 1
        assert CertificateFile.objects.filter(certificate=certificate).count() == 4
        issued = AuditEvent.objects.filter(verb="certification.certificate.issued")
        assert issued.filter(target_id=certificate.public_id).count() == 1
        assert (
            Notice.objects.filter(
                person=certificate.holder, event="certification.certificate_ready"
            ).count()
            == 1
        )
